//! Which yearly rows count, and what they sum up to.
//!
//! A year counts when it has a day in the assessment period; its row holds what falls inside the period.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::{Draft, FinanceYear, ListName, Period, number};
use crate::policy::{Figure, day};

/// What becomes of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearStanding {
    Counts,
    /// The year has no day in the period.
    Outside,
    /// Its year is not known, which leaves the sums unknown.
    NoYear,
}

/// The sums of the rows that count, in millionths of 万元, in the order of [`Figure::ALL`].
pub type Sums = [Option<i128>; Figure::ALL.len()];

impl Period {
    /// The calendar years that have a day in the period.
    pub fn years(&self) -> Option<RangeInclusive<i32>> {
        Some(self.from.value?.year()..=self.to.value?.year())
    }

    /// How many months the period takes: its length in years is a twelfth of this.
    pub fn months(&self) -> u32 {
        self.from.value.zip(self.to.value).map_or(1, |(from, to)| day::months_covering(from, to))
    }
}

impl Draft {
    pub fn year_standing(&self, row: &FinanceYear) -> YearStanding {
        match (year_of(row), self.period.years()) {
            (None, _) => YearStanding::NoYear,
            (Some(year), Some(years)) if years.contains(&year) => YearStanding::Counts,
            _ => YearStanding::Outside,
        }
    }

    /// Each known when there is a row that counts, each of those has the figure, and no row lacks its year.
    pub fn finance_sums(&self) -> Sums {
        let mut sums: Sums = [None; Figure::ALL.len()];
        let mut any = false;
        for row in self.finance.iter() {
            match self.year_standing(row) {
                YearStanding::Outside => continue,
                YearStanding::NoYear => return [None; Figure::ALL.len()],
                YearStanding::Counts => {}
            }
            for (sum, figure) in sums.iter_mut().zip(Figure::ALL) {
                let value = row.figure(*figure).value.map(number::millionths);
                // The first row begins the sum; a blank ends it for good.
                *sum = if any { sum.zip(value).map(|(sum, value)| sum + value) } else { value };
            }
            any = true;
        }
        sums
    }

    /// Whether no further year of the period may still come: each has a row, or the list is marked complete.
    pub fn finance_is_whole(&self) -> bool {
        let (_, missing) = self.years_without_row(0);
        self.complete.holds(ListName::Finance) || !missing
    }

    /// The years of the period without a row, at most so many of them, and whether there are more.
    pub fn years_without_row(&self, most: usize) -> (Vec<i32>, bool) {
        // Collected, they would be sorted first, which the page has no other need for.
        let mut filled = BTreeSet::new();
        filled.extend(self.finance.iter().filter_map(year_of));
        let years = self.period.years().into_iter().flatten();
        let mut missing: Vec<i32> = years.filter(|year| !filled.contains(year)).take(most + 1).collect();
        let more = missing.len() > most;
        missing.truncate(most);
        (missing, more)
    }

    /// The first year that a second row has as well; both count.
    pub fn year_of_two_rows(&self) -> Option<i32> {
        let mut before = BTreeSet::new();
        let counts = self.finance.iter().filter(|row| self.year_standing(row) == YearStanding::Counts);
        counts.filter_map(year_of).find(|year| !before.insert(*year))
    }
}

/// The year of a row, once it is known.
pub fn year_of(row: &FinanceYear) -> Option<i32> {
    row.year.value.and_then(|year| i32::try_from(year.mantissa()).ok())
}

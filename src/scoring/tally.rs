//! One pass over the lists of a draft, so that ten thousand entries cost one look each.

use crate::draft::finance::Sums;
use crate::draft::{Draft, Evidence, Member, number};
use crate::policy::{Category, EvidenceKind, Figure, Fraction, Level, MemberKind, Rank, Role};

/// What can be counted of a draft's lists.
#[derive(Clone)]
pub struct Tally {
    evidence: Vec<(Label, Count)>,
    /// Bit by member kind: there is at least one.
    kinds: u8,
    shareholders: Vec<(MemberKind, Rank)>,
    pub largest_share: Option<Fraction>,
    finance: Sums,
    /// No further year of the period may still come.
    pub finance_is_whole: bool,
    /// How many months the period takes.
    pub months: u32,
}

/// What an entry of evidence says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    category: Category,
    kind: Option<EvidenceKind>,
    level: Option<Level>,
    role: Option<Role>,
}

/// Entries that count now, and entries without a date, which may come to count.
#[derive(Clone, Copy, Default)]
pub struct Count {
    pub dated: u32,
    pub undated: u32,
}

impl Label {
    pub fn of(entry: &Evidence) -> Label {
        Label { category: entry.category, kind: entry.kind, level: entry.level, role: entry.role }
    }

    /// Whether it is of this category and passes the filters; an empty filter lets all pass.
    pub fn passes(self, category: Category, kinds: &[EvidenceKind], levels: &[Level], roles: &[Role]) -> bool {
        self.category == category
            && passes(kinds, self.kind)
            && passes(levels, self.level)
            && passes(roles, self.role)
    }
}

impl Tally {
    /// As if there were so many dated entries of evidence like this.
    pub fn with(&self, label: Label, dated: u32) -> Tally {
        let mut other = self.clone();
        for (_, count) in other.evidence.iter_mut().filter(|(one, _)| *one == label) {
            count.dated = dated;
        }
        other
    }

    /// How many dated entries there are like this.
    pub fn dated(&self, label: Label) -> u32 {
        self.evidence.iter().find(|(one, _)| *one == label).map_or(0, |(_, count)| count.dated)
    }

    pub fn of(draft: &Draft) -> Tally {
        let mut tally = Tally {
            evidence: Vec::new(),
            kinds: 0,
            shareholders: Vec::new(),
            largest_share: largest_share(draft),
            finance: draft.finance_sums(),
            finance_is_whole: draft.finance_is_whole(),
            months: draft.period.months(),
        };
        for entry in draft.evidence.iter() {
            tally.count(draft, entry);
        }
        for member in draft.members.iter() {
            tally.kinds |= 1 << member.kind as u8;
            if member.shareholder {
                tally.shareholders.push((member.kind, member.rank));
            }
        }
        tally
    }

    /// As if each row of finance were a year of the period, and there were no others: where a draft of version 1 has rows,
    /// its list is marked complete.
    pub fn with_a_year_a_row(draft: &Draft) -> Tally {
        let rows = draft.finance.len();
        let sum = |figure: &Figure| -> Option<i128> {
            let all = draft.finance.iter().map(|row| row.figure(*figure).value.map(number::millionths));
            if rows == 0 { None } else { all.sum() }
        };
        let finance = std::array::from_fn(|at| sum(&Figure::ALL[at]));
        let months = u32::try_from(12 * rows).unwrap_or(u32::MAX).max(1);
        Tally { finance, months, ..Tally::of(draft) }
    }

    fn count(&mut self, draft: &Draft, entry: &Evidence) {
        let label = Label::of(entry);
        // A handful of labels exist, however many entries there are.
        let at = self.evidence.iter().position(|(one, _)| *one == label).unwrap_or_else(|| {
            self.evidence.push((label, Count::default()));
            self.evidence.len() - 1
        });
        match entry.on.value {
            Some(on) if draft.period.holds(on) => self.evidence[at].1.dated += 1,
            Some(_) => {}
            None => self.evidence[at].1.undated += 1,
        }
    }

    /// Entries of a category that pass the filters; an empty filter lets all pass.
    pub fn evidence(&self, category: Category, kinds: &[EvidenceKind], levels: &[Level], roles: &[Role]) -> Count {
        let mut sum = Count::default();
        for (label, count) in &self.evidence {
            if label.passes(category, kinds, levels, roles) {
                sum.dated += count.dated;
                sum.undated += count.undated;
            }
        }
        sum
    }

    pub fn member_kinds(&self, kinds: &[MemberKind]) -> u32 {
        kinds.iter().filter(|kind| self.kinds & (1 << **kind as u8) != 0).count() as u32
    }

    pub fn shareholders(&self, ranks: &[Rank], kinds: &[MemberKind]) -> u32 {
        let passing = self.shareholders.iter().filter(|(kind, rank)| {
            (ranks.is_empty() || ranks.contains(rank)) && (kinds.is_empty() || kinds.contains(kind))
        });
        passing.count() as u32
    }

    /// The sum over the years of the period, known when every one of at least one has the figure.
    pub fn finance(&self, figure: Figure) -> Option<Fraction> {
        self.finance[figure as usize].map(|sum| Fraction::new(sum, 1_000_000))
    }
}

fn passes<T: PartialEq>(filter: &[T], value: Option<T>) -> bool {
    filter.is_empty() || value.is_some_and(|value| filter.contains(&value))
}

/// The largest part of all contributions; unknown until every one of at least one shareholder has a
/// contribution and they are not all zero.
fn largest_share(draft: &Draft) -> Option<Fraction> {
    let most = draft.shareholders().filter_map(Member::contribution_in_millionths).max()?;
    part(draft, most)
}

/// A member's own part of all contributions, for the share column; exact, like the score's, and known when that is.
pub fn share_of(draft: &Draft, position: usize) -> Option<Fraction> {
    let member = draft.members.get(position).filter(|member| member.shareholder)?;
    part(draft, member.contribution_in_millionths()?)
}

fn part(draft: &Draft, own: i128) -> Option<Fraction> {
    let all = draft.contributions().filter(|all| *all != 0)?;
    Some(Fraction::new(own, all))
}

//! Working days: weekends and the entered holidays are off, the entered make-up days are worked.

use time::Weekday;

use crate::draft::Draft;
use crate::policy::{Date, day};

pub fn is_working_day(draft: &Draft, day: Date) -> bool {
    let holds = |days: Option<&[Date]>| days.is_some_and(|days| days.binary_search(&day).is_ok());
    if holds(draft.workdays.value.as_deref()) {
        return true;
    }
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    !weekend && !holds(draft.holidays.value.as_deref())
}

/// The last of so many working days; the first day counts if it is one.
pub fn last_of(draft: &Draft, first: Date, days: u32) -> Date {
    let mut counted = 0;
    let mut day = first;
    // Holidays are a list with an end, so this has one too.
    while day < Date::MAX {
        counted += u32::from(is_working_day(draft, day));
        if counted >= days {
            break;
        }
        day = day::days_after(day, 1);
    }
    day
}

//! Which items the way of claiming a band changes.

use super::{Assessment, assess};
use crate::draft::{Discretion, Draft};
use crate::policy::{Points, Policy};

/// The items of an assessment that are claimed otherwise than at the low end of their bands, by their positions, and by how much more.
pub fn moved(policy: &Policy, draft: &Draft, chosen: &Assessment) -> Vec<(usize, Points)> {
    if draft.discretion == Discretion::Low {
        return Vec::new();
    }
    let low = assess(policy, &Draft { discretion: Discretion::Low, ..draft.clone() });
    let more =
        chosen.items.iter().zip(&low.items).map(|(one, other)| one.figures.declared - other.figures.declared);
    more.enumerate().filter(|(_, more)| *more != Points::ZERO).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::file;
    use crate::rules;

    /// 建设目标 and 创收 say 酌情 and not 按比例, and are claimed in proportion all the same.
    #[test]
    fn every_band_that_something_measures_is_claimed_in_proportion() {
        let policy = rules::henan_2019_194();
        let mut draft = file::read(policy, include_str!("../../samples/worked.draft.json")).unwrap();
        let moved = |draft: &Draft| -> Vec<(&str, String)> {
            moved(policy, draft, &assess(policy, draft))
                .into_iter()
                .map(|(at, more)| (policy.items[at].id, format!("{more:#}")))
                .collect()
        };
        assert_eq!(moved(&draft), []);
        draft.discretion = Discretion::Proportional;
        let proportional: Vec<&str> = moved(&draft).into_iter().map(|(id, _)| id).collect();
        assert!(proportional.contains(&"goals.completion"), "{proportional:?}");
    }
}

//! Which former states of a draft stay: a few, spread over time.

use super::DraftId;

/// How far apart the states are that are kept aside: ten minutes of work, or of rest.
pub const APART: u64 = 10 * 60 * 1000;

/// All backups of all drafts together take at most this many bytes. A browser gives a site about five
/// million characters, and the drafts themselves come first.
pub const BUDGET: usize = 2_000_000;

const HOUR: u64 = 60 * 60 * 1000;
const DAY: u64 = 24 * HOUR;

/// Ages that part the past; of what lies between two of them the oldest state stays.
const HORIZONS: [u64; 4] = [HOUR, DAY, 7 * DAY, 30 * DAY];

const PREFIX: &str = "zhichuang:backup:";

/// What the key of a replaced state ends with.
const REPLACED: &str = ":replaced";

/// How long a replaced state stays, whatever else there is.
const REPLACED_STAYS: u64 = 7 * DAY;

/// A former state of a draft. What it is of stands in its key, so that nothing has to be read to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    pub id: DraftId,
    pub revision: u64,
    /// Milliseconds since 1970.
    pub saved_at: u64,
    /// Kept because something else took its place, and not because it was time.
    pub replaced: bool,
}

impl Backup {
    pub fn key(&self) -> String {
        let replaced = if self.replaced { REPLACED } else { "" };
        format!("{}{}:{}{replaced}", Backup::prefix(&self.id), self.revision, self.saved_at)
    }

    /// What the keys of a draft's backups begin with.
    pub fn prefix(id: &DraftId) -> String {
        format!("{PREFIX}{}:", id.as_str())
    }

    /// What the keys of all backups begin with.
    pub const ALL: &'static str = PREFIX;

    pub fn from_key(key: &str) -> Option<Backup> {
        let mut parts = key.strip_prefix(PREFIX)?.splitn(3, ':');
        let id = DraftId::from_text(parts.next()?);
        let (revision, saved_at) = (parts.next()?, parts.next()?);
        let plain = saved_at.strip_suffix(REPLACED);
        let (revision, time) = (revision.parse().ok()?, plain.unwrap_or(saved_at).parse().ok()?);
        Some(Backup { id, revision, saved_at: time, replaced: plain.is_some() })
    }

    /// A clock that was set back makes no state younger than new.
    fn age(&self, now: u64) -> u64 {
        now.saturating_sub(self.saved_at)
    }
}

/// Whether a state saved at `saved_at` is to be kept aside before it is replaced `now`, given the newest one
/// that is: when that one is much older, or when it was left like this for so long.
pub fn is_due(newest: Option<&Backup>, saved_at: u64, now: u64) -> bool {
    // After the clock was set back, states are younger than those before; they count all the same.
    newest.is_none_or(|newest| saved_at.abs_diff(newest.saved_at) >= APART || now.abs_diff(saved_at) >= APART)
}

/// Those that can go, of one draft's backups sorted from the newest revision to the oldest.
pub fn surplus(backups: &[Backup], now: u64) -> Vec<&Backup> {
    let period = |backup: &Backup| HORIZONS.iter().filter(|horizon| backup.age(now) >= **horizon).count();
    let thinned: Vec<&Backup> =
        backups.iter().filter(|backup| !backup.replaced || backup.age(now) >= REPLACED_STAYS).collect();
    let is_surplus = |at: usize| {
        let oldest = thinned.get(at + 1).is_none_or(|older| period(older) != period(thinned[at]));
        at > 0 && !oldest
    };
    (0..thinned.len()).filter(|at| is_surplus(*at)).map(|at| thinned[at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: u64 = 60 * 1000;

    fn backup(revision: u64, saved_at: u64) -> Backup {
        Backup { id: DraftId::from_text("a-1"), revision, saved_at, replaced: false }
    }

    #[test]
    fn a_key_tells_what_it_is_of() {
        let one = backup(12, 1_700_000_000_000);
        assert_eq!(one.key(), "zhichuang:backup:a-1:12:1700000000000");
        assert_eq!(Backup::from_key(&one.key()), Some(one.clone()));
        let replaced = Backup { replaced: true, ..one };
        assert_eq!(replaced.key(), "zhichuang:backup:a-1:12:1700000000000:replaced");
        assert_eq!(Backup::from_key(&replaced.key()), Some(replaced));
        for foreign in ["zhichuang:backup:", "zhichuang:backup:a-1", "zhichuang:backup:a-1:x:1", "other:a-1:1:1"] {
            assert_eq!(Backup::from_key(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn what_was_replaced_stays_for_a_week() {
        let replaced = Backup { replaced: true, ..backup(2, 100 * MINUTE) };
        let all = [backup(4, 120 * MINUTE), backup(3, 110 * MINUTE), replaced.clone(), backup(1, 90 * MINUTE)];
        assert_eq!(surplus(&all, 121 * MINUTE), [&all[1]]);
        let later = 100 * MINUTE + 7 * DAY;
        assert_eq!(surplus(&all, later), [&replaced]);
    }

    #[test]
    fn a_state_is_due_ten_minutes_after_the_last_one_and_after_a_pause() {
        let last = backup(1, 100 * MINUTE);
        let due = |saved_at, now| is_due(Some(&last), saved_at, now);
        assert!(is_due(None, 0, 0));
        assert!(!due(110 * MINUTE - 1, 110 * MINUTE));
        assert!(due(110 * MINUTE, 110 * MINUTE));
        assert!(!due(101 * MINUTE, 111 * MINUTE - 1));
        assert!(due(101 * MINUTE, 111 * MINUTE), "it was left like this for ten minutes");
        assert!(!due(95 * MINUTE, 96 * MINUTE), "the clock was set back a little");
        assert!(due(0, MINUTE), "the clock was set back a lot");
    }

    /// Works for a hundred days, saving every ten minutes of eight hours a day.
    #[test]
    fn few_states_stay_and_they_are_spread_over_time() {
        let mut kept: Vec<Backup> = Vec::new();
        let mut now = 0;
        for revision in 0..100 * 48 {
            now = (revision / 48) * DAY + (revision % 48) * 10 * MINUTE;
            kept.insert(0, backup(revision, now));
            let gone: Vec<Backup> = surplus(&kept, now).into_iter().cloned().collect();
            kept.retain(|one| !gone.contains(one));
            assert!(kept.len() <= 6, "{kept:?}");
        }
        let ages: Vec<u64> = kept.iter().map(|one| one.age(now)).collect();
        assert_eq!(ages[0], 0);
        for (younger, older) in
            [(MINUTE, HOUR), (HOUR, DAY), (DAY, 7 * DAY), (7 * DAY, 30 * DAY), (30 * DAY, now + 1)]
        {
            assert!(
                ages.iter().any(|age| (younger..older).contains(age)),
                "none from {younger} to {older}: {ages:?}"
            );
        }
    }
}

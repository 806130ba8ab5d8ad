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

/// A former state of a draft. What it is of stands in its key, so that nothing has to be read to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    pub id: DraftId,
    pub revision: u64,
    /// Milliseconds since 1970.
    pub saved_at: u64,
}

impl Backup {
    pub fn key(&self) -> String {
        format!("{}{}:{}", Backup::prefix(&self.id), self.revision, self.saved_at)
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
        Some(Backup { id, revision: parts.next()?.parse().ok()?, saved_at: parts.next()?.parse().ok()? })
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
pub fn surplus(backups: &[Backup], now: u64) -> impl Iterator<Item = &Backup> {
    let period = move |backup: &Backup| HORIZONS.iter().filter(|horizon| backup.age(now) >= **horizon).count();
    backups.iter().enumerate().filter_map(move |(at, backup)| {
        let oldest = backups.get(at + 1).is_none_or(|older| period(older) != period(backup));
        (at > 0 && !oldest).then_some(backup)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: u64 = 60 * 1000;

    fn backup(revision: u64, saved_at: u64) -> Backup {
        Backup { id: DraftId::from_text("a-1"), revision, saved_at }
    }

    #[test]
    fn a_key_tells_what_it_is_of() {
        let one = backup(12, 1_700_000_000_000);
        assert_eq!(one.key(), "zhichuang:backup:a-1:12:1700000000000");
        assert_eq!(Backup::from_key(&one.key()), Some(one));
        for foreign in ["zhichuang:backup:", "zhichuang:backup:a-1", "zhichuang:backup:a-1:x:1", "other:a-1:1:1"] {
            assert_eq!(Backup::from_key(foreign), None, "{foreign}");
        }
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
            let gone: Vec<Backup> = surplus(&kept, now).cloned().collect();
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

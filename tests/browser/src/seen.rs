//! Waiting until something is to be seen.

use std::fmt::Debug;
use std::time::Duration;

use tokio::time::{Instant, sleep};

use crate::Outcome;

/// How long anything on the page may take before a test calls it broken.
pub const PATIENCE: Duration = Duration::from_secs(10);
const POLL: Duration = Duration::from_millis(15);

/// Looks until what is expected is seen; the fault says what was seen instead.
pub async fn see<T: PartialEq + Debug>(
    what: &str,
    expected: impl Into<T>,
    look: impl AsyncFnMut() -> Outcome<T>,
) -> Outcome {
    see_within(PATIENCE, what, expected, look).await
}

/// Looks until what is expected is seen, no longer than a while.
pub async fn see_within<T: PartialEq + Debug>(
    patience: Duration,
    what: &str,
    expected: impl Into<T>,
    mut look: impl AsyncFnMut() -> Outcome<T>,
) -> Outcome {
    let expected = expected.into();
    poll(patience, what, async || {
        let seen = look().await?;
        Ok((seen == expected, format!("{seen:?}, not {expected:?}")))
    })
    .await
}

/// Looks until it is told that what is seen will do; with that comes a description of it.
pub async fn see_that(what: &str, look: impl AsyncFnMut() -> Outcome<(bool, String)>) -> Outcome {
    poll(PATIENCE, what, look).await
}

async fn poll(patience: Duration, what: &str, mut look: impl AsyncFnMut() -> Outcome<(bool, String)>) -> Outcome {
    let deadline = Instant::now() + patience;
    loop {
        // An element that was just replaced, or is not there yet, is something that is not yet seen.
        let shown = match look().await {
            Ok((true, _)) => return Ok(()),
            Ok((false, shown)) => shown,
            Err(fault) => fault.to_string(),
        };
        if Instant::now() > deadline {
            return Err(format!("{what}: seen {shown}").into());
        }
        sleep(POLL).await;
    }
}

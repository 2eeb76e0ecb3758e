//! What time it is, as an argument: the shell and the terminal pass the computer's clock, tests pass one that
//! stands still or is moved by hand, and nothing else in the house asks the computer.

use chrono::{DateTime, Local, NaiveDateTime, Offset, TimeDelta};
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};
use vault::idle::Moment;

/// One moment: on the wall clock, with the local offset then, and on a clock that only runs forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// UTC milliseconds since 1970.
    pub utc_millis: i64,
    /// Seconds that local time is ahead of UTC.
    pub offset_seconds: i32,
    /// Since the clock was made; setting the wall clock does not move it.
    pub steady: Duration,
}

impl Now {
    /// Local day and time.
    pub fn local(self) -> NaiveDateTime {
        self.local_of(self.utc_millis)
    }

    /// Local day and time of another moment, by today's offset.
    pub fn local_of(self, utc_millis: i64) -> NaiveDateTime {
        let utc = DateTime::from_timestamp_millis(utc_millis).unwrap_or_default();
        let ahead = TimeDelta::seconds(i64::from(self.offset_seconds));
        let plain = utc.naive_utc();
        plain.checked_add_signed(ahead).unwrap_or(plain)
    }

    /// Unix seconds; nothing before 1970.
    pub fn unix_seconds(self) -> u64 {
        u64::try_from(self.utc_millis / 1000).unwrap_or_default()
    }

    /// The same for the idle timer.
    pub fn moment(self) -> Moment {
        Moment {
            wall: Duration::from_millis(u64::try_from(self.utc_millis).unwrap_or_default()),
            steady: self.steady,
        }
    }
}

/// Says what time it is.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Now + Send + Sync>);

impl fmt::Debug for Clock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Clock")
    }
}

impl Clock {
    /// A clock that answers as it is told, for tests and reruns.
    pub fn by(answer: impl Fn() -> Now + Send + Sync + 'static) -> Self {
        Self(Arc::new(answer))
    }

    /// The computer's clock and time zone.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the computer's clock"
    )]
    pub fn of_this_computer() -> Self {
        let start = Instant::now();
        Self::by(move || {
            let local = Local::now();
            Now {
                utc_millis: local.timestamp_millis(),
                offset_seconds: local.offset().fix().local_minus_utc(),
                steady: start.elapsed(),
            }
        })
    }

    /// The moment it is.
    pub fn now(&self) -> Now {
        (self.0)()
    }

    /// The same as the store wants it: UTC milliseconds.
    pub fn for_store(&self) -> store::Clock {
        let clock = self.clone();
        Box::new(move || clock.now().utc_millis)
    }
}

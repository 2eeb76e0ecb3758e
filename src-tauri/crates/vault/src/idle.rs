//! When to lock by itself, as pure logic: the clock is whoever calls. Idle locking cannot
//! be switched off; a gap between ticks means the machine slept, whatever the desktop did
//! or did not announce (seven threads of missed signals in `KeePassXC`, security.md ref. 5).

use std::time::Duration;

/// Shortest and longest idle time a manager may choose, in minutes.
pub const IDLE_MINUTES: std::ops::RangeInclusive<u64> = 1..=60;
/// What is set until the manager chooses, in minutes.
pub const DEFAULT_IDLE_MINUTES: u64 = 10;
const WARNING: Duration = Duration::from_mins(1);
const GAP: Duration = Duration::from_secs(30);

/// One moment on both clocks: the wall clock since 1970, and one that only runs forward.
/// Sleep shows as a difference between them, or as a jump of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Wall clock.
    pub wall: Duration,
    /// Clock that cannot be set.
    pub steady: Duration,
}

/// Why the vault locked by itself, for the lock page to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockReason {
    /// Nobody did anything for the chosen time.
    Idle,
    /// The clocks jumped: the machine slept or its time was changed.
    ClockGap,
}

/// What to do after a tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdleVerdict {
    /// Nothing.
    Stay,
    /// Say that the vault locks in so much time.
    Warn(Duration),
    /// Lock now.
    Lock(LockReason),
}

impl Moment {
    /// Whether the machine slept, or its time was changed, between an earlier moment and this one.
    fn is_behind_a_gap(self, earlier: Self) -> bool {
        let steady = self.steady.saturating_sub(earlier.steady);
        let wall = self.wall.saturating_sub(earlier.wall);
        let went_back = earlier.wall.saturating_sub(self.wall);
        steady > GAP || wall.abs_diff(steady) > GAP || went_back > GAP
    }
}

/// A stretch in which a long job keeps the vault busy so that the timer cannot be ticked, watched by whoever ticks
/// it: its first moment, and the last before any gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Busy {
    first: Moment,
    last: Moment,
}

impl Busy {
    /// A stretch that begins now.
    pub fn begin(now: Moment) -> Self {
        Self {
            first: now,
            last: now,
        }
    }

    /// It goes on. Behind a gap nothing counts any more; says whether there was one.
    pub fn note(&mut self, now: Moment) -> bool {
        let is_gap = now.is_behind_a_gap(self.last);
        if !is_gap {
            self.last = now;
        }
        is_gap
    }
}

/// The idle timer. Tick it every five seconds.
#[derive(Debug, Clone)]
pub struct IdleTimer {
    limit: Duration,
    active: Duration,
    last: Moment,
}

impl IdleTimer {
    /// A timer that starts now; minutes outside 1 to 60 are moved to the nearer end.
    pub fn new(minutes: u64, now: Moment) -> Self {
        let minutes = minutes.clamp(*IDLE_MINUTES.start(), *IDLE_MINUTES.end());
        Self {
            limit: Duration::from_secs(60 * minutes),
            active: now.steady,
            last: now,
        }
    }

    /// Somebody did something. Does not hide a gap: that is judged at the next tick.
    pub fn note_activity(&mut self, now: Moment) {
        self.active = self.active.max(now.steady);
    }

    /// A job kept the vault busy, which counts as activity; a gap before or within it is judged at the next tick.
    pub fn note_busy(&mut self, busy: Busy) {
        if !busy.first.is_behind_a_gap(self.last) {
            self.last = busy.last;
            self.note_activity(busy.last);
        }
    }

    /// Judges the time since the last tick and since the last activity.
    pub fn tick(&mut self, now: Moment) -> IdleVerdict {
        let has_gap = now.is_behind_a_gap(self.last);
        self.last = now;
        if has_gap {
            return IdleVerdict::Lock(LockReason::ClockGap);
        }
        let idle = now.steady.saturating_sub(self.active);
        match self.limit.checked_sub(idle) {
            None | Some(Duration::ZERO) => IdleVerdict::Lock(LockReason::Idle),
            Some(left) if left <= WARNING.min(self.limit / 2) => IdleVerdict::Warn(left),
            Some(_) => IdleVerdict::Stay,
        }
    }
}

/// How long to wait after so many wrong passphrases in a row. Stops a person at the
/// keyboard, not one who copied the file.
pub fn wait_after(failures: u32) -> Duration {
    let seconds = match failures {
        0..=4 => 0,
        5 => 5,
        6 => 10,
        7 => 20,
        8 => 40,
        _ => 60,
    };
    Duration::from_secs(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(wall: u64, steady: u64) -> Moment {
        Moment {
            wall: Duration::from_secs(1_000_000 + wall),
            steady: Duration::from_secs(steady),
        }
    }

    fn verdict_after(minutes: u64, seconds: u64) -> IdleVerdict {
        let mut timer = IdleTimer::new(minutes, at(0, 0));
        let mut verdict = IdleVerdict::Stay;
        for second in (5..=seconds).step_by(5) {
            verdict = timer.tick(at(second, second));
        }
        verdict
    }

    #[test]
    fn it_warns_a_minute_before_and_locks_on_time() {
        assert_eq!(verdict_after(10, 535), IdleVerdict::Stay);
        assert_eq!(
            verdict_after(10, 540),
            IdleVerdict::Warn(Duration::from_mins(1))
        );
        assert_eq!(
            verdict_after(10, 595),
            IdleVerdict::Warn(Duration::from_secs(5))
        );
        assert_eq!(verdict_after(10, 600), IdleVerdict::Lock(LockReason::Idle));
    }

    #[test]
    fn it_cannot_be_switched_off_or_made_endless() {
        assert_eq!(verdict_after(0, 25), IdleVerdict::Stay);
        assert_eq!(verdict_after(0, 60), IdleVerdict::Lock(LockReason::Idle));
        assert_eq!(
            verdict_after(9_999, 3_600),
            IdleVerdict::Lock(LockReason::Idle)
        );
    }

    #[test]
    fn a_long_job_is_no_gap_but_sleep_within_one_is() {
        let watched = |moments: &[u64]| {
            let mut timer = IdleTimer::new(10, at(0, 0));
            let mut busy = Busy::begin(at(1, 1));
            for second in moments {
                busy.note(at(*second, *second));
            }
            timer.note_busy(busy);
            timer.tick(at(605, 605))
        };
        let whole: Vec<u64> = (5..=600).step_by(5).collect();
        assert_eq!(watched(&whole), IdleVerdict::Stay);
        let slept: Vec<u64> = (5..=200).chain(300..=600).collect();
        assert_eq!(watched(&slept), IdleVerdict::Lock(LockReason::ClockGap));
        let mut timer = IdleTimer::new(10, at(0, 0));
        timer.note_busy(Busy::begin(at(60, 60)));
        assert_eq!(
            timer.tick(at(61, 61)),
            IdleVerdict::Lock(LockReason::ClockGap),
            "the machine slept as the job began"
        );
    }

    #[test]
    fn activity_starts_it_again() {
        let mut timer = IdleTimer::new(1, at(0, 0));
        for second in (5..=300).step_by(5) {
            timer.note_activity(at(second, second));
            assert_eq!(timer.tick(at(second, second)), IdleVerdict::Stay);
        }
    }

    #[test]
    fn a_gap_on_either_clock_locks_whatever_anybody_did() {
        for gap in [at(36, 36), at(36, 5), at(5, 36)] {
            let mut timer = IdleTimer::new(10, at(0, 0));
            timer.note_activity(gap);
            assert_eq!(
                timer.tick(gap),
                IdleVerdict::Lock(LockReason::ClockGap),
                "{gap:?}"
            );
        }
        let mut timer = IdleTimer::new(10, at(100, 0));
        assert_eq!(
            timer.tick(at(60, 5)),
            IdleVerdict::Lock(LockReason::ClockGap)
        );
        let mut timer = IdleTimer::new(10, at(0, 0));
        assert_eq!(
            timer.tick(at(30, 30)),
            IdleVerdict::Stay,
            "30 s is a slow tick"
        );
    }

    #[test]
    fn waits_grow_from_the_fifth_wrong_try() {
        let seconds: Vec<_> = (0..12).map(|tries| wait_after(tries).as_secs()).collect();
        assert_eq!(seconds, [0, 0, 0, 0, 0, 5, 10, 20, 40, 60, 60, 60]);
    }
}

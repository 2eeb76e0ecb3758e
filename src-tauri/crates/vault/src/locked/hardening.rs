//! What the process does to itself before any vault is touched: no core dump, no tracing
//! by other processes of the same person, and files that only their owner may read
//! (security.md 2.5 and 2.8; the same three measures as in `Bootstrap.cpp` of `KeePassXC`).

/// A measure the operating system did not grant. None of them is fatal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HardeningGap {
    /// Core dumps could not be switched off.
    CoreDumps,
    /// Other processes of the same person may still read this one's memory.
    Tracing,
    /// This platform's measures are not built yet.
    NotOnThisPlatform,
}

/// Hardens the process; call once, before anything else. Gives what was not granted.
#[cfg(target_os = "linux")]
pub fn harden() -> Vec<HardeningGap> {
    let mut gaps = Vec::new();
    let none = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    // SAFETY: the pointer is to a live, fully initialised `rlimit`.
    if unsafe { libc::setrlimit(libc::RLIMIT_CORE, &raw const none) } != 0 {
        gaps.push(HardeningGap::CoreDumps);
    }
    // SAFETY: takes numbers only.
    if unsafe { libc::prctl(libc::PR_SET_DUMPABLE, 0_u64, 0_u64, 0_u64, 0_u64) } != 0 {
        gaps.push(HardeningGap::Tracing);
    }
    // SAFETY: takes a number and cannot fail.
    unsafe { libc::umask(0o077) };
    gaps
}

/// Hardens the process; call once, before anything else. Gives what was not granted.
#[cfg(all(unix, not(target_os = "linux")))]
pub fn harden() -> Vec<HardeningGap> {
    // SAFETY: takes a number and cannot fail.
    unsafe { libc::umask(0o077) };
    vec![HardeningGap::NotOnThisPlatform]
}

/// Hardens the process; call once, before anything else. Gives what was not granted.
#[cfg(not(unix))]
pub fn harden() -> Vec<HardeningGap> {
    vec![HardeningGap::NotOnThisPlatform]
}

/// Asks the kernel to leave a region out of core dumps and of forked children.
#[cfg(target_os = "linux")]
pub(super) fn leave_out_of_dumps(start: *const u8, length: usize) {
    let start = start.cast_mut().cast();
    // SAFETY: the range is a live private anonymous mapping of whole pages owned by the
    // caller; both pieces of advice keep its content for this process.
    unsafe {
        libc::madvise(start, length, libc::MADV_DONTDUMP);
        libc::madvise(start, length, libc::MADV_WIPEONFORK);
    }
}

/// Asks the kernel to leave a region out of core dumps and of forked children.
#[cfg(not(target_os = "linux"))]
pub(super) fn leave_out_of_dumps(_start: *const u8, _length: usize) {}

/// Gives freed memory back to the system, where the allocator would keep it.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub(crate) fn give_memory_back() {
    // SAFETY: takes a number; safe at any time.
    unsafe { libc::malloc_trim(0) };
}

/// Gives freed memory back to the system, where the allocator would keep it.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub(crate) fn give_memory_back() {}

//! Locked memory: where keys live while a vault is open. Each region is pinned so that it
//! does not reach the swap file, lies between two guard pages so that a stray read faults,
//! is left out of core dumps and is wiped when dropped. Failing to pin is reported, not
//! fatal: a vault that cannot be opened at all protects nobody.
#![expect(
    unsafe_code,
    reason = "page protection, pinning and process limits exist only as system calls"
)]

mod hardening;

pub(crate) use hardening::give_memory_back;
pub use hardening::{HardeningGap, harden};

use region::Protection;
use zeroize::Zeroize as _;

use crate::error::{VaultError, VaultRefusal};

/// A guarded, pinned, wiped piece of memory of fixed length.
pub(crate) struct LockedBytes {
    // Declared before the pages: pinning ends before the pages are given back.
    pin: Option<region::LockGuard>,
    pages: region::Allocation,
    length: usize,
}

// SAFETY: the region is owned by this value alone; its pointers are never handed out
// except as borrows of `self`, so moving the owner to another thread moves them all.
unsafe impl Send for LockedBytes {}
// SAFETY: shared access gives only `&[u8]`; there is no interior mutability.
unsafe impl Sync for LockedBytes {}

impl LockedBytes {
    /// A zeroed region of `length` bytes between two guard pages.
    pub(crate) fn new(length: usize) -> Result<Self, VaultError> {
        let refused = |_| VaultError::from(VaultRefusal::Machine);
        let guard = region::page::size();
        let inner = length.div_ceil(guard).max(1) * guard;
        let pages = region::alloc(inner + 2 * guard, Protection::READ_WRITE).map_err(refused)?;
        let first = pages.as_ptr::<u8>();
        // SAFETY: both guard pages lie inside the allocation made above and nothing refers
        // to them; the bytes handed out are those between them.
        unsafe {
            region::protect(first, guard, Protection::NONE).map_err(refused)?;
            region::protect(first.add(guard + inner), guard, Protection::NONE).map_err(refused)?;
        }
        // SAFETY: the offset stays inside the allocation.
        let body = unsafe { first.add(guard) };
        let pin = region::lock(body, inner).ok();
        hardening::leave_out_of_dumps(body, inner);
        Ok(Self { pin, pages, length })
    }

    /// Whether the operating system agreed to keep the region out of the swap file.
    pub(crate) fn is_pinned(&self) -> bool {
        self.pin.is_some()
    }

    /// The bytes, for as long as they are needed.
    pub(crate) fn expose(&self) -> &[u8] {
        // SAFETY: between the guard pages lie at least `length` readable, initialised
        // (mapped zero) bytes, borrowed for no longer than `self`.
        unsafe {
            let body = self.pages.as_ptr::<u8>().add(region::page::size());
            std::slice::from_raw_parts(body, self.length)
        }
    }

    /// The bytes, to be filled.
    pub(crate) fn expose_mut(&mut self) -> &mut [u8] {
        // SAFETY: as in `expose`; `&mut self` makes the borrow exclusive.
        unsafe {
            let body = self.pages.as_mut_ptr::<u8>().add(region::page::size());
            std::slice::from_raw_parts_mut(body, self.length)
        }
    }
}

impl Drop for LockedBytes {
    fn drop(&mut self) {
        self.expose_mut().zeroize();
    }
}

/// Overwrites the part of the stack that earlier calls used, where expanded cipher keys
/// (which the cipher library does not wipe) may still lie.
#[inline(never)]
pub(crate) fn scrub_stack() {
    let mut scratch = [0_u64; 2048];
    scratch.zeroize();
    std::hint::black_box(&scratch);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_zero_at_first_and_keeps_what_is_written() {
        let mut bytes = LockedBytes::new(100_000).unwrap();
        assert!(bytes.expose().iter().all(|byte| *byte == 0));
        bytes.expose_mut()[99_999] = 7;
        assert_eq!(bytes.expose()[99_999], 7);
        assert_eq!(bytes.expose().len(), 100_000);
    }
}

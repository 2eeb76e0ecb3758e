//! Registration, once per process: a copy of the platform's own file system whose `xOpen`
//! shifts main databases. Everything that does not concern an open file is delegated.

use std::ffi::{CStr, c_char, c_int};
use std::mem::size_of;
use std::sync::OnceLock;

use rusqlite::ffi;

use super::file::{METHODS, ShiftedFile};
use crate::error::{VaultError, VaultRefusal};

/// Name under which the file system is known to SQLite.
pub(crate) const NAME: &CStr = c"plumbline";

/// Makes the file system known to SQLite; later calls do nothing.
pub(crate) fn register() -> Result<(), VaultError> {
    static DONE: OnceLock<bool> = OnceLock::new();
    if *DONE.get_or_init(register_once) {
        Ok(())
    } else {
        Err(VaultRefusal::Library.into())
    }
}

fn register_once() -> bool {
    // SAFETY: initialises the library; may be called any number of times.
    if unsafe { ffi::sqlite3_initialize() } != ffi::SQLITE_OK {
        return false;
    }
    // SAFETY: null asks for the default file system; it lives as long as the process.
    let base = unsafe { ffi::sqlite3_vfs_find(std::ptr::null()) };
    // SAFETY: non-null results point to a registered, immutable table.
    let Some(table) = (unsafe { base.as_ref() }) else {
        return false;
    };
    let Ok(extra) = c_int::try_from(size_of::<ShiftedFile>()) else {
        return false;
    };
    let ours = Box::new(ffi::sqlite3_vfs {
        iVersion: table.iVersion.min(2),
        szOsFile: table.szOsFile + extra,
        pNext: std::ptr::null_mut(),
        zName: NAME.as_ptr(),
        // The delegate's own functions get *our* table as first argument; on Unix and
        // Windows they read their finder from pAppData, so that is carried over, and the
        // delegate itself is found by name where it is needed.
        xOpen: Some(open),
        ..*table
    });
    // SAFETY: the table is leaked and so outlives every connection.
    unsafe { ffi::sqlite3_vfs_register(Box::leak(ours), 0) == ffi::SQLITE_OK }
}

/// The file system that does the work.
pub(super) fn delegate() -> *mut ffi::sqlite3_vfs {
    // SAFETY: as in `register_once`; ours was not registered as the default.
    unsafe { ffi::sqlite3_vfs_find(std::ptr::null()) }
}

unsafe extern "C" fn open(
    _ours: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    let base = delegate();
    // SAFETY: the default file system stays registered for the life of the process.
    let Some(base_open) = (unsafe { base.as_ref() }).and_then(|table| table.xOpen) else {
        return ffi::SQLITE_CANTOPEN;
    };
    if flags & ffi::SQLITE_OPEN_MAIN_DB == 0 {
        // SAFETY: `file` has room for the delegate's file and more; arguments are SQLite's.
        return unsafe { base_open(base, name, file, flags, out_flags) };
    }
    let shifted = file.cast::<ShiftedFile>();
    // SAFETY: SQLite gives szOsFile bytes: ours, then the delegate's, 8-byte aligned.
    unsafe {
        let real = shifted.add(1).cast::<ffi::sqlite3_file>();
        (*real).pMethods = std::ptr::null();
        (*shifted).base.pMethods = std::ptr::null();
        (*shifted).real = real;
        let result = base_open(base, name, real, flags, out_flags);
        // A failed open that left methods behind wants to be closed: pass that on.
        if !(*real).pMethods.is_null() {
            (*shifted).base.pMethods = &raw const METHODS;
        }
        result
    }
}

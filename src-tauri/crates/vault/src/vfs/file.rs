//! The shifted file: every method of SQLite's file interface, with the prefix added to
//! offsets and taken off lengths.

use std::ffi::{c_int, c_void};

use rusqlite::ffi::{self, sqlite3_file, sqlite3_int64};

use crate::format::PREFIX;

const SHIFT: sqlite3_int64 = PREFIX.cast_signed();
/// Private file control: read, write, sync or measure the whole file.
pub(super) const CONTROL: c_int = 0x504C_4D42;

/// What SQLite holds for an open main database; the delegate's file follows it.
#[repr(C)]
pub(super) struct ShiftedFile {
    pub(super) base: sqlite3_file,
    pub(super) real: *mut sqlite3_file,
}

/// A request to the whole file, prefix included.
#[repr(C)]
pub(super) enum RawRequest {
    Read {
        at: sqlite3_int64,
        into: *mut u8,
        length: c_int,
    },
    Write {
        at: sqlite3_int64,
        from: *const u8,
        length: c_int,
    },
    Sync,
    Length(sqlite3_int64),
}

pub(super) static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 1,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: None,
    xShmLock: None,
    xShmBarrier: None,
    xShmUnmap: None,
    xFetch: None,
    xUnfetch: None,
};

/// Calls one method of the delegate's file, or fails with the given code.
macro_rules! delegated {
    ($file:expr, $method:ident, $missing:expr $(, $argument:expr)*) => {{
        // SAFETY: SQLite passes a file that `open` set up: `real` lies behind it and its
        // methods stay valid until it is closed.
        unsafe {
            let real = (*$file.cast::<ShiftedFile>()).real;
            match (*real).pMethods.as_ref().and_then(|methods| methods.$method) {
                Some(method) => method(real $(, $argument)*),
                None => $missing,
            }
        }
    }};
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    delegated!(file, xClose, ffi::SQLITE_OK)
}

unsafe extern "C" fn read(
    file: *mut sqlite3_file,
    into: *mut c_void,
    length: c_int,
    at: sqlite3_int64,
) -> c_int {
    let Some(at) = at.checked_add(SHIFT) else {
        return ffi::SQLITE_IOERR_READ;
    };
    delegated!(file, xRead, ffi::SQLITE_IOERR_READ, into, length, at)
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    from: *const c_void,
    length: c_int,
    at: sqlite3_int64,
) -> c_int {
    let Some(at) = at.checked_add(SHIFT).filter(|at| *at >= SHIFT) else {
        return ffi::SQLITE_IOERR_WRITE;
    };
    delegated!(file, xWrite, ffi::SQLITE_IOERR_WRITE, from, length, at)
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, size: sqlite3_int64) -> c_int {
    let Some(size) = size.checked_add(SHIFT).filter(|size| *size >= SHIFT) else {
        return ffi::SQLITE_IOERR_TRUNCATE;
    };
    delegated!(file, xTruncate, ffi::SQLITE_IOERR_TRUNCATE, size)
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    delegated!(file, xSync, ffi::SQLITE_IOERR_FSYNC, flags)
}

unsafe extern "C" fn file_size(file: *mut sqlite3_file, size: *mut sqlite3_int64) -> c_int {
    let result = delegated!(file, xFileSize, ffi::SQLITE_IOERR_FSTAT, size);
    if result == ffi::SQLITE_OK {
        // SAFETY: the delegate has just written a length there.
        unsafe { *size = (*size - SHIFT).max(0) };
    }
    result
}

unsafe extern "C" fn lock(file: *mut sqlite3_file, level: c_int) -> c_int {
    delegated!(file, xLock, ffi::SQLITE_IOERR_LOCK, level)
}

unsafe extern "C" fn unlock(file: *mut sqlite3_file, level: c_int) -> c_int {
    delegated!(file, xUnlock, ffi::SQLITE_IOERR_UNLOCK, level)
}

unsafe extern "C" fn check_reserved_lock(file: *mut sqlite3_file, held: *mut c_int) -> c_int {
    delegated!(file, xCheckReservedLock, ffi::SQLITE_IOERR, held)
}

unsafe extern "C" fn sector_size(file: *mut sqlite3_file) -> c_int {
    delegated!(file, xSectorSize, 4096)
}

unsafe extern "C" fn device_characteristics(file: *mut sqlite3_file) -> c_int {
    // Atomic writes are promised for unshifted, aligned places only.
    let atomic = ffi::SQLITE_IOCAP_BATCH_ATOMIC | 0x1FF;
    delegated!(file, xDeviceCharacteristics, 0) & !atomic
}

unsafe extern "C" fn file_control(
    file: *mut sqlite3_file,
    operation: c_int,
    argument: *mut c_void,
) -> c_int {
    match operation {
        CONTROL => raw(file, argument.cast()),
        ffi::SQLITE_FCNTL_SIZE_HINT => {
            // SAFETY: SQLite documents the argument of this control as a 64-bit length.
            let mut hint = unsafe { *argument.cast::<sqlite3_int64>() }.saturating_add(SHIFT);
            let hint = (&raw mut hint).cast();
            delegated!(file, xFileControl, ffi::SQLITE_NOTFOUND, operation, hint)
        }
        // Growing in chunks would leave bytes behind the last page, which the body root
        // and the length check would take for damage.
        ffi::SQLITE_FCNTL_CHUNK_SIZE => ffi::SQLITE_OK,
        // No memory map and no batch-atomic commits through a shifted file.
        ffi::SQLITE_FCNTL_MMAP_SIZE
        | ffi::SQLITE_FCNTL_BEGIN_ATOMIC_WRITE
        | ffi::SQLITE_FCNTL_COMMIT_ATOMIC_WRITE
        | ffi::SQLITE_FCNTL_ROLLBACK_ATOMIC_WRITE => ffi::SQLITE_NOTFOUND,
        _ => delegated!(
            file,
            xFileControl,
            ffi::SQLITE_NOTFOUND,
            operation,
            argument
        ),
    }
}

/// Serves our own control: reads anywhere, writes inside the prefix only.
fn raw(file: *mut sqlite3_file, request: *mut RawRequest) -> c_int {
    // SAFETY: only `handle` sends this control, with a live request whose buffer has
    // `length` bytes.
    let Some(request) = (unsafe { request.as_mut() }) else {
        return ffi::SQLITE_MISUSE;
    };
    match request {
        RawRequest::Read { at, into, length } => {
            let into = into.cast::<c_void>();
            delegated!(file, xRead, ffi::SQLITE_IOERR_READ, into, *length, *at)
        }
        RawRequest::Write { at, from, length } => {
            if *at < 0 || *at + i64::from(*length) > SHIFT {
                return ffi::SQLITE_MISUSE;
            }
            let from = from.cast::<c_void>();
            delegated!(file, xWrite, ffi::SQLITE_IOERR_WRITE, from, *length, *at)
        }
        RawRequest::Sync => {
            let flags = if cfg!(target_os = "macos") {
                ffi::SQLITE_SYNC_FULL
            } else {
                ffi::SQLITE_SYNC_NORMAL
            };
            delegated!(file, xSync, ffi::SQLITE_IOERR_FSYNC, flags)
        }
        RawRequest::Length(length) => {
            delegated!(file, xFileSize, ffi::SQLITE_IOERR_FSTAT, &raw mut *length)
        }
    }
}

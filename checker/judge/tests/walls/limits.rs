//! Ways to take more of the machine than a program may.

mod attempt;

use std::ffi::{c_int, c_void};
use std::fs::File;
use std::io::{self, Write as _};
use std::ptr;
use std::sync::mpsc;
use std::thread;

use attempt::{at, call, given, is_bounded, madvise, mmap, result};

const READ: c_int = 1;
const WRITE: c_int = 2;
const SHARED: c_int = 0x1;
const PRIVATE: c_int = 0x2;
const ANONYMOUS: c_int = 0x20;
/// Counted by no one but the limits.
const NO_RESERVE: c_int = 0x4000;
const DO_NOT_NEED: c_int = 4;

fn main() {
    attempt::make(&[
        ("private_room", || {
            map(9 << 30, READ | WRITE, PRIVATE).map(drop)
        }),
        ("room_to_read", || map(1 << 40, READ, PRIVATE).map(drop)),
        ("shared_room", || {
            map(1 << 20, READ | WRITE, SHARED).map(drop)
        }),
        ("raise", raise),
        ("memory", memory),
        ("hidden_memory", hidden_memory),
        ("threads", threads),
        ("output", output),
        ("errors", errors),
        ("spin", spin),
        ("stand_still", stand_still),
        ("big_file", big_file),
    ]);
}

fn map(length: usize, rights: c_int, kind: c_int) -> io::Result<*mut c_void> {
    let kind = kind | ANONYMOUS | NO_RESERVE;
    let at = unsafe { mmap(ptr::null_mut(), length, rights, kind, -1, 0) };
    result(at as i64).map(|_| at)
}

/// Without a limit on the size of files, as it is outside.
fn raise() -> io::Result<()> {
    call(160, &[1, at(&[u64::MAX; 2])]).map(drop)
}

const PIECE: usize = 16 << 20;

fn fill(piece: *mut c_void) {
    for page in (0..PIECE).step_by(4096) {
        unsafe { piece.cast::<u8>().add(page).write_volatile(1) };
    }
}

fn pieces() -> usize {
    if is_bounded() { 1 } else { 256 }
}

fn memory() -> io::Result<()> {
    for _ in 0..pieces() {
        fill(map(PIECE, READ | WRITE, PRIVATE)?);
    }
    Ok(())
}

/// Memory that is filled, but that no process has in view.
fn hidden_memory() -> io::Result<()> {
    for _ in 0..pieces() {
        let piece = map(PIECE, READ | WRITE, SHARED)?;
        fill(piece);
        result(unsafe { madvise(piece, PIECE, DO_NOT_NEED) }.into())?;
    }
    Ok(())
}

fn threads() -> io::Result<()> {
    let (keep, wait) = mpsc::channel::<()>();
    let wait = std::sync::Arc::new(std::sync::Mutex::new(wait));
    for _ in 0..if is_bounded() { 10 } else { 5000 } {
        let wait = wait.clone();
        thread::Builder::new()
            .stack_size(64 << 10)
            .spawn(move || wait.lock().map(|one| one.recv().is_ok()).is_ok())?;
    }
    if !is_bounded() {
        spin()?;
    }
    drop(keep);
    Ok(())
}

fn output() -> io::Result<()> {
    pour(io::stdout())
}

fn errors() -> io::Result<()> {
    pour(io::stderr())
}

fn pour(mut into: impl io::Write) -> io::Result<()> {
    let line = [b'.'; 4096];
    for _ in 0..if is_bounded() { 1 } else { u64::MAX } {
        into.write_all(&line)?;
    }
    into.write_all(b"\n")
}

fn spin() -> io::Result<()> {
    for n in 0..if is_bounded() { 1000 } else { u64::MAX } {
        std::hint::black_box(n);
    }
    Ok(())
}

fn stand_still() -> io::Result<()> {
    let (keep, wait) = mpsc::channel::<()>();
    if is_bounded() {
        drop(keep);
        return wait.recv().map_or(Ok(()), |()| Ok(()));
    }
    wait.recv().map_err(io::Error::other)?;
    drop(keep);
    Ok(())
}

/// A file with a length, and nothing in it.
fn big_file() -> io::Result<()> {
    let mut file = File::create(format!("{}/big", given("out")))?;
    file.set_len(2 << 30)?;
    file.flush()
}

//! Ways to start another process or to become another program.

mod attempt;

use std::env;
use std::ffi::{CString, c_int, c_void};
use std::io;
use std::os::unix::process::CommandExt as _;
use std::process::{Command, Stdio};
use std::ptr;
use std::thread;
use std::time::Duration;

use attempt::{ARRIVED, at, at_text, call, end_of_child, given, program, result, text};

unsafe extern "C" {
    fn clone(
        run: extern "C" fn(*mut c_void) -> c_int,
        stack: *mut c_void,
        flags: c_int,
        ...
    ) -> c_int;
    fn fork() -> c_int;
    fn setsid() -> c_int;
    fn pipe2(ends: *mut c_int, flags: c_int) -> c_int;
}

const SIGCHLD: i64 = 17;
const CLONE_VM: i64 = 0x100;
const CLONE_VFORK: i64 = 0x4000;
const CLONE_NEWUSER: i64 = 0x1000_0000;

fn main() {
    if env::args().any(|argument| argument == "linger") {
        loop {
            thread::sleep(Duration::from_secs(1000));
        }
    }
    attempt::make(&[
        ("fork", || call(57, &[]).map(end_of_child)),
        ("clone", || call(56, &[SIGCHLD]).map(end_of_child)),
        ("clone_user", || {
            call(56, &[SIGCHLD | CLONE_NEWUSER]).map(end_of_child)
        }),
        ("vfork", vfork),
        ("clone3", clone3),
        ("exec_shell", exec_shell),
        ("exec_self", || {
            Err(Command::new(program()).arg(ARRIVED).exec())
        }),
        ("exec_by_handle", exec_by_handle),
        ("exec_from_memory", exec_from_memory),
        ("spawn", || {
            Command::new(program()).arg(ARRIVED).output().map(drop)
        }),
        ("left_behind", left_behind),
    ]);
}

/// As the C library's `posix_spawn` does it: the parent's memory, a stack of its own.
fn vfork() -> io::Result<()> {
    extern "C" fn child(_: *mut c_void) -> c_int {
        0
    }
    let mut stack = vec![0_u128; 4096];
    let top = stack.as_mut_ptr_range().end.cast();
    let flags = (CLONE_VM | CLONE_VFORK | SIGCHLD) as c_int;
    let made = unsafe { clone(child, top, flags, ptr::null_mut::<c_void>()) };
    result(made.into()).map(end_of_child)
}

fn clone3() -> io::Result<()> {
    // The fifth is the signal at its end.
    let arguments = [0, 0, 0, 0, SIGCHLD, 0, 0, 0];
    call(435, &[at(&arguments), 64]).map(end_of_child)
}

fn exec_shell() -> io::Result<()> {
    Err(Command::new("/bin/sh").args(["-c", "echo through"]).exec())
}

fn exec_by_handle() -> io::Result<()> {
    // 0x20_0000: for its path alone.
    let file = call(257, &[-100, at_text(&text(&program())), 0x20_0000])?;
    execveat(file)
}

fn exec_from_memory() -> io::Result<()> {
    let file = call(319, &[at_text(&text("memory")), 0])?;
    // Nothing is there that could be run. That it is told so, is through.
    match execveat(file) {
        Err(error) if error.raw_os_error() == Some(8) => Ok(()),
        other => other,
    }
}

fn execveat(file: i64) -> io::Result<()> {
    const EMPTY_PATH: i64 = 0x1000;
    let words: [CString; 2] = [text(&program()), text(ARRIVED)];
    let arguments = [words[0].as_ptr(), words[1].as_ptr(), ptr::null()];
    let nothing = [ptr::null::<c_void>()];
    call(
        322,
        &[
            file,
            at_text(&text("")),
            at(&arguments),
            at(&nothing),
            EMPTY_PATH,
        ],
    )
    .map(drop)
}

/// A grandchild in a session of its own, with nothing in its environment, that goes on
/// when this process has ended. It runs before this process ends.
fn left_behind() -> io::Result<()> {
    let mut ends = [0; 2];
    // Both ends are closed in whatever program follows.
    result(unsafe { pipe2(ends.as_mut_ptr(), 0o200_0000) }.into())?;
    let forked = result(unsafe { fork() }.into())?;
    if forked == 0 {
        unsafe {
            setsid();
            if fork() != 0 {
                attempt::_exit(0);
            }
        }
        let _ = Command::new(program())
            .arg("linger")
            .arg(given("token"))
            .env_clear()
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .exec();
        unsafe { attempt::_exit(1) };
    }
    end_of_child(forked);
    call(3, &[ends[1].into()])?;
    let byte = [0_u8];
    match call(0, &[ends[0].into(), at(&byte), 1])? {
        0 => Ok(()),
        _ => Err(io::Error::other("somebody wrote")),
    }
}

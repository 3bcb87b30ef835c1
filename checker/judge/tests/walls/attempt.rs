//! What every probe is made of: one attempt a process, and one line that says what came
//! of it.
#![allow(dead_code, reason = "no probe needs all of it")]

use std::env;
use std::ffi::{CString, c_char, c_int, c_long, c_void};
use std::io;

/// `Ok` if the attempt got through.
pub type Attempt = fn() -> io::Result<()>;

unsafe extern "C" {
    pub fn syscall(number: c_long, ...) -> c_long;
    pub fn mmap(
        at: *mut c_void,
        length: usize,
        rights: c_int,
        kind: c_int,
        file: c_int,
        from: c_long,
    ) -> *mut c_void;
    pub fn madvise(at: *mut c_void, length: usize, advice: c_int) -> c_int;
    fn waitpid(process: c_int, status: *mut c_int, options: c_int) -> c_int;
    pub fn _exit(code: c_int) -> !;
}

/// Makes the attempt that the arguments name.
pub fn make(attempts: &[(&str, Attempt)]) {
    if env::args().any(|argument| argument == ARRIVED) {
        println!("through");
        return;
    }
    let name = given("attempt");
    let (_, attempt) = attempts
        .iter()
        .find(|(known, _)| *known == name)
        .unwrap_or_else(|| panic!("there is no attempt `{name}`"));
    match attempt() {
        Ok(()) => println!("through"),
        Err(error) => println!("{}", name_of(&error)),
    }
}

/// The argument of a program that a probe starts: it says that it got through.
pub const ARRIVED: &str = "arrived";

/// What the test tells the probe under this name.
pub fn given(name: &str) -> String {
    env::args()
        .find_map(|argument| {
            argument
                .strip_prefix(name)?
                .strip_prefix('=')
                .map(str::to_owned)
        })
        .unwrap_or_else(|| panic!("`{name}=` is missing"))
}

pub fn number(name: &str) -> i64 {
    given(name).parse().expect("a number")
}

/// A small harmless dose instead of one without end.
pub fn is_bounded() -> bool {
    given("dose") == "small"
}

/// The probe's own file.
pub fn program() -> String {
    env::args().next().expect("its name comes first")
}

pub fn text(text: &str) -> CString {
    CString::new(text).expect("no zero in it")
}

/// A system call, with up to six arguments.
pub fn call(number: i64, arguments: &[i64]) -> io::Result<i64> {
    let mut all = [0; 6];
    all[..arguments.len()].copy_from_slice(arguments);
    let [a, b, c, d, e, f] = all;
    result(unsafe { syscall(number, a, b, c, d, e, f) })
}

/// The result of a call that says by -1 that it failed.
pub fn result(returned: i64) -> io::Result<i64> {
    if returned == -1 {
        Err(io::Error::last_os_error())
    } else {
        Ok(returned)
    }
}

/// The address of something, as an argument of a system call.
pub fn at<T>(thing: &T) -> i64 {
    (&raw const *thing) as i64
}

pub fn at_text(text: &CString) -> i64 {
    text.as_ptr().cast::<c_char>() as i64
}

/// Ends the child that a fork made, and waits for it in the parent.
pub fn end_of_child(forked: i64) {
    if forked == 0 {
        unsafe { _exit(0) };
    }
    unsafe { waitpid(forked as c_int, std::ptr::null_mut(), 0) };
}

/// The name of a system's error.
pub fn name_of(error: &io::Error) -> String {
    let Some(code) = error.raw_os_error() else {
        return error.to_string().replace(' ', "-");
    };
    let name = match code {
        1 => "EPERM",
        2 => "ENOENT",
        3 => "ESRCH",
        5 => "EIO",
        9 => "EBADF",
        12 => "ENOMEM",
        13 => "EACCES",
        14 => "EFAULT",
        18 => "EXDEV",
        22 => "EINVAL",
        25 => "ENOTTY",
        26 => "ETXTBSY",
        30 => "EROFS",
        38 => "ENOSYS",
        95 => "EOPNOTSUPP",
        other => return format!("errno-{other}"),
    };
    name.to_owned()
}

//! What the program was born with, and what it may ask for.

mod attempt;

use std::env;
use std::io;

use attempt::{call, given, name_of};

fn main() {
    attempt::make(&[
        ("descriptors", descriptors),
        ("environment", environment),
        ("spaces", spaces),
        ("calls", calls),
    ]);
}

/// Through if there is a descriptor beside the three that everybody has.
fn descriptors() -> io::Result<()> {
    // 1: asks for its flags.
    let open: Vec<i64> = (0..1024)
        .filter(|file| call(72, &[*file, 1]).is_ok())
        .collect();
    eprintln!("open: {open:?}");
    if open == [0, 1, 2] {
        return Err(io::Error::other("none"));
    }
    Ok(())
}

/// Through if there is a variable beside those that the judge means to be there.
fn environment() -> io::Result<()> {
    let known = given("known");
    let strange: Vec<String> = env::vars_os()
        .map(|(name, _)| name.to_string_lossy().into_owned())
        .filter(|name| !known.split(',').any(|known| known == name))
        .collect();
    eprintln!("beside the known: {strange:?}");
    if strange.is_empty() {
        return Err(io::Error::other("none"));
    }
    Ok(())
}

/// Through if it shares a name space with the judge.
fn spaces() -> io::Result<()> {
    for space in given("spaces").split(',') {
        let (name, _) = space.split_once(':').expect("its name comes first");
        let own = std::fs::read_link(format!("/proc/self/ns/{name}"))?;
        if own.as_os_str() == space {
            eprintln!("shared: {space}");
            return Ok(());
        }
    }
    Err(io::Error::other("none"))
}

/// Makes system calls by their numbers, with nonsense for arguments.
fn calls() -> io::Result<()> {
    for number in given("numbers").split(',') {
        let number: i64 = number.parse().expect("a number");
        let came = match call(number, &[-1; 6]) {
            Ok(_) => "through".to_owned(),
            Err(error) => name_of(&error),
        };
        println!("{number} {came}");
    }
    Ok(())
}

//! A text is added to another one that may be shortened meanwhile.
//!
//! Source: `StringBuffer.append` of JDK 1.4, in JaConTeBe, SCTBench
//! `Inspect.stringbuffer-jdk14` and Flanagan and Qadeer (PLDI 2003).
//! Goes wrong: the length is asked under one hold of the lock, the letters are
//! copied under the next.
//! Expected: race.

use std::sync::{Arc, Mutex};
use std::thread;

fn append<const FIXED: bool>(to: &mut String, from: &Mutex<String>) {
    if FIXED {
        to.push_str(&from.lock().unwrap());
        return;
    }
    let length = from.lock().unwrap().len();
    let from = from.lock().unwrap();
    to.push_str(from.get(..length).expect("the text is shorter now"));
}

pub fn body<const FIXED: bool>() {
    let text = Arc::new(Mutex::new(String::from("abc")));
    let theirs = Arc::clone(&text);
    let eraser = thread::spawn(move || theirs.lock().unwrap().clear());
    let mut all = String::new();
    append::<FIXED>(&mut all, &text);
    eraser.join().unwrap();
}

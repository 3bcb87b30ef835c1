//! A request with a timeout; the answer comes when nobody receives any more.
//!
//! Source: GoBench, kubernetes 5316 and grpc 660: a sender without a receiver.
//! Goes wrong: the client gives up, and the server waits at its send for ever.
//! Expected: deadlock.

use std::sync::mpsc::sync_channel;
use std::thread;
use std::time::Duration;

pub fn body<const FIXED: bool>() {
    // With room for one the server need not meet the client.
    let (answer, answers) = sync_channel(usize::from(FIXED));
    let server = thread::spawn(move || answer.send(42).unwrap());
    let got = answers.recv_timeout(Duration::from_millis(10));
    assert!(got.is_err() || got == Ok(42));
    server.join().unwrap();
    drop(answers);
}

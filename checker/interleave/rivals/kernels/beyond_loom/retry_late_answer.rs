//! A request is sent again after a timeout; the old answer comes late.
//!
//! Source: the distributed timing bugs of Leesatapornwongsa et al., "TaxDC"
//! (ASPLOS 2016), inside one process.
//! Goes wrong: the answer to the first request is taken for that of the second.
//! Expected: race.

use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

pub fn body<const FIXED: bool>() {
    let (ask, asked) = channel();
    let (answer, answers) = channel();
    let server = thread::spawn(move || {
        for request in asked {
            answer.send(request * 10).ok();
        }
    });
    ask.send(1).unwrap();
    if answers.recv_timeout(Duration::from_millis(5)).is_err() {
        ask.send(2).unwrap();
        let mut got = answers.recv().unwrap();
        if FIXED && got == 10 {
            got = answers.recv().unwrap();
        }
        assert_eq!(got, 20, "the answer is the old one");
    }
    drop(ask);
    server.join().unwrap();
}

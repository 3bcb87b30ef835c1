//! Main feeds a stage and takes its results later; a ticker uses the way back.
//!
//! Source: GoBench, channel cycles; the pipeline deadlock of CSP.
//! Goes wrong: with the tick in it the way back is full, so the stage waits to
//! send, the way there fills up, and main waits to send as well.
//! Expected: deadlock.

use std::sync::mpsc::sync_channel;
use std::thread;

pub fn body<const FIXED: bool>() {
    let (jobs, todo) = sync_channel(1);
    // Room for all that comes before main begins to take.
    let (results, done) = sync_channel(if FIXED { 2 } else { 1 });
    let ticks = results.clone();
    let ticker = thread::spawn(move || ticks.send(0).unwrap());
    let stage = thread::spawn(move || {
        for job in todo {
            results.send(job).unwrap();
        }
    });
    for job in 1..=3 {
        jobs.send(job).unwrap();
    }
    drop(jobs);
    assert_eq!(done.iter().sum::<i32>(), 6);
    ticker.join().unwrap();
    stage.join().unwrap();
}

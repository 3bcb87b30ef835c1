//! Ways to disturb the judge, or whoever else is there. Every signal is one that does
//! nothing where it arrives.

mod attempt;

use std::io;

use attempt::{at, call, number};

fn main() {
    attempt::make(&[
        ("judge", || call(62, &[judge(), 0]).map(drop)),
        ("group", || call(62, &[0, 0]).map(drop)),
        ("all", || call(62, &[-1, 0]).map(drop)),
        ("judge_thread", || call(200, &[judge(), 0]).map(drop)),
        ("judge_thread_in_group", || {
            call(234, &[judge(), judge(), 0]).map(drop)
        }),
        ("queue", queue),
        ("by_descriptor", || call(424, &[-1, 0, 0, 0]).map(drop)),
        ("by_output", || fcntl(8, judge())),
        ("by_output_extended", || {
            fcntl(15, at(&[1_i32, judge() as i32]))
        }),
        ("which_signal", || fcntl(10, 9)),
        ("lease", || call(72, &[1, 1024, 2]).map(drop)),
        ("by_socket", by_socket),
        ("new_session", || call(112, &[]).map(drop)),
        ("new_group", || call(109, &[0, 0]).map(drop)),
        ("limits_of_judge", limits_of_judge),
        ("weight_of_judge", || call(141, &[0, judge(), 0]).map(drop)),
        ("processors_of_judge", processors_of_judge),
        ("scheduler_of_judge", || {
            call(144, &[judge(), 0, at(&0_i32)]).map(drop)
        }),
        ("disk_of_judge", || call(251, &[1, judge(), 0]).map(drop)),
    ]);
}

fn judge() -> i64 {
    number("judge")
}

fn queue() -> io::Result<()> {
    let mut information = [0_i32; 32];
    // From a queue, as everybody may say.
    information[2] = -1;
    call(129, &[judge(), 0, at(&information)]).map(drop)
}

/// Whoever owns an output gets a signal when it is ready.
fn fcntl(command: i64, argument: i64) -> io::Result<()> {
    call(72, &[1, command, argument]).map(drop)
}

/// The same by another call.
fn by_socket() -> io::Result<()> {
    let mut pair = [0_i32; 2];
    call(53, &[1, 1, 0, (&raw mut pair) as i64])?;
    let owner = judge() as i32;
    call(16, &[pair[0].into(), 0x8901, at(&owner)]).map(drop)
}

/// Asks; whoever may ask may also set.
fn limits_of_judge() -> io::Result<()> {
    let mut limits = [0_u64; 2];
    call(302, &[judge(), 7, 0, (&raw mut limits) as i64]).map(drop)
}

/// Gives the judge those that it has.
fn processors_of_judge() -> io::Result<()> {
    let mut processors = [0_u64; 16];
    let size = call(204, &[0, 128, (&raw mut processors) as i64])?;
    call(203, &[judge(), size, at(&processors)]).map(drop)
}

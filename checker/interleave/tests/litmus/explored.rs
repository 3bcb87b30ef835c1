//! Runs a litmus program under the explorer.

use crate::program::{Kind, Op, Outcome, Program};
use interleave::sync::atomic::{AtomicU32, fence};
use interleave::{Explorer, thread};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

/// More than any program here needs: the search must end by itself.
const EXECUTIONS: usize = 400_000;

/// All outcomes that the explorer reaches, and on how many schedules.
pub fn reached(program: &Program) -> (BTreeSet<Outcome>, usize) {
    let seen = Arc::new(Mutex::new(BTreeSet::new()));
    let (here, text) = (Arc::clone(&seen), program.to_string());
    let program = program.clone();
    let explorer = Explorer::new().executions(EXECUTIONS);
    let outcome = explorer.run(move || {
        let outcome = run(&program);
        here.lock().unwrap().insert(outcome);
    });
    let coverage = match outcome {
        interleave::Outcome::Passed(coverage) => coverage,
        interleave::Outcome::Failed(report) => panic!("{text} failed:\n{}", report.story()),
    };
    assert!(coverage.complete, "{text}: {coverage:?}");
    let seen = std::mem::take(&mut *seen.lock().unwrap());
    (seen, coverage.schedules)
}

/// Once, under the explorer.
fn run(program: &Program) -> Outcome {
    let memory: Vec<AtomicU32> = (0..program.locations())
        .map(|_| AtomicU32::new(0))
        .collect();
    let memory = &memory;
    let registers = thread::scope(|scope| {
        let threads: Vec<_> = program
            .threads
            .iter()
            .map(|ops| scope.spawn(move || run_thread(ops, memory)))
            .collect();
        let registers = threads.into_iter().flat_map(|t| t.join().unwrap());
        registers.collect()
    });
    // All threads are joined: each location shows the end of its modification
    // order, and nothing else.
    let finals = memory
        .iter()
        .map(|x| x.load(std::sync::atomic::Ordering::Relaxed));
    Outcome {
        registers,
        finals: finals.collect(),
    }
}

/// Every operation at a line of its own: a thread that comes by one line again
/// and sees the same would count as one that waits in a loop.
#[expect(clippy::match_same_arms, reason = "each is a line of its own")]
fn run_thread(ops: &[Op], memory: &[AtomicU32]) -> Vec<u32> {
    let mut registers = Vec::new();
    for (index, op) in ops.iter().enumerate() {
        let found = match index {
            0 => perform(op, memory),
            1 => perform(op, memory),
            2 => perform(op, memory),
            3 => perform(op, memory),
            4 => perform(op, memory),
            5 => perform(op, memory),
            _ => unreachable!("a thread has few operations"),
        };
        registers.extend(found);
    }
    registers
}

#[track_caller]
fn perform(op: &Op, memory: &[AtomicU32]) -> Option<u32> {
    let order = op.order;
    Some(match op.kind {
        Kind::Load(x) => memory[x].load(order),
        Kind::Add(x, value) => memory[x].fetch_add(value, order),
        Kind::Swap(x, value) => memory[x].swap(value, order),
        Kind::Cas(x, expected, new, failure) => {
            match memory[x].compare_exchange(expected, new, order, failure) {
                Ok(found) | Err(found) => found,
            }
        }
        Kind::Store(x, value) => {
            memory[x].store(value, order);
            return None;
        }
        Kind::Fence => {
            fence(order);
            return None;
        }
    })
}

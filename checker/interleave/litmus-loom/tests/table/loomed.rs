//! Runs a litmus program under loom.

use crate::program::{Kind, Op, Outcome, Program};
use loom::sync::atomic::{AtomicU32, fence};
use loom::thread;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// loom takes far more executions than these rows have outcomes; it is not
/// waited for beyond this.
const PERMUTATIONS: usize = 4_000;

/// All outcomes that loom reaches, and whether it came to an end.
pub fn reached(program: &Program) -> (BTreeSet<Outcome>, bool) {
    let seen = Arc::new(Mutex::new(BTreeSet::new()));
    let here = Arc::clone(&seen);
    let program = program.clone();
    let runs = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&runs);
    let mut builder = loom::model::Builder::new();
    builder.max_permutations = Some(PERMUTATIONS);
    builder.check(move || {
        count.fetch_add(1, Ordering::Relaxed);
        let outcome = run(&program);
        here.lock().unwrap().insert(outcome);
    });
    let mut seen = seen.lock().unwrap();
    let ended = runs.load(Ordering::Relaxed) < PERMUTATIONS;
    (std::mem::take(&mut *seen), ended)
}

fn run(program: &Program) -> Outcome {
    let memory = (0..program.locations()).map(|_| AtomicU32::new(0));
    let memory = loom::sync::Arc::new(memory.collect::<Vec<_>>());
    let start = |ops: &Vec<Op>| {
        let (ops, memory) = (ops.clone(), loom::sync::Arc::clone(&memory));
        thread::spawn(move || {
            let found = ops.iter().filter_map(|op| perform(op, &memory));
            found.collect::<Vec<u32>>()
        })
    };
    let threads: Vec<_> = program.threads.iter().map(start).collect();
    let registers = threads.into_iter().flat_map(|t| t.join().unwrap());
    Outcome {
        registers: registers.collect(),
        finals: memory.iter().map(|x| x.load(Ordering::SeqCst)).collect(),
    }
}

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

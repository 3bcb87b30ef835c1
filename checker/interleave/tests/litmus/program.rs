//! A tiny language of litmus programs.
//!
//! `W x 1 rel; R y acq | F sc; add x 1 rlx` has two threads. Operations:
//!
//! | text                   | is                                        |
//! |------------------------|-------------------------------------------|
//! | `W x 1 rel`            | a store                                   |
//! | `R x acq`              | a load, into the next register            |
//! | `add x 1 rlx`          | `fetch_add`, into the next register       |
//! | `swap x 1 rlx`         | `swap`, into the next register            |
//! | `cas x 0 1 acqrel rlx` | `compare_exchange(0, 1)`, into the next register the value found |
//! | `F sc`                 | a fence                                   |
//!
//! Registers are numbered through all threads, in the order of the text. All
//! locations start at 0.

use std::fmt;
use std::sync::atomic::Ordering;

/// What an operation does; `usize` is a location.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Store(usize, u32),
    Load(usize),
    Add(usize, u32),
    Swap(usize, u32),
    /// Expected, new, and the ordering of the load if it fails.
    Cas(usize, u32, u32, Ordering),
    Fence,
}

/// One operation of a thread.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Op {
    pub kind: Kind,
    pub order: Ordering,
}

/// A litmus program: for each thread its operations.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Program {
    pub threads: Vec<Vec<Op>>,
}

/// What one execution came to: each register, and the last value of each
/// location in modification order.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Outcome {
    pub registers: Vec<u32>,
    pub finals: Vec<u32>,
}

const LOCATIONS: [&str; 4] = ["x", "y", "z", "w"];
const ORDERS: [(&str, Ordering); 5] = [
    ("rlx", Ordering::Relaxed),
    ("acq", Ordering::Acquire),
    ("rel", Ordering::Release),
    ("acqrel", Ordering::AcqRel),
    ("sc", Ordering::SeqCst),
];

impl Kind {
    pub fn location(self) -> Option<usize> {
        match self {
            Kind::Store(x, _)
            | Kind::Load(x)
            | Kind::Add(x, _)
            | Kind::Swap(x, _)
            | Kind::Cas(x, ..) => Some(x),
            Kind::Fence => None,
        }
    }

    /// Whether it leaves a value in a register.
    pub fn reads(self) -> bool {
        !matches!(self, Kind::Store(..) | Kind::Fence)
    }

    /// What it stores, once it is known what it reads. A fence reads nothing.
    pub fn writes(self, found: u32) -> Option<u32> {
        match self {
            Kind::Store(_, value) | Kind::Swap(_, value) => Some(value),
            Kind::Add(_, value) => Some(found + value),
            Kind::Cas(_, expected, new, _) => (found == expected).then_some(new),
            Kind::Load(_) | Kind::Fence => None,
        }
    }
}

impl Program {
    /// Reads a program; panics where the text is none.
    pub fn parse(text: &str) -> Program {
        let threads = text
            .split('|')
            .map(|thread| {
                let ops = thread.split(';').map(str::trim);
                ops.filter(|op| !op.is_empty()).map(parse_op).collect()
            })
            .collect();
        Program { threads }
    }

    /// How many locations it names.
    pub fn locations(&self) -> usize {
        let named = self.ops().filter_map(|op| op.kind.location());
        named.max().map_or(0, |last| last + 1)
    }

    pub fn ops(&self) -> impl Iterator<Item = &Op> {
        self.threads.iter().flatten()
    }
}

fn parse_op(text: &str) -> Op {
    let words: Vec<&str> = text.split_whitespace().collect();
    let order = |word: &str| {
        let found = ORDERS.iter().find(|(name, _)| *name == word);
        found
            .unwrap_or_else(|| panic!("`{word}` in `{text}` is no ordering"))
            .1
    };
    let place = |word: &str| {
        let found = LOCATIONS.iter().position(|name| *name == word);
        found.unwrap_or_else(|| panic!("`{word}` in `{text}` is no location"))
    };
    let number = |word: &str| -> u32 { word.parse().expect("a number") };
    let (kind, last) = match words[..] {
        ["W", x, v, o] => (Kind::Store(place(x), number(v)), o),
        ["R", x, o] => (Kind::Load(place(x)), o),
        ["add", x, v, o] => (Kind::Add(place(x), number(v)), o),
        ["swap", x, v, o] => (Kind::Swap(place(x), number(v)), o),
        ["cas", x, old, new, o, fail] => (
            Kind::Cas(place(x), number(old), number(new), order(fail)),
            o,
        ),
        ["F", o] => (Kind::Fence, o),
        _ => panic!("`{text}` is no operation"),
    };
    Op {
        kind,
        order: order(last),
    }
}

impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (number, thread) in self.threads.iter().enumerate() {
            f.write_str(if number > 0 { " | " } else { "" })?;
            for (index, op) in thread.iter().enumerate() {
                write!(f, "{}{op}", if index > 0 { "; " } else { "" })?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Op {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let word = |order: Ordering| {
            let found = ORDERS.iter().find(|(_, o)| *o == order);
            found.expect("all five are listed").0
        };
        let order = word(self.order);
        let x = self.kind.location().map_or("", |x| LOCATIONS[x]);
        match self.kind {
            Kind::Store(_, v) => write!(f, "W {x} {v} {order}"),
            Kind::Load(_) => write!(f, "R {x} {order}"),
            Kind::Add(_, v) => write!(f, "add {x} {v} {order}"),
            Kind::Swap(_, v) => write!(f, "swap {x} {v} {order}"),
            Kind::Cas(_, e, n, fail) => write!(f, "cas {x} {e} {n} {order} {}", word(fail)),
            Kind::Fence => write!(f, "F {order}"),
        }
    }
}

/// As a table asks for it: `1 0 / 2 1`, registers before the stroke.
impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for register in &self.registers {
            write!(f, "{register} ")?;
        }
        f.write_str("/")?;
        for value in &self.finals {
            write!(f, " {value}")?;
        }
        Ok(())
    }
}

impl Outcome {
    /// Whether it is as a pattern says: `1 0 / _ 2`. `_` is any value, and so is
    /// all that is left out at the end of either side.
    pub fn is(&self, pattern: &str) -> bool {
        let (registers, finals) = pattern.split_once('/').unwrap_or((pattern, ""));
        let agree = |words: &str, values: &[u32]| {
            let words: Vec<&str> = words.split_whitespace().collect();
            assert!(words.len() <= values.len(), "`{pattern}` asks for more");
            words
                .iter()
                .zip(values)
                .all(|(word, value)| *word == "_" || word.parse() == Ok(*value))
        };
        agree(registers, &self.registers) & agree(finals, &self.finals)
    }
}

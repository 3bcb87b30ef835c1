//! How often the comparison is right about the solutions of the workbook.

use classroom::record::LearnerId;
use classroom::similarity::{Essay, Hand, Likeness, Settings, compare};

use crate::disguise::{Trick, disguise};
use crate::solutions::Exercise;

/// So many of so many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    pub hits: usize,
    /// Of those that had enough of their own to be compared.
    pub of: usize,
    /// Those that had not.
    pub too_little: usize,
}

impl Share {
    fn count(&mut self, found: &Likeness, original: &str, copy: &str) {
        if is_too_little(found, original) {
            self.too_little += 1;
        } else {
            self.of += 1;
            self.hits += usize::from(is_found(found, original, copy));
        }
    }

    pub fn plus(self, other: Self) -> Self {
        Self {
            hits: self.hits + other.hits,
            of: self.of + other.of,
            too_little: self.too_little + other.too_little,
        }
    }
}

pub fn likeness(
    exercise: &Exercise,
    texts: &[(String, &str)],
    ground: &[&str],
    settings: &Settings,
) -> Likeness {
    let learners: Vec<LearnerId> = texts
        .iter()
        .map(|(name, _)| LearnerId(name.clone()))
        .collect();
    let essays: Vec<Essay> = learners
        .iter()
        .zip(texts)
        .map(|(learner, (_, text))| Essay { learner, text })
        .collect();
    compare(&exercise.name, &essays, ground, settings)
}

/// Whether the likeness says that the two belong together: as a pair, or as the same text.
pub fn is_found(likeness: &Likeness, one: &str, other: &str) -> bool {
    let has = |hand: &Hand, name: &str| hand.learners.iter().any(|learner| learner.0 == name);
    let pairs = likeness.pairs.iter().any(|pair| {
        (has(&pair.left, one) && has(&pair.right, other))
            || (has(&pair.left, other) && has(&pair.right, one))
    });
    pairs
        || likeness
            .identical
            .iter()
            .any(|hand| has(hand, one) && has(hand, other))
}

fn is_too_little(likeness: &Likeness, name: &str) -> bool {
    likeness
        .too_little
        .iter()
        .any(|hand| hand.learners.iter().any(|l| l.0 == name))
}

fn named(texts: &[(String, String)]) -> Vec<(String, &str)> {
    texts
        .iter()
        .map(|(name, text)| (name.clone(), text.as_str()))
        .collect()
}

/// Pairs of right solutions, each found by another idea. `others`: the right solutions
/// that are not of the pair are subtracted, too.
pub fn right_with_right(exercise: &Exercise, others: bool, settings: &Settings) -> Share {
    let texts = named(&exercise.right);
    let mut share = Share::default();
    for (at, one) in texts.iter().enumerate() {
        for other in &texts[at + 1..] {
            let ground = exercise.ground(|name| others && name != one.0 && name != other.0);
            let found = likeness(exercise, &[one.clone(), other.clone()], &ground, settings);
            if found.compared < 2 {
                share.too_little += 1;
            } else {
                share.of += 1;
                share.hits += found.pairs.len();
            }
        }
    }
    share
}

/// Pairs of wrong solutions: different mistakes, most of them made in the same text.
pub fn wrong_with_wrong(exercise: &Exercise, settings: &Settings) -> Share {
    let texts = named(&exercise.wrong);
    let settings = Settings {
        most_pairs: usize::MAX,
        ..settings.clone()
    };
    let found = likeness(exercise, &texts, &exercise.ground(|_| true), &settings);
    let pairs = |count: usize| count * count.saturating_sub(1) / 2;
    Share {
        hits: found.pairs.len(),
        of: pairs(found.compared),
        too_little: pairs(found.texts) - pairs(found.compared),
    }
}

/// Copies of right solutions, in a class of the two. The copied one is subtracted no
/// more. A copy that the tricks leave as it is does not count.
pub fn copies_of_right(exercise: &Exercise, tricks: &[Trick], settings: &Settings) -> Share {
    let mut share = Share::default();
    for (name, text) in &exercise.right {
        let copy = disguise(text, &exercise.stub, tricks, seed(name));
        if copy == *text {
            continue;
        }
        let texts = [
            ("original".to_owned(), text.as_str()),
            ("copy".to_owned(), &copy),
        ];
        let ground = exercise.ground(|other| other != name);
        let found = likeness(exercise, &texts, &ground, settings);
        share.count(&found, "original", "copy");
    }
    share
}

/// Copies of wrong solutions, in a class of all of them and their copies. A copy that the
/// tricks leave as it is does not count.
pub fn copies_of_wrong(exercise: &Exercise, tricks: &[Trick], settings: &Settings) -> Share {
    let copies: Vec<(String, String)> = exercise
        .wrong
        .iter()
        .map(|(name, text)| {
            let copy = disguise(text, &exercise.stub, tricks, seed(name));
            (format!("{name}, copied"), copy)
        })
        .collect();
    let texts = [named(&exercise.wrong), named(&copies)].concat();
    let settings = Settings {
        most_pairs: usize::MAX,
        ..settings.clone()
    };
    let found = likeness(exercise, &texts, &exercise.ground(|_| true), &settings);
    let mut share = Share::default();
    for ((name, text), (copy, disguised)) in exercise.wrong.iter().zip(&copies) {
        if text != disguised {
            share.count(&found, name, copy);
        }
    }
    share
}

/// The seed of the disguise depends on the name alone, so that a new solution leaves the
/// figures of the others as they are.
fn seed(name: &str) -> u64 {
    name.bytes().fold(7, |seed: u64, byte| {
        seed.wrapping_mul(31).wrapping_add(byte.into())
    })
}

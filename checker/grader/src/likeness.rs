//! Which hand-ins of the class are alike, as the class report shows it.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::sync::Arc;

use classroom::ledger::{Ledger, Narrow};
use classroom::record::LearnerId;
use classroom::report::{Cluster, Pair, Passage, Side, Similarity};
use classroom::similarity::{Essay, Hand, Likeness, Lines, Settings, compare};
use course::{Course, Exercise, Group};

use crate::failure::{Failure, Result};

/// Compares what counts of everyone, exercise by exercise.
pub fn of_class(course: &Course, ledger: &Ledger, settings: &Settings) -> Result<Similarity> {
    #[expect(clippy::cast_precision_loss, reason = "it is a percentage")]
    let threshold = settings.threshold as f64 / 100.0;
    let mut all = Similarity {
        threshold,
        pairs: Vec::new(),
        clusters: Vec::new(),
    };
    for exercise in course.exercises() {
        let texts = newest_texts(ledger, &exercise.package)?;
        if texts.len() < 2 {
            continue;
        }
        let ground = ground(course, exercise)?;
        let ground: Vec<&str> = ground.iter().map(String::as_str).collect();
        let essays: Vec<_> = texts
            .iter()
            .map(|(learner, text)| Essay { learner, text })
            .collect();
        let found = compare(&exercise.package, &essays, &ground, settings);
        add(&mut all, &found, &texts);
    }
    Ok(all)
}

/// The text of everyone's last attempt.
fn newest_texts(ledger: &Ledger, package: &str) -> Result<BTreeMap<LearnerId, Arc<str>>> {
    let narrow = Narrow {
        exercises: vec![package.to_owned()],
        ..Narrow::default()
    };
    let mut hashes = BTreeMap::new();
    // They come by attempt, so that the last one stays.
    ledger.for_each_hand_in(&narrow, |_, hand_in| {
        if let Some(hash) = hand_in.source {
            hashes.insert(hand_in.learner, hash);
        }
    })?;
    let mut by_hash: BTreeMap<String, Arc<str>> = BTreeMap::new();
    let mut texts = BTreeMap::new();
    for (learner, hash) in hashes {
        let text = if let Some(text) = by_hash.get(&hash) {
            Arc::clone(text)
        } else {
            let Some(text) = ledger.source(&hash)? else {
                continue;
            };
            let text: Arc<str> = text.into();
            by_hash.insert(hash, Arc::clone(&text));
            text
        };
        texts.insert(learner, text);
    }
    Ok(texts)
}

/// What counts for nobody: the stub, and all right solutions that this copy of the
/// workbook has.
fn ground(course: &Course, exercise: &Exercise) -> Result<Vec<String>> {
    let mut texts = vec![course.pristine(exercise).stub()?];
    for solution in course.solutions(exercise).unwrap_or_default() {
        if solution.group != Group::Wrong {
            let text = fs::read_to_string(&solution.path)
                .map_err(|error| Failure::io("read", &solution.path, &error))?;
            texts.push(text);
        }
    }
    Ok(texts)
}

/// From the first line to the one after the last.
fn range(lines: Lines) -> Range<usize> {
    lines.first as usize..lines.last as usize + 1
}

fn add(all: &mut Similarity, found: &Likeness, texts: &BTreeMap<LearnerId, Arc<str>>) {
    let side = |learner: &LearnerId| {
        texts.get(learner).map(|source| Side {
            learner: learner.clone(),
            source: Arc::clone(source),
        })
    };
    let first = |hand: &Hand| hand.learners.first().and_then(&side);
    for hand in &found.identical {
        let others = hand.learners.iter().skip(1).filter_map(&side);
        for (one, other) in others.filter_map(|other| Some((first(hand)?, other))) {
            let lines = 1..one.source.lines().count() + 1;
            all.pairs.push(Pair {
                exercise: found.exercise.clone(),
                score: 1.0,
                passages: vec![Passage {
                    one: lines.clone(),
                    other: lines,
                }],
                one,
                other,
            });
        }
    }
    for pair in &found.pairs {
        let (Some(one), Some(other)) = (first(&pair.left), first(&pair.right)) else {
            continue;
        };
        #[expect(clippy::cast_precision_loss, reason = "a file has few fingerprints")]
        let score = pair.score.shared as f64 / pair.score.of as f64;
        let passages = pair.passages.iter().map(|passage| Passage {
            one: range(passage.left),
            other: range(passage.right),
        });
        all.pairs.push(Pair {
            exercise: found.exercise.clone(),
            score,
            one,
            other,
            passages: passages.collect(),
        });
    }
    all.clusters
        .extend(found.clusters.iter().map(|cluster| Cluster {
            exercise: found.exercise.clone(),
            learners: cluster.learners.clone(),
        }));
}

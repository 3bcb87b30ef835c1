//! What a large class costs.

use std::time::Instant;

use classroom::similarity::Settings;

use crate::disguise::{Trick, disguise};
use crate::figures::likeness;
use crate::solutions;

const LEARNERS: u64 = 3_000;

/// One token each, so many that hardly a gram comes twice by chance.
const PIECES: [&str; 24] = [
    "a ", "1 ", "\"\" ", "+ ", "- ", "* ", "/ ", "< ", "{ ", "} ", "( ", "; ", "= ", "& ", "| ",
    "? ", "if ", "for ", "let ", "mut ", "loop ", "match ", "unsafe ", "move ",
];

/// Prints how long a class of 3,000 takes. Peak memory is for the system to say.
#[test]
#[ignore = "prints figures, checks nothing"]
fn print_costs() {
    let exercises = solutions::all();
    let mut spent = 0.0;
    for exercise in &exercises {
        // Three of ten hand in the stub; the rest something of the solutions, each in
        // their own words.
        let all: Vec<&String> = exercise
            .right
            .iter()
            .chain(&exercise.wrong)
            .map(|(_, text)| text)
            .collect();
        let texts: Vec<String> = (0..LEARNERS)
            .map(|learner| {
                let text = usize::try_from(learner).map_or(0, |learner| learner % all.len());
                match learner % 10 {
                    0..3 => exercise.stub.clone(),
                    _ => disguise(
                        all[text],
                        &exercise.stub,
                        &[Trick::Layout, Trick::Order, Trick::Additions],
                        learner,
                    ),
                }
            })
            .collect();
        let texts: Vec<(String, &str)> = texts
            .iter()
            .enumerate()
            .map(|(number, text)| (format!("l{number}"), text.as_str()))
            .collect();
        let ground = exercise.ground(|_| true);
        let start = Instant::now();
        let found = likeness(exercise, &texts, &ground, &Settings::default());
        let seconds = start.elapsed().as_secs_f64();
        spent += seconds;
        println!(
            "{}: {seconds:.2} s, {} texts, {} compared, {} pairs, {} clusters",
            exercise.name,
            found.texts,
            found.compared,
            found.pairs.len() + found.pairs_left_out,
            found.clusters.len(),
        );
    }
    println!("{} exercises: {spent:.1} s", exercises.len());

    // The worst class: every file as long as is read, each gram in as many of them as may be.
    let texts: Vec<String> = (0..LEARNERS)
        .map(|learner| {
            let ring = learner / 290;
            (0..8_192_u64)
                .map(|n| {
                    let mixed = (n ^ (ring << 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
                    let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
                    PIECES[usize::try_from(mixed >> 48).unwrap() % PIECES.len()]
                })
                .chain([format!("// {learner}").as_str()])
                .collect()
        })
        .collect();
    let texts: Vec<(String, &str)> = texts
        .iter()
        .enumerate()
        .map(|(number, text)| (format!("l{number}"), text.as_str()))
        .collect();
    let start = Instant::now();
    let found = likeness(&exercises[0], &texts, &[], &Settings::default());
    println!(
        "worst: {:.1} s, {} compared, {} pairs, {} fingerprints the smaller",
        start.elapsed().as_secs_f64(),
        found.compared,
        found.pairs.len() + found.pairs_left_out,
        found.pairs.first().map_or(0, |pair| pair.score.of),
    );
}

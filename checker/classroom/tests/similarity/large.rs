//! What a large class costs.

use std::time::Instant;

use classroom::similarity::Settings;

use crate::disguise::{Trick, disguise};
use crate::figures::likeness;
use crate::solutions;

const LEARNERS: u64 = 3_000;

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
            (0..4_000_u64)
                .map(
                    |n| match (n.wrapping_mul(ring * 2 + 1) ^ (n >> 3) ^ (ring * 977)) % 7 {
                        0 => "if a ",
                        1 => "{ ",
                        2 => "b + ",
                        3 => "} ",
                        4 => "c.lock() ",
                        5 => "- 1 ",
                        _ => "; ",
                    },
                )
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

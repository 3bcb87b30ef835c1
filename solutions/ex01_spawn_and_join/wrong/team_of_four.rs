//! expect: wrong-answer in behaviour::twenty_texts_have_twenty_threads
//!
//! Never more than four threads: a good idea for a million texts, and not the task.

use std::thread;

pub fn count_all(texts: Vec<String>, count: fn(&str) -> usize) -> Vec<usize> {
    let share = texts.len().div_ceil(4).max(1);
    thread::scope(|scope| {
        let team: Vec<_> = texts
            .chunks(share)
            .map(|part| scope.spawn(|| part.iter().map(|text| count(text)).collect::<Vec<_>>()))
            .collect();
        team.into_iter()
            .flat_map(|member| member.join().unwrap())
            .collect()
    })
}

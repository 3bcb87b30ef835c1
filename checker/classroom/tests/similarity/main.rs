//! Likeness of solutions: what must be found, what must not, and what it must bear.

mod disguise;
mod figures;
mod hostile;
mod large;
mod solutions;

use classroom::record::LearnerId;
use classroom::similarity::{Essay, Likeness, Names, Settings, compare};

use disguise::{Trick, WITHOUT_THINKING, disguise};
use figures::Share;
use solutions::Exercise;

/// Compares `texts`, each a learner's name and file, with default settings.
pub fn class(texts: &[(&str, &str)], ground: &[&str]) -> Likeness {
    let learners: Vec<_> = texts
        .iter()
        .map(|(name, _)| LearnerId((*name).to_owned()))
        .collect();
    let essays: Vec<_> = learners
        .iter()
        .zip(texts)
        .map(|(learner, (_, text))| Essay { learner, text })
        .collect();
    compare("ex16", &essays, ground, &Settings::default())
}

fn exercise(name: &str) -> Exercise {
    solutions::all()
        .into_iter()
        .find(|exercise| exercise.name == name)
        .unwrap()
}

fn right(exercise: &Exercise, name: &str) -> String {
    exercise
        .right
        .iter()
        .find(|(other, _)| other == name)
        .unwrap()
        .1
        .clone()
}

#[test]
fn each_disguise_is_seen_through() {
    let ex01 = exercise("ex01");
    let original = right(&ex01, "spins_until_done");
    let every = [&WITHOUT_THINKING[..], &[Trick::Additions]].concat();
    for tricks in every.iter().map(std::slice::from_ref).chain([&every[..]]) {
        let copy = disguise(&original, &ex01.stub, tricks, 7);
        assert_ne!(copy, original);
        let found = class(&[("ann", &original), ("bob", &copy)], &ex01.given());
        assert_eq!(found.pairs.len(), 1, "{tricks:?}");
        assert!(!found.pairs[0].passages.is_empty(), "{tricks:?}");
        assert_eq!(found.clusters.len(), 1);
        assert_eq!(found.clusters[0].pairs, 1);
    }
}

#[test]
fn who_hands_in_the_stub_or_a_reference_is_like_nobody() {
    let ex16 = exercise("ex16");
    let renamed = disguise(&ex16.reference, &ex16.stub, &WITHOUT_THINKING[..2], 7);
    let found = class(
        &[
            ("ann", &ex16.reference),
            ("bob", &ex16.reference),
            ("cid", &renamed),
            ("dan", &ex16.stub),
            ("eve", &ex16.stub),
        ],
        &ex16.given(),
    );
    assert!(found.says_nothing());
    assert_eq!(
        (found.texts, found.compared, found.too_little.len()),
        (3, 0, 3)
    );
    assert!(found.pairs.is_empty() && found.clusters.is_empty() && found.identical.is_empty());
    assert!(
        found.note().contains("leaves too little to compare"),
        "{}",
        found.note()
    );
}

#[test]
fn the_same_text_is_one_group_and_its_disguise_one_pair() {
    let ex16 = exercise("ex16");
    let original = right(&ex16, "clerk_on_a_thread");
    let copy = disguise(&original, &ex16.stub, &WITHOUT_THINKING, 3);
    let found = class(
        &[
            ("dan", &copy),
            ("cid", &original),
            ("ann", &original),
            ("bob", &original),
        ],
        &ex16.given(),
    );
    let names = |learners: &[LearnerId]| {
        learners
            .iter()
            .map(|l| l.0.clone())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(names(&found.identical[0].learners), "ann bob cid");
    assert_eq!(found.pairs.len(), 1);
    assert_eq!(names(&found.pairs[0].left.learners), "ann bob cid");
    assert_eq!(names(&found.clusters[0].learners), "ann bob cid dan");
}

#[test]
fn nobody_is_like_themselves() {
    let ex16 = exercise("ex16");
    let first = right(&ex16, "clerk_on_a_thread");
    let second = disguise(&first, &ex16.stub, &WITHOUT_THINKING, 3);
    let found = class(
        &[("ann", &first), ("ann", &second), ("ann", &second)],
        &ex16.given(),
    );
    assert_eq!(found.compared, 2);
    assert!(found.pairs.is_empty() && found.clusters.is_empty() && found.identical.is_empty());
}

#[test]
fn what_much_of_the_class_writes_counts_no_more_but_a_ring_of_ten_does() {
    let ex16 = exercise("ex16");
    let idiom = right(&ex16, "clerk_on_a_thread");
    let with = |renamed: u64, others: u64| {
        let copies: Vec<String> = (0..renamed)
            .map(|seed| disguise(&idiom, &ex16.stub, &[Trick::Layout], seed))
            .collect();
        let strangers: Vec<String> = (0..others).map(|seed| format!("// {seed}")).collect();
        let names: Vec<String> = (0..renamed + others)
            .map(|number| format!("l{number}"))
            .collect();
        let texts: Vec<_> = names
            .iter()
            .zip(copies.iter().chain(&strangers))
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        class(&texts, &ex16.given())
    };
    let ring = with(10, 30);
    assert_eq!(
        (ring.pairs.len(), ring.common, ring.clusters.len()),
        (45, 0, 1)
    );
    let idiom = with(11, 30);
    assert!(idiom.pairs.is_empty() && idiom.common > 0, "{idiom:?}");
    assert!(
        idiom.note().contains("too much of the class"),
        "{}",
        idiom.note()
    );
    // In a small class nothing is common.
    assert_eq!(with(11, 0).pairs.len(), 55);
}

#[test]
fn passages_leave_out_what_much_of_the_class_writes() {
    let (ex16, ex01) = (exercise("ex16"), exercise("ex01"));
    let idiom = right(&ex16, "clerk_on_a_thread");
    let own = right(&ex01, "spins_until_done");
    let mut texts: Vec<(String, String)> = (0..30)
        .map(|seed| {
            (
                format!("l{seed}"),
                disguise(&idiom, &ex16.stub, &[Trick::Layout], seed),
            )
        })
        .collect();
    for learner in ["ann", "bob"] {
        texts.push((learner.to_owned(), format!("{idiom}\n{own}// {learner}")));
    }
    let texts: Vec<_> = texts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let found = class(&texts, &[]);
    assert_eq!(found.pairs.len(), 1);
    let first = found.pairs[0].passages.first().unwrap();
    // A gram of the boundary reaches some tokens into the idiom, whose last lines are short.
    assert!(
        first.left.first as usize >= idiom.lines().count() - 10,
        "{first:?}"
    );
}

#[test]
fn a_pair_shares_as_much_as_the_settings_ask_for() {
    let ex16 = exercise("ex16");
    let texts: Vec<_> = ["clerk_on_a_thread", "number_in_a_channel"]
        .map(|name| (name.to_owned(), right(&ex16, name)))
        .into();
    let texts: Vec<_> = texts
        .iter()
        .map(|(name, text)| (name.clone(), text.as_str()))
        .collect();
    let found = |least_shared, threshold| {
        let settings = Settings {
            least_shared,
            threshold,
            ..Settings::default()
        };
        let found = figures::likeness(&ex16, &texts, &ex16.given(), &settings);
        assert_eq!(found.compared, 2);
        found.pairs.first().map(|pair| pair.score)
    };
    let score = found(1, 0).unwrap();
    assert!(score.percent() > 30 && score.shared < score.of);
    assert_eq!(found(score.shared, score.percent()), Some(score));
    assert_eq!(found(score.shared + 1, 0), None);
    assert_eq!(found(1, score.percent() + 1), None);
}

#[test]
fn order_of_essays_changes_nothing() {
    let ex35 = exercise("ex35");
    let mut texts: Vec<(&str, &str)> = ex35
        .right
        .iter()
        .chain(&ex35.wrong)
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let one = class(&texts, &ex35.given());
    assert!(!one.pairs.is_empty());
    texts.reverse();
    assert_eq!(class(&texts, &ex35.given()), one);
}

/// The shares of the whole workbook.
fn total(share: impl Fn(&Exercise) -> Share) -> Share {
    solutions::all()
        .iter()
        .map(share)
        .fold(Share::default(), Share::plus)
}

/// The README has the figures. Three pairs of right solutions are known to be found:
/// each was written as a variant of the other.
#[test]
fn independent_right_solutions_are_no_pairs() {
    let settings = Settings::default();
    for others in [false, true] {
        let share = total(|exercise| figures::right_with_right(exercise, others, &settings));
        assert!(share.of > 50, "{share:?}");
        assert!(share.hits * 100 <= share.of * 2, "{share:?}");
    }
}

#[test]
fn copies_are_found() {
    let settings = Settings::default();
    for copies in [figures::copies_of_right, figures::copies_of_wrong] {
        for tricks in [&WITHOUT_THINKING[..], &[Trick::Additions]] {
            let share = total(|exercise| copies(exercise, tricks, &settings));
            assert!(share.of > 30, "{tricks:?}: {share:?}");
            assert!(share.hits * 100 >= share.of * 95, "{tricks:?}: {share:?}");
        }
    }
}

/// Prints the tables of the README.
#[test]
#[ignore = "prints figures, checks nothing"]
fn print_figures() {
    let percent = |share: Share| {
        format!(
            "{} of {} ({} too little)",
            share.hits, share.of, share.too_little
        )
    };
    let settings = Settings::default();
    println!("\n| copy | of right | of wrong |\n|---|---|---|");
    let all = [&WITHOUT_THINKING[..], &[Trick::Additions]].concat();
    let kinds: [(&str, &[Trick]); 7] = [
        ("names", &[Trick::Names]),
        ("layout and comments", &[Trick::Layout]),
        ("order", &[Trick::Order]),
        ("values", &[Trick::Values]),
        ("idle statements", &[Trick::Additions]),
        ("the first four", &WITHOUT_THINKING),
        ("all five", &all),
    ];
    for (name, tricks) in kinds {
        let right = total(|exercise| figures::copies_of_right(exercise, tricks, &settings));
        let wrong = total(|exercise| figures::copies_of_wrong(exercise, tricks, &settings));
        println!("| {name} | {} | {} |", percent(right), percent(wrong));
    }
    println!("\n| pairs of | found |\n|---|---|");
    for (name, others) in [
        ("right, stub and reference subtracted", false),
        ("right, the other right ones subtracted, too", true),
    ] {
        let share = total(|exercise| figures::right_with_right(exercise, others, &settings));
        println!("| {name} | {} |", percent(share));
    }
    let wrong = total(|exercise| figures::wrong_with_wrong(exercise, &settings));
    println!("| wrong, all right ones subtracted | {} |", percent(wrong));

    println!(
        "\n| names | gram | own | threshold | right | copies of right | copies of wrong |\n|---|---|---|---|---|---|---|"
    );
    for (names, gram, least_own_tokens, threshold) in [
        (Names::None, 8, 40, 60),
        (Names::None, 12, 40, 60),
        (Names::Std, 5, 40, 60),
        (Names::Std, 8, 20, 60),
        (Names::Std, 8, 30, 60),
        (Names::Std, 8, 40, 40),
        (Names::Std, 8, 40, 50),
        (Names::Std, 8, 40, 60),
        (Names::Std, 8, 40, 70),
        (Names::Std, 8, 60, 60),
        (Names::Std, 10, 40, 60),
        (Names::Std, 12, 40, 60),
    ] {
        let settings = Settings {
            names,
            gram,
            least_own_tokens,
            threshold,
            ..Settings::default()
        };
        let share = |share: Share| format!("{}/{}", share.hits, share.of);
        println!(
            "| {names:?} | {gram} | {least_own_tokens} | {threshold} | {} | {} | {} |",
            share(total(|exercise| figures::right_with_right(
                exercise, false, &settings
            ))),
            share(total(|exercise| figures::copies_of_right(
                exercise, &all, &settings
            ))),
            share(total(|exercise| figures::copies_of_wrong(
                exercise, &all, &settings
            ))),
        );
    }
    println!("\nRight solutions that are found:");
    for exercise in solutions::all() {
        let texts: Vec<_> = exercise
            .right
            .iter()
            .map(|(name, text)| (name.clone(), text.as_str()))
            .collect();
        for pair in figures::likeness(&exercise, &texts, &exercise.given(), &settings).pairs {
            println!(
                "- {} {} {}: {} %",
                exercise.name,
                pair.left.learners[0],
                pair.right.learners[0],
                pair.score.percent()
            );
        }
    }
}

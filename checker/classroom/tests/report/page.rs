//! The class report as a file.

use std::collections::BTreeSet;

use classroom::record::LearnerId;

use crate::sample::{self, gradebook};

/// What stands between `from` and `to`, a line for each element.
fn part(page: &str, from: &str, to: &str) -> String {
    let start = page.find(from).unwrap();
    let end = start + page[start..].find(to).unwrap() + to.len();
    page[start..end].replace("><", ">\n<")
}

fn small() -> String {
    let book = gradebook(12, 4);
    let hand_ins = sample::hand_ins(&book);
    let mut similarity = sample::similarity(&book);
    similarity.pairs.truncate(1);
    similarity.pairs[0].passages.truncate(1);
    similarity.pairs[0].passages[0].one = 70..72;
    similarity.pairs[0].passages[0].other = 71..72;
    sample::page(&book, &hand_ins, Some(&similarity))
}

#[test]
fn the_head_says_what_it_rests_on() {
    insta::assert_snapshot!(part(&small(), "<header>", "</header>"));
}

#[test]
fn the_matrix_has_few_letters_and_all_words() {
    insta::assert_snapshot!(part(&small(), "<table id=matrix", "</table>"));
}

#[test]
fn rates_are_told_for_exercises_and_tests() {
    insta::assert_snapshot!(part(&small(), "<details class=\"rate\"", "</details>"));
}

#[test]
fn mistakes_are_told_with_who_made_them() {
    insta::assert_snapshot!(part(&small(), "<ol class=\"mistakes\"", "</ol>"));
}

#[test]
fn hand_ins_stand_against_their_due_date() {
    insta::assert_snapshot!(part(&small(), "<tr data-e=", "</tr>"));
}

#[test]
fn what_is_alike_stands_side_by_side() {
    insta::assert_snapshot!(part(&small(), "<section id=likeness", "</section>"));
}

#[test]
fn the_same_class_gives_the_same_page() {
    assert_eq!(small(), small());
}

#[test]
fn a_class_without_anything_is_a_page_too() {
    let mut book = gradebook(0, 0);
    book.warnings.clear();
    let page = sample::page(&book, &[], None);
    assert!(page.contains("Nobody has looked for it."));
    assert!(page.contains("When anything was handed in is not known."));
}

/// 3,000 learners and 48 exercises. The rulings are those of 60 learners, again and again.
#[test]
fn a_large_class_is_still_a_small_file() {
    let mut book = gradebook(60, 48);
    let some = book.rows.clone();
    book.rows.clear();
    for number in 0..3000 {
        let mut row = some[number % some.len()].clone();
        row.learner = LearnerId(format!("s{number:05}"));
        book.rows.push(row);
    }
    let page = sample::page(&book, &[], None);
    let rows = part(&page, "<table id=matrix", "</table>").len();
    println!("{} bytes, {rows} of them marks", page.len());
    assert!(rows < 3000 * 48 * 36, "{rows}");
    assert!(page.len() < 6_500_000, "{}", page.len());
    crate::browser::written("large.html", &page);
}

const LOOKS: [&str; 2] = [
    include_str!("../../src/report/look.css"),
    include_str!("../../src/report/class/class.css"),
];

/// The colour that the variable `name` has first, or in the dark.
fn colour(name: &str, dark: bool) -> [f64; 3] {
    let key = format!("--{name}: #");
    let found = LOOKS.iter().find_map(|look| {
        let (light, rest) = look.split_once("prefers-color-scheme: dark").unwrap();
        let part = if dark { rest } else { light };
        let at = part.find(&key)? + key.len();
        Some(&part[at..at + 6])
    });
    let digits = found.unwrap_or_else(|| panic!("no colour {name}"));
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&digits[at..at + 2], 16).unwrap()) / 255.0)
}

/// How light it is, as WCAG reckons.
fn light(colour: [f64; 3]) -> f64 {
    let linear = colour.map(|part| {
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

#[test]
fn every_text_stands_out_from_its_ground() {
    let mut pairs = BTreeSet::new();
    for ink in ["ink", "soft", "accent", "good", "bad"] {
        pairs.insert((ink.to_owned(), "paper".to_owned()));
        pairs.insert((ink.to_owned(), "sheet".to_owned()));
    }
    for heat in 0..5 {
        pairs.insert((format!("h{heat}-ink"), format!("h{heat}")));
    }
    for (ink, ground) in pairs {
        for dark in [false, true] {
            let mut both = [&ink, &ground].map(|name| light(colour(name, dark)) + 0.05);
            both.sort_by(f64::total_cmp);
            let contrast = both[1] / both[0];
            assert!(
                contrast >= 4.5,
                "{ink} on {ground}, dark: {dark}: {contrast:.2}"
            );
        }
    }
}

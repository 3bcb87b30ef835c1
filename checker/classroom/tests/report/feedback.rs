//! What learners read, and what they must not.

use std::fmt::Write as _;
use std::sync::Arc;

use classroom::record::{
    Cell, Gradebook, LearnerId, Mark, Points, Row, Ruling, Total, Visibility, WhyWithheld, Withheld,
};
use classroom::report::{Feedback, Pictures};
use course::VerdictKind;
use jiff::tz::TimeZone;
use judge::{Evidence, Verdict};

use crate::sample::{self, column, mark, passed, race, test};

/// The test that learners are not told about.
const HIDDEN: &str = "schedules::hidden_order_of_results";
/// Its name as the compiler writes it.
const NAME: &str = "hidden_order_of_results";
/// What only it says.
const SECRET: &str = "the third result came first";

/// A gradebook of one learner.
pub fn book_of(cells: Vec<Cell>) -> Gradebook {
    let columns: Vec<_> = (0..cells.len()).map(column).collect();
    let known = cells.iter().filter_map(Cell::mark).map(|one| one.points.0);
    let known = Points(known.sum());
    let open = cells.iter().any(|cell| matches!(cell, Cell::Withheld(_)));
    Gradebook {
        title: "Concurrency in Rust, autumn 2026".to_owned(),
        out_of: Points(columns.iter().map(|column| column.out_of.0).sum()),
        columns,
        rows: vec![Row {
            learner: LearnerId("al1".to_owned()),
            name: "Ada Lovelace".to_owned(),
            marks: cells,
            total: if open {
                Total::AtLeast(known)
            } else {
                Total::Final(known)
            },
            told_early: Vec::new(),
        }],
        warnings: Vec::new(),
    }
}

/// The feedback as Markdown and as HTML.
pub fn pages(book: &Gradebook) -> [String; 2] {
    let feedback = Feedback::new(book, &book.rows[0], &TimeZone::UTC);
    [feedback.markdown(Pictures::Embedded), feedback.html()]
}

fn marked(verdict: Verdict, failing: &[usize]) -> Mark {
    mark("al1", &column(0), verdict, failing)
}

fn changed(mut mark: Mark, change: impl FnOnce(&mut Ruling)) -> Mark {
    let mut ruling = Arc::unwrap_or_clone(mark.ruling);
    change(&mut ruling);
    mark.ruling = Arc::new(ruling);
    mark
}

fn withheld(why: WhyWithheld) -> Withheld {
    let verdict = sample::verdict(
        VerdictKind::GraderError,
        "The checker itself failed.",
        Evidence::default(),
    );
    Withheld {
        why,
        at_least: Points(200),
        steps: vec!["Attempt 1 earns 2 points.".to_owned()],
        ruling: Arc::new(sample::ruling("al1", "ex01", verdict, Vec::new())),
    }
}

/// One cell of every kind.
fn every_kind() -> Gradebook {
    let visible = test("schedules::no_result_is_lost");
    let by_hidden = sample::verdict(
        VerdictKind::Race,
        SECRET,
        Evidence {
            test: Some(test(HIDDEN)),
            ..Evidence::default()
        },
    );
    let mut late = mark(
        "al1",
        &column(1),
        race(&visible, "3 of 10 results were lost"),
        &[1, 3],
    );
    late.late_by = 7200;
    late.points = Points(360);
    let noted = changed(mark("al1", &column(0), passed(None), &[]), |ruling| {
        ruling.report.notes = vec!["A test was edited: the pristine copy was used.".to_owned()];
    });
    book_of(vec![
        Cell::Mark(noted),
        Cell::Mark(late),
        Cell::Mark(mark("al1", &column(2), by_hidden, &[3])),
        Cell::Withheld(withheld(WhyWithheld::GraderError { test: None })),
        Cell::NothingHandedIn,
    ])
}

/// Without the pictures' data, which nobody can read.
fn short(page: &str) -> String {
    let mut parts = page.split("data:image/svg+xml;base64,");
    let mut short = parts.next().unwrap().to_owned();
    for part in parts {
        let end = part
            .find(|c: char| !(c.is_ascii_alphanumeric() || "+/=".contains(c)))
            .unwrap_or(part.len());
        short.push_str("data:image/svg+xml;base64,...");
        short.push_str(&part[end..]);
    }
    short
}

#[test]
fn markdown_tells_all_that_a_mark_rests_on() {
    let [markdown, _] = pages(&every_kind());
    insta::assert_snapshot!(short(&markdown));
}

#[test]
fn html_tells_the_same() {
    let [_, html] = pages(&every_kind());
    let body = &html[html.find("<main>").unwrap()..];
    // A line for each element, so that a difference is seen where it is.
    let lines = short(body).replace("><", ">\n<");
    insta::assert_snapshot!(lines);
}

#[test]
fn pictures_can_be_left_out() {
    let book = every_kind();
    let feedback = Feedback::new(&book, &book.rows[0], &TimeZone::UTC);
    let without = feedback.markdown(Pictures::LeftOut);
    assert!(!without.contains("base64") && !without.contains("!["));
    assert!(without.contains("3 of 10 results were lost"));
}

/// Nothing of the hidden test is on either page.
fn assert_silent(what: &str, mark: Cell) {
    for page in pages(&book_of(vec![mark])) {
        for word in [NAME, SECRET] {
            assert!(!page.contains(word), "{what} tells of `{word}`:\n{page}");
        }
    }
}

fn of_hidden() -> Verdict {
    let mut verdict = race(&test(HIDDEN), SECRET);
    verdict.cause = SECRET.into();
    verdict.next_step = SECRET.into();
    verdict.evidence.story = Some(SECRET.to_owned());
    verdict.evidence.picture = Some(SECRET.to_owned());
    verdict.evidence.file = Some(SECRET.to_owned());
    verdict.evidence.token = Some(SECRET.to_owned());
    verdict
}

#[test]
fn a_hidden_test_that_decides_is_not_told() {
    let mark = marked(of_hidden(), &[3]);
    let [markdown, html] = pages(&book_of(vec![Cell::Mark(mark.clone())]));
    for page in [markdown, html] {
        assert!(page.contains("A test that is not shown to you did not pass."));
        assert!(page.contains("1 test that is not shown"));
        // Its picture neither, in the letters in which pictures stand there.
        assert!(!page.contains("base64"));
    }
    assert_silent("the verdict", Cell::Mark(mark));
}

#[test]
fn another_that_fails_takes_the_place_of_a_hidden_one() {
    let mark = marked(of_hidden(), &[2, 3]);
    for page in pages(&book_of(vec![Cell::Mark(mark.clone())])) {
        assert!(page.contains("a result was lost"), "{page}");
        assert!(!page.contains("A test that is not shown to you"));
    }
    assert_silent("the verdict", Cell::Mark(mark));
}

#[test]
fn a_test_that_the_gradebook_does_not_know_is_hidden() {
    let mut verdict = of_hidden();
    verdict.evidence.test = Some(test("schedules::of_another_year"));
    for page in pages(&book_of(vec![Cell::Mark(marked(verdict, &[]))])) {
        assert!(!page.contains("of_another_year") && !page.contains(SECRET));
    }
}

#[test]
fn who_is_told_early_reads_what_others_do_not() {
    let mut book = book_of(vec![Cell::Mark(marked(of_hidden(), &[3]))]);
    book.columns[0].tests[3].visibility = Visibility::AfterDue;
    for page in pages(&book) {
        assert!(!page.contains(SECRET) && !page.contains(NAME), "{page}");
    }
    book.rows[0].told_early = vec!["ex02".to_owned()];
    for page in pages(&book) {
        assert!(!page.contains(SECRET) && !page.contains(NAME), "{page}");
    }
    book.rows[0].told_early.push("ex01".to_owned());
    for page in pages(&book) {
        assert!(page.contains(SECRET) && page.contains(NAME), "{page}");
        assert!(!page.contains("not shown"));
    }
    // What is never shown is not shown early either.
    book.columns[0].tests[3].visibility = Visibility::Hidden;
    for page in pages(&book) {
        assert!(!page.contains(SECRET) && !page.contains(NAME), "{page}");
    }
}

#[test]
fn a_visible_test_is_told_in_full() {
    let verdict = race(&test("schedules::no_result_is_lost"), "3 were lost");
    for page in pages(&book_of(vec![Cell::Mark(marked(verdict, &[1]))])) {
        for word in ["3 were lost", "base64", "044camxpy8100800jp3g", "lib.rs:28"] {
            assert!(page.contains(word), "{word}");
        }
    }
}

#[test]
fn no_sentence_mentions_a_hidden_test() {
    let mention = format!("The test `{HIDDEN}` earns 0 of 2 points.");
    let mut told = marked(passed(None), &[]);
    told.steps.push(mention.clone());
    let told = changed(told, |ruling| ruling.report.notes.push(mention.clone()));
    for page in pages(&book_of(vec![Cell::Mark(told.clone())])) {
        assert!(page.contains("The tests earn 10 of 10 points."), "{page}");
    }
    assert_silent("a step", Cell::Mark(told));
    let tests = vec![test(HIDDEN)];
    let mut open = withheld(WhyWithheld::TestsNotRun { tests });
    open.steps.push(mention);
    assert_silent("what is held back", Cell::Withheld(open));
}

#[test]
fn no_other_verdict_quotes_a_hidden_test() {
    let visible = test("schedules::no_result_is_lost");
    let with = |change: &dyn Fn(&mut Verdict)| {
        let mut verdict = race(&visible, "lost");
        change(&mut verdict);
        Cell::Mark(marked(verdict, &[1]))
    };
    let name = || Some(format!("<text>{NAME}</text>"));
    assert_silent("a message", with(&|one| one.evidence.message = name()));
    assert_silent("a story", with(&|one| one.evidence.story = name()));
    assert_silent("a cause", with(&|one| one.cause = name().unwrap()));
    assert_silent("a next step", with(&|one| one.next_step = name().unwrap()));
    let picture = with(&|one| one.evidence.picture = name());
    for page in pages(&book_of(vec![picture])) {
        assert!(!page.contains("base64"));
    }
}

/// A compiler's error, with a place in each of `files`.
fn compiler(files: &[&str]) -> Verdict {
    let mut story = format!("error[E0277]: {SECRET}\n");
    for file in files {
        writeln!(story, "  --> {file}:7:5\n   |\n 7 |     {SECRET}").unwrap();
    }
    sample::verdict(
        VerdictKind::CompileError,
        "Your file compiles, but the tests may not use it as the task says.",
        Evidence {
            message: Some(SECRET.to_owned()),
            file: files.first().map(|&file| file.to_owned()),
            line: Some(7),
            story: Some(story),
            ..Evidence::default()
        },
    )
}

#[test]
fn the_compiler_quotes_no_line_of_a_test() {
    let own = "exercises/ex01_spawn/src/lib.rs";
    let theirs = "exercises/ex01_spawn/tests/schedules.rs";
    for files in [
        &[theirs][..],
        &[own, theirs],
        &["tests/src/schedules.rs"],
        &[],
    ] {
        let mark = marked(compiler(files), &[0, 1, 2, 3]);
        assert_silent("the compiler", Cell::Mark(mark));
    }
    // In the learner's own file there is nothing that they do not know.
    let mark = marked(compiler(&[own]), &[0, 1, 2, 3]);
    for page in pages(&book_of(vec![Cell::Mark(mark)])) {
        assert!(page.contains(SECRET) && page.contains("lib.rs:7"), "{page}");
    }
}

#[test]
fn without_hidden_tests_the_compiler_may_quote_all() {
    let mut book = book_of(vec![Cell::Mark(marked(
        compiler(&["exercises/ex01_spawn/tests/schedules.rs"]),
        &[0, 1, 2, 3],
    ))]);
    for worth in &mut book.columns[0].tests {
        worth.visibility = Visibility::Visible;
    }
    for page in pages(&book) {
        assert!(page.contains(SECRET) && page.contains(NAME));
    }
}

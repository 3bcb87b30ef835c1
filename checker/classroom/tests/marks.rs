//! From a `classroom.toml` and rulings to marks.

use std::fmt::Write as _;
use std::sync::Arc;

use classroom::Vouched;
use classroom::marks::{Examined, ExaminedTest, Listed, Rules, Scheme};
use classroom::record::{
    Basis, Cell, Gradebook, LearnerId, Mark, Points, Ruling, Total, Visibility, WhyWithheld,
    Withheld,
};
use course::{TestId, VerdictKind};
use jiff::Timestamp;
use judge::{Evidence, Report, TestResult, Timings, Verdict};
use proptest::prelude::*;

// --- What there is to mark ------------------------------------------------------

fn test(name: &str) -> TestId {
    name.parse().unwrap()
}

fn points(text: &str) -> Points {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    Points(whole.parse::<u32>().unwrap() * 100 + format!("{rest:0<2}").parse::<u32>().unwrap())
}

fn exercise(package: &str, worth: &str, tests: &[&str]) -> Examined {
    let tests = tests.iter().map(|name| ExaminedTest {
        test: test(name),
        hidden: false,
        stub_passes: false,
        points: None,
    });
    Examined {
        package: package.to_owned(),
        title: format!("Title of {package}"),
        points: points(worth),
        tests: tests.collect(),
    }
}

const FIVE: [&str; 5] = [
    "schedules::a",
    "schedules::b",
    "compile_fail::c",
    "compile_fail::control_d",
    "behaviour::e",
];

/// 20 points, five tests; the stub passes the control.
fn ex16() -> Examined {
    let mut examined = exercise("ex16", "20", &FIVE);
    examined.tests[3].stub_passes = true;
    examined
}

fn scheme_of(toml: &str, exercises: &[Examined]) -> Scheme {
    let text = format!("title = \"A class\"\n{toml}");
    let rules = Rules::parse("classroom.toml", text.as_bytes()).unwrap();
    Scheme::new(&rules, exercises).unwrap()
}

fn error_of(toml: &str, exercises: &[Examined]) -> String {
    let text = format!("title = \"A class\"\n{toml}");
    let rules = Rules::parse("classroom.toml", text.as_bytes()).unwrap();
    Scheme::new(&rules, exercises).unwrap_err().told()
}

fn verdict(kind: VerdictKind, test: Option<&str>) -> Verdict {
    Verdict {
        kind,
        cause: "It is so.".to_owned(),
        evidence: Evidence {
            test: test.map(crate::test),
            ..Evidence::default()
        },
        next_step: "Go on.".to_owned(),
    }
}

/// A report as the judge makes it: the first failure in order is the verdict.
fn report(results: &[(&str, VerdictKind)]) -> Report {
    let first = results.iter().find(|(_, kind)| !kind.is_pass());
    Report {
        verdict: match first {
            Some((name, kind)) => verdict(*kind, Some(name)),
            None => verdict(VerdictKind::Passed, None),
        },
        tests: results
            .iter()
            .map(|(name, kind)| TestResult {
                test: test(name),
                verdict: verdict(*kind, Some(name)),
                millis: 1,
            })
            .collect(),
        notes: Vec::new(),
        timings: Timings::default(),
    }
}

/// A report on [`FIVE`] tests: `p` passed, `w` wrong answer, `g` grader error, `-` not run.
fn letters(letters: &str) -> Report {
    let results: Vec<_> = FIVE
        .iter()
        .zip(letters.chars())
        .filter_map(|(name, letter)| match letter {
            'p' => Some((*name, VerdictKind::Passed)),
            'w' => Some((*name, VerdictKind::WrongAnswer)),
            'g' => Some((*name, VerdictKind::GraderError)),
            _ => None,
        })
        .collect();
    report(&results)
}

/// A report of a verdict that no test gave.
fn without_tests(kind: VerdictKind) -> Report {
    Report {
        verdict: verdict(kind, None),
        ..report(&[])
    }
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn ruling(learner: &str, exercise: &str, attempt: u32, report: Report) -> Ruling {
    Ruling {
        learner: LearnerId(learner.to_owned()),
        exercise: exercise.to_owned(),
        attempt,
        submitted: None,
        vouched: None,
        work: "0".repeat(64),
        report,
        basis: Basis {
            jail: "bubblewrap".to_owned(),
            toolchain: "1.95.0".to_owned(),
            course: "c".to_owned(),
            key: "k".to_owned(),
        },
        judged: at("2026-12-01T00:00:00Z"),
    }
}

fn people(ids: &[&str]) -> Vec<Listed> {
    let listed = |id: &&str| Listed {
        learner: LearnerId((*id).to_owned()),
        name: format!("Name of {id}"),
    };
    ids.iter().map(listed).collect()
}

const NOW: &str = "2026-12-24T12:00:00Z";

fn book(scheme: &Scheme, rulings: Vec<Ruling>) -> Gradebook {
    let rulings: Vec<_> = rulings.into_iter().map(Arc::new).collect();
    scheme.gradebook(&people(&["ada"]), &rulings, at(NOW))
}

/// The cell of the only learner and exercise.
fn cell(scheme: &Scheme, rulings: Vec<Ruling>) -> Cell {
    book(scheme, rulings).rows.remove(0).marks.remove(0)
}

fn mark_of(cell: Cell) -> Mark {
    match cell {
        Cell::Mark(mark) => mark,
        other => panic!("{other:?}"),
    }
}

fn withheld_of(cell: Cell) -> Withheld {
    match cell {
        Cell::Withheld(withheld) => withheld,
        other => panic!("{other:?}"),
    }
}

fn mark(scheme: &Scheme, report: Report) -> Mark {
    mark_of(cell(scheme, vec![ruling("ada", "ex16", 1, report)]))
}

// --- From tests to points -------------------------------------------------------

#[test]
fn each_test_earns_its_own() {
    let scheme = scheme_of("", &[ex16()]);
    for (seen, earned) in [
        ("ppppp", "20"),
        ("pwppp", "16"),
        ("wwwwp", "4"),
        ("wwwww", "0"),
    ] {
        let mark = mark(&scheme, letters(seen));
        assert_eq!(mark.points, points(earned), "{seen}");
        assert_eq!(mark.earned, mark.points);
        assert_eq!(mark.out_of, points("20"));
        let sum: u32 = mark.tests.iter().map(|points| points.0).sum();
        assert_eq!(sum, mark.earned.0);
    }
    let mark = mark(&scheme, letters("pwpww"));
    assert_eq!(mark.tests, ["4", "0", "4", "0", "0"].map(points));
    assert_eq!(mark.steps, ["2 of 5 tests passed: 8 of 20 points."]);
}

#[test]
fn what_the_stub_passes_earns_nothing_by_itself() {
    let scheme = scheme_of("", &[ex16()]);
    let alone = mark(&scheme, letters("wwwpw"));
    assert_eq!(alone.points, points("0"));
    assert_eq!(alone.tests, [Points(0); 5]);
    assert_eq!(
        alone.steps,
        [
            "1 of 5 tests passed, but none that the untouched file does not pass too: 0 of 20 points."
        ]
    );
    // With another it earns its own.
    assert_eq!(mark(&scheme, letters("wwwpp")).points, points("8"));
}

#[test]
fn a_stub_that_passes_everything_is_reported() {
    let mut examined = ex16();
    for test in &mut examined.tests {
        test.stub_passes = true;
    }
    let scheme = scheme_of("", &[examined]);
    let book = book(&scheme, vec![ruling("ada", "ex16", 1, letters("ppppp"))]);
    assert_eq!(book.rows[0].total, Total::Final(points("20")));
    assert_eq!(
        book.warnings,
        ["The untouched file of ex16 passes all its tests: whoever hands it in gets all points."]
    );
}

#[test]
fn without_partial_credit_all_must_pass() {
    let scheme = scheme_of("[defaults]\npartial-credit = false", &[ex16()]);
    assert_eq!(mark(&scheme, letters("ppppp")).points, points("20"));
    let almost = mark(&scheme, letters("ppwpp"));
    assert_eq!(almost.points, points("0"));
    assert_eq!(
        almost.steps,
        ["4 of 5 tests passed, and there is no partial credit: 0 of 20 points."]
    );
}

#[test]
fn a_verdict_without_tests_earns_nothing() {
    let scheme = scheme_of("", &[ex16()]);
    for kind in [VerdictKind::CompileError, VerdictKind::TimedOut] {
        let mark = mark(&scheme, without_tests(kind));
        assert_eq!(mark.points, points("0"));
        assert_eq!(
            mark.steps,
            [format!("No test ran ({kind}): 0 of 20 points.")]
        );
    }
}

#[test]
fn tampering_earns_nothing_whatever_passed() {
    let scheme = scheme_of("", &[ex16()]);
    for tests in ["", "ppppp", "ggggg"] {
        let report = Report {
            verdict: verdict(VerdictKind::Tampered, None),
            ..letters(tests)
        };
        assert_eq!(mark(&scheme, report).points, points("0"), "{tests}");
    }
}

#[test]
fn a_file_of_tests_that_does_not_compile_costs_its_own_tests_only() {
    let scheme = scheme_of("", &[ex16()]);
    // The verdict is that of the schedules, none of which ran.
    let report = Report {
        verdict: verdict(VerdictKind::CompileError, None),
        ..letters("--ppp")
    };
    let mark = mark(&scheme, report);
    assert_eq!(mark.points, points("12"));
    assert_eq!(mark.steps[0], "2 tests did not run (compile-error).");
}

#[test]
fn a_fault_of_the_grader_is_never_a_zero() {
    let scheme = scheme_of("", &[ex16()]);
    let in_e = WhyWithheld::GraderError {
        test: Some(test("behaviour::e")),
    };
    let somewhere = WhyWithheld::GraderError { test: None };
    let not_run = |names: &[&str]| WhyWithheld::TestsNotRun {
        tests: names.iter().map(|name| test(name)).collect(),
    };
    let said = |kind, test, tests: &str| Report {
        verdict: verdict(kind, test),
        ..letters(tests)
    };
    let race = VerdictKind::Race;
    for (report, why) in [
        (letters("ppppg"), in_e.clone()),
        // It failed in a test that others came before.
        (letters("wwppg"), in_e),
        (without_tests(VerdictKind::GraderError), somewhere.clone()),
        (said(VerdictKind::GraderError, None, "ppppp"), somewhere),
        // Judged up to the first failure only.
        (letters("pw---"), not_run(&FIVE[2..])),
        // A pass, but not in a test that counts since.
        (letters("pppp-"), not_run(&FIVE[4..])),
        (letters("-----"), not_run(&FIVE)),
        // One of a file is missing, and the verdict is about the whole file.
        (
            said(VerdictKind::CompileError, None, "p-ppp"),
            not_run(&FIVE[1..2]),
        ),
        (
            said(race, Some("schedules::a"), "ppppp"),
            WhyWithheld::Contradiction,
        ),
        (
            said(VerdictKind::Passed, None, "ppwpp"),
            WhyWithheld::Contradiction,
        ),
    ] {
        let open = withheld_of(cell(&scheme, vec![ruling("ada", "ex16", 1, report)]));
        assert_eq!(open.why, why);
        assert_eq!(open.at_least, points("0"));
        assert_eq!(open.steps, [format!("{why} The mark is withheld.")]);
    }
}

#[test]
fn a_total_with_an_open_mark_says_so() {
    let exercises = [ex16(), exercise("ex18", "10", &["schedules::x"])];
    let scheme = scheme_of("", &exercises);
    let passed = report(&[("schedules::x", VerdictKind::Passed)]);
    let book = book(
        &scheme,
        vec![
            ruling("ada", "ex16", 1, letters("ppppg")),
            ruling("ada", "ex18", 1, passed),
        ],
    );
    assert_eq!(book.rows[0].total, Total::AtLeast(points("10")));
    assert_eq!(book.out_of, points("30"));
}

#[test]
fn a_test_that_does_not_count_may_have_decided_the_verdict() {
    let scheme = scheme_of("", &[exercise("ex16", "20", &FIVE[1..])]);
    assert_eq!(mark(&scheme, letters("wpppp")).points, points("20"));
}

#[test]
fn a_test_that_was_run_twice_must_pass_twice() {
    let scheme = scheme_of("", &[exercise("ex16", "20", &["schedules::a"])]);
    let twice = |one, other| report(&[("schedules::a", one), ("schedules::a", other)]);
    let (passed, race) = (VerdictKind::Passed, VerdictKind::Race);
    for report in [twice(passed, race), twice(race, passed)] {
        assert_eq!(mark(&scheme, report).points, points("0"));
    }
    for other in [passed, race] {
        let report = twice(other, VerdictKind::GraderError);
        withheld_of(cell(&scheme, vec![ruling("ada", "ex16", 1, report)]));
    }
}

// --- What tests are worth ---------------------------------------------------------

fn worth(scheme: &Scheme) -> Vec<String> {
    let book = scheme.gradebook(&[], &[], at(NOW));
    let tests = book.columns[0].tests.iter();
    tests.map(|test| test.out_of.to_string()).collect()
}

#[test]
fn points_are_split_as_the_reference_says() {
    let mut own = exercise("ex16", "20", &FIVE);
    own.tests[0].points = Some(points("8"));
    own.tests[3].points = Some(points("0"));
    let three = exercise("ex16", "20", &FIVE[..3]);
    let one = "[exercises.ex16]\n";
    let named = "test-points = { \"schedules::a\" = 5.5 }";
    for (toml, exercise, parts) in [
        (String::new(), &three, &["6.67", "6.67", "6.66"][..]),
        (String::new(), &own, &["8", "4", "4", "0", "4"]),
        (
            format!("{one}points = 10"),
            &own,
            &["4", "2", "2", "0", "2"],
        ),
        (
            format!("{one}weight = 1.5"),
            &own,
            &["12", "6", "6", "0", "6"],
        ),
        (
            format!("{one}weight = 0.01"),
            &three,
            &["0.07", "0.07", "0.06"],
        ),
        (
            format!("{one}{named}"),
            &own,
            &["5.5", "4.84", "4.83", "0", "4.83"],
        ),
        (
            format!("{one}{named}\npoints = 5.5"),
            &three,
            &["5.5", "0", "0"],
        ),
        (
            format!("{one}{named}\nweight = 2"),
            &three,
            &["11", "14.5", "14.5"],
        ),
    ] {
        let scheme = scheme_of(&toml, std::slice::from_ref(exercise));
        assert_eq!(worth(&scheme), parts, "{toml}");
        let book = scheme.gradebook(&[], &[], at(NOW));
        let sum: u32 = book.columns[0].tests.iter().map(|test| test.out_of.0).sum();
        assert_eq!(Points(sum), book.out_of, "{toml}");
    }
}

#[test]
fn a_weight_is_told() {
    let scheme = scheme_of("[exercises.ex16]\nweight = 1.5", &[ex16()]);
    let mark = mark(&scheme, letters("pwppp"));
    assert_eq!(mark.points, points("24"));
    assert_eq!(
        mark.steps,
        [
            "The exercise counts 1.5 times: 20 points become 30.",
            "4 of 5 tests passed: 24 of 30 points."
        ]
    );
}

#[test]
fn what_does_not_fit_the_exercises_is_told_at_its_place() {
    let mut all_given = exercise("ex16", "20", &FIVE[..2]);
    for test in &mut all_given.tests {
        test.points = Some(points("9"));
    }
    let mut twice = exercise("ex16", "20", &["schedules::a", "schedules::a"]);
    twice.tests[1].hidden = true;
    let huge = exercise("ex16", "20000", &FIVE);
    let bare = exercise("ex16", "20", &[]);
    let table = "[exercises.ex16.test-points]\n";
    let mut told = String::new();
    for (toml, examined) in [
        ("[exercises]\nex61 = {}\n  ex17 = {}".to_owned(), ex16()),
        (
            "[[extra-time]]\nlearner = \"ada\"\nby = \"1d\"\nexercises = [\"lost_update\"]"
                .to_owned(),
            ex16(),
        ),
        (
            format!("{table}\"schedules::aa\" = 5\n  \"behaviour::a\" = 5"),
            ex16(),
        ),
        (format!("{table}\"schedules::zzz\" = 5"), ex16()),
        (
            format!("{table}\"schedules::a\" = 5\n\"schedules::b\" = 15.01"),
            ex16(),
        ),
        (
            format!("{table}\"schedules::a\" = 9\n\"schedules::b\" = 10"),
            all_given.clone(),
        ),
        (String::new(), all_given.clone()),
        ("[exercises]\nex16 = {}".to_owned(), all_given),
        (String::new(), twice),
        ("[exercises.ex16]\nweight = 10".to_owned(), huge),
        (format!("{table}\"schedules::a\" = 9"), bare),
    ] {
        write!(told, "{toml}\n\n{}---\n", error_of(&toml, &[examined])).unwrap();
    }
    insta::assert_snapshot!(told);
}

#[test]
fn all_points_from_here_make_those_of_the_exercise_idle() {
    let mut examined = exercise("ex16", "20", &FIVE[..2]);
    for test in &mut examined.tests {
        test.points = Some(points("9"));
    }
    let toml = "[exercises.ex16.test-points]\n\"schedules::a\" = 5\n\"schedules::b\" = 15";
    assert_eq!(worth(&scheme_of(toml, &[examined])), ["5", "15"]);
}

// --- Lateness and exceptions ------------------------------------------------------

const LATE: &str = "attempts = \"ATTEMPTS\"\n\
    [defaults]\ndue = 2026-10-05T23:59:00+02:00\ngrace = \"15m\"\n\
    [defaults.late]\nper-day = \"10%\"\nat-most = \"50%\"\ncut-off = \"7d\"\n";

fn late_scheme(attempts: &str, more: &str) -> Scheme {
    let toml = LATE.replace("ATTEMPTS", attempts);
    let exercises = [ex16(), exercise("ex18", "10", &["schedules::x"])];
    scheme_of(&format!("{toml}{more}"), &exercises)
}

fn handed_in(attempt: u32, letters: &str, when: &str) -> Ruling {
    Ruling {
        submitted: Some(at(when)),
        ..ruling("ada", "ex16", attempt, crate::letters(letters))
    }
}

#[test]
fn a_late_mark_can_be_defended() {
    let scheme = late_scheme("best", "");
    let late = handed_in(1, "pwppw", "2026-10-07T02:59:00+02:00");
    let mark = mark_of(cell(&scheme, vec![late]));
    assert_eq!(mark.earned, points("12"));
    assert_eq!(mark.points, points("9.6"));
    assert_eq!(mark.late_by, (24 + 3) * 3600 - 15 * 60);
    insta::assert_snapshot!(mark.steps.join("\n"), @r"
    3 of 5 tests passed: 12 of 20 points.
    Handed in at 2026-10-07 02:59 +02:00, 1 day 3 h after the due time 2026-10-05 23:59 +02:00; the grace is 15 min: 2 days late.
    Late policy: 10% a day, at most 50%, nothing is accepted after 7 days. 20% off: 9.6 of 12 points are left.
    ");
}

#[test]
fn lateness_on_a_commits_own_word_is_reported() {
    let by = |vouched, learner: &str| Ruling {
        vouched,
        learner: LearnerId(learner.to_owned()),
        ..handed_in(1, "ppppp", "2026-10-07T02:59:00+02:00")
    };
    let commit = || Some(Vouched::Commit);
    let warnings = |scheme: &Scheme, rulings: Vec<Ruling>| book(scheme, rulings).warnings;
    let scheme = late_scheme("best", "");
    let one = by(commit(), "ada");
    let mark = mark_of(cell(&scheme, vec![one.clone()]));
    assert!(mark.steps[1].contains(" (by the commit's own word), 1 day 3 h after"));
    let others = [by(Some(Vouched::Platform), "bob"), by(None, "cyd")];
    insta::assert_snapshot!(
        [
            warnings(&scheme, [std::slice::from_ref(&one), &others[..]].concat()),
            warnings(&scheme, vec![one.clone(), by(commit(), "dan")]),
        ]
        .concat()
        .join("\n"),
        @r"
    `bob` handed in, but is not in the class list.
    `cyd` handed in, but is not in the class list.
    1 mark goes by a time that only the commit itself says. Whoever makes a commit can choose its time.
    `dan` handed in, but is not in the class list.
    2 marks go by times that only the commits themselves say. Whoever makes a commit can choose its time.
    "
    );
    // Where nothing is due, no time matters.
    let never_due = scheme_of("", &[ex16()]);
    assert_eq!(warnings(&never_due, vec![one]), [""; 0]);
}

#[test]
fn what_has_no_time_is_in_time_and_says_so() {
    let scheme = late_scheme("best", "");
    let mark = mark(&scheme, letters("ppppp"));
    assert_eq!((mark.points, mark.late_by), (points("20"), 0));
    assert!(mark.steps[1].contains("not known"), "{:?}", mark.steps);
}

#[test]
fn an_exception_for_an_exercise_goes_before_one_for_all() {
    let more = "[[extra-time]]\nlearner = \"ada\"\nby = \"1d\"\n\
                [[extra-time]]\nlearner = \"ada\"\nexercises = [\"ex18\"]\nexcused = true\n\
                [[extra-time]]\nlearner = \"bob\"\nby = \"300d\"\n";
    let scheme = late_scheme("best", more);
    let passed = || report(&[("schedules::x", VerdictKind::Passed)]);
    let week_later = Some(at("2026-10-13T00:00:00+02:00"));
    let book = book(
        &scheme,
        vec![
            Ruling {
                submitted: week_later,
                ..ruling("ada", "ex16", 1, letters("ppppp"))
            },
            Ruling {
                submitted: week_later,
                ..ruling("ada", "ex18", 1, passed())
            },
            Ruling {
                submitted: week_later,
                ..ruling("bob", "ex18", 1, passed())
            },
            Ruling {
                submitted: week_later,
                ..ruling("cyd", "ex18", 1, passed())
            },
        ],
    );
    let of = |row: usize, column: usize| book.rows[row].marks[column].mark().unwrap().points;
    assert_eq!(
        of(0, 0),
        points("10"),
        "a day more: 7 days late instead of 8"
    );
    assert_eq!(of(0, 1), points("10"), "excused");
    assert_eq!(of(1, 1), points("10"), "much more time");
    assert_eq!(of(2, 1), points("5"), "as everyone");
}

// --- Attempts --------------------------------------------------------------------

const IN_TIME: &str = "2026-10-05T12:00:00Z";
const DAY_LATE: &str = "2026-10-06T12:00:00Z";
const TOO_LATE: &str = "2026-11-05T12:00:00Z";

#[test]
fn the_best_attempt_is_the_one_with_the_best_mark() {
    let scheme = late_scheme("best", "");
    for (attempts, counts, worth) in [
        (vec![("pwwww", IN_TIME), ("ppppp", DAY_LATE)], 2, "18"),
        (vec![("ppppp", IN_TIME), ("ppppp", DAY_LATE)], 1, "20"),
        (vec![("pppwp", IN_TIME), ("ppppp", TOO_LATE)], 1, "16"),
        (vec![("ppwpp", IN_TIME), ("pwppp", IN_TIME)], 1, "16"),
        // One that is open, but could not earn more.
        (vec![("ppppg", DAY_LATE), ("ppppp", IN_TIME)], 2, "20"),
        (vec![("pppwp", IN_TIME), ("ppppg", TOO_LATE)], 1, "16"),
    ] {
        let rulings = (1..).zip(&attempts);
        let rulings = rulings.map(|(number, (seen, when))| handed_in(number, seen, when));
        let mark = mark_of(cell(&scheme, rulings.collect()));
        assert_eq!(mark.points, points(worth), "{attempts:?}");
        assert_eq!(mark.ruling.attempt, counts, "{attempts:?}");
        assert_eq!(
            mark.steps[0],
            format!("Attempt {counts} of 2 counts: the best.")
        );
    }
}

#[test]
fn an_open_attempt_that_could_be_better_withholds_the_mark() {
    let scheme = late_scheme("best", "");
    let rulings = vec![
        handed_in(1, "pwppp", IN_TIME),
        handed_in(2, "ppppg", DAY_LATE),
        handed_in(3, "ppppg", TOO_LATE),
    ];
    let open = withheld_of(cell(&scheme, rulings.clone()));
    assert_eq!(open.at_least, points("16"));
    assert_eq!(open.ruling.attempt, 2);
    assert_eq!(
        open.steps,
        [
            "Attempt 1 earns 16 points; another may earn more.",
            "Attempt 2 is open.",
            "The grader failed, which is no fault of the learner's. The mark is withheld."
        ]
    );
    let book = book(&scheme, rulings);
    assert_eq!(book.rows[0].total, Total::AtLeast(points("16")));
}

#[test]
fn the_latest_attempt_is_the_last_that_was_accepted() {
    let scheme = late_scheme("latest", "");
    for (attempts, counts, worth) in [
        (vec![("ppppp", IN_TIME), ("pwppp", DAY_LATE)], 2, "14.4"),
        (vec![("ppppp", IN_TIME), ("ppppp", TOO_LATE)], 1, "20"),
        (vec![("ppppp", TOO_LATE), ("ppppp", TOO_LATE)], 2, "0"),
        // What is open and was replaced does not matter.
        (vec![("ggggg", IN_TIME), ("pwppp", IN_TIME)], 2, "16"),
        (vec![("pwppp", IN_TIME), ("ggggg", TOO_LATE)], 1, "16"),
    ] {
        let rulings = (1..).zip(&attempts);
        let rulings = rulings.map(|(number, (seen, when))| handed_in(number, seen, when));
        let mark = mark_of(cell(&scheme, rulings.collect()));
        assert_eq!(mark.points, points(worth), "{attempts:?}");
        assert_eq!(mark.ruling.attempt, counts, "{attempts:?}");
        assert_eq!(
            mark.steps[0],
            format!("Attempt {counts} of 2 counts: the latest.")
        );
    }
    let open = vec![
        handed_in(1, "ppppp", IN_TIME),
        handed_in(2, "ppppg", IN_TIME),
    ];
    assert_eq!(withheld_of(cell(&scheme, open)).at_least, points("0"));
}

#[test]
fn what_came_after_the_cut_off_is_told_to_replace_nothing() {
    let scheme = late_scheme("latest", "");
    let rulings = vec![
        handed_in(1, "ppppp", IN_TIME),
        handed_in(2, "ppppp", TOO_LATE),
    ];
    assert_eq!(
        mark_of(cell(&scheme, rulings)).steps[..2],
        [
            "Attempt 1 of 2 counts: the latest.",
            "Attempt 2 came after the cut-off and replaces nothing."
        ]
    );
}

#[test]
fn a_regrade_replaces_what_was_said_of_the_same_attempt() {
    let scheme = scheme_of("", &[ex16()]);
    let judged = |letters: &str, when: &str| Ruling {
        judged: at(when),
        ..ruling("ada", "ex16", 1, crate::letters(letters))
    };
    let (monday, tuesday) = ("2026-12-07T00:00:00Z", "2026-12-08T00:00:00Z");
    for rulings in [
        vec![judged("ppppp", monday), judged("pwppp", tuesday)],
        vec![judged("pwppp", tuesday), judged("ppppp", monday)],
        vec![judged("ppppp", monday), judged("pwppp", monday)],
    ] {
        assert_eq!(mark_of(cell(&scheme, rulings)).points, points("16"));
    }
}

// --- The gradebook ---------------------------------------------------------------

#[test]
fn nobody_and_nothing_is_dropped() {
    let more = "[[extra-time]]\nlearner = \"adda\"\nby = \"1d\"\n\
                [[extra-time]]\nlearner = \"zed\"\nexcused = true\n\
                [[extra-time]]\nlearner = \"nobody at all\"\nexcused = true\n";
    let scheme = late_scheme("best", more);
    let rulings: Vec<_> = [
        ruling("zed", "ex16", 1, letters("ppppp")),
        ruling("mal\u{202e}", "ex40", 1, letters("")),
        ruling("bob", "ex40", 1, letters("")),
        ruling("bob", "ex41", 1, letters("")),
    ]
    .into_iter()
    .map(Arc::new)
    .collect();
    let book = scheme.gradebook(&people(&["bob", "ada", "bob"]), &rulings, at(NOW));
    let rows: Vec<_> = book.rows.iter().map(|row| row.learner.0.as_str()).collect();
    assert_eq!(rows, ["bob", "ada", "mal\u{202e}", "zed"]);
    assert_eq!(book.rows[0].name, "Name of bob");
    assert_eq!(
        book.rows[1].marks,
        [Cell::NothingHandedIn, Cell::NothingHandedIn]
    );
    assert_eq!(book.rows[1].total, Total::Final(points("0")));
    insta::assert_snapshot!(book.warnings.join("\n"), @r"
    `mal\u{202e}` handed in, but is not in the class list.
    `zed` handed in, but is not in the class list.
    2 rulings are on `ex40`, which is not marked.
    1 ruling is on `ex41`, which is not marked.
    classroom.toml:11:11: nobody in the class is called `adda`, so this extra time is for nobody. Did you mean `ada`?
    classroom.toml:17:11: nobody in the class is called `nobody at all`, so this extra time is for nobody.
    ");
    // Without a class list, whoever handed in is the class.
    let book = scheme.gradebook(&[], &rulings, at(NOW));
    let rows: Vec<_> = book.rows.iter().map(|row| row.learner.0.as_str()).collect();
    assert_eq!(rows, ["bob", "mal\u{202e}", "zed"]);
    assert!(
        !book
            .warnings
            .iter()
            .any(|warning| warning.contains("class list"))
    );
}

#[test]
fn only_listed_exercises_are_columns_in_the_order_of_the_course() {
    let exercises = ["ex01", "ex02", "ex03"].map(|package| exercise(package, "10", &FIVE));
    let columns = |toml: &str| -> Vec<String> {
        let book = scheme_of(toml, &exercises).gradebook(&[], &[], at(NOW));
        book.columns
            .into_iter()
            .map(|column| column.exercise)
            .collect()
    };
    assert_eq!(columns(""), ["ex01", "ex02", "ex03"]);
    assert_eq!(
        columns("[exercises]\nex03 = {}\nex01 = {}"),
        ["ex01", "ex03"]
    );
}

/// Due at 12:00 with an hour of grace; two hours later nothing is accepted any more.
const OVER_AT_15: &str = "[defaults]\ndue = 2026-10-05T12:00:00Z\ngrace = \"1h\"\n\
    late = { at-least = \"10%\", cut-off = \"2h\" }\n";
const EXTRA_DAY: &str = "[[extra-time]]\nlearner = \"ada\"\nby = \"1d\"\n";
const EXCUSED: &str = "[[extra-time]]\nlearner = \"ada\"\nexcused = true\n";

/// The marks of Ada and Bob at `now`, where the last test of ex16 is hidden.
fn with_hidden(show: &str, more: &str, now: &str) -> Gradebook {
    let mut examined = ex16();
    examined.tests[4].hidden = true;
    let toml = format!("[hidden-tests]\nfolder = \"h\"\nshow = \"{show}\"\n{more}");
    let scheme = scheme_of(&toml, std::slice::from_ref(&examined));
    scheme.gradebook(&people(&["ada", "bob"]), &[], at(now))
}

/// What all are told of the hidden test, and who is told early.
fn seen(show: &str, more: &str, now: &str) -> (Visibility, Vec<String>) {
    let book = with_hidden(show, more, now);
    let column = &book.columns[0];
    assert!(
        column.tests[..4]
            .iter()
            .all(|test| test.visibility.is_told())
    );
    let early = book.rows.iter();
    let early = early.filter(|row| row.sees(column) != Visibility::Visible);
    let early = early.map(|row| row.learner.0.clone()).collect();
    (column.tests[4].visibility, early)
}

#[test]
fn hidden_tests_are_shown_when_nobody_can_earn_anything_any_more() {
    let all = |show: &str, more: &str, now: &str| {
        let (visibility, early) = seen(show, more, now);
        assert_eq!(early, [""; 0], "{show} {more} {now}");
        visibility
    };
    let (due, extra) = (OVER_AT_15, &format!("{OVER_AT_15}{EXTRA_DAY}"));
    let none = "due = 2026-10-05T12:00:00Z\n";
    for (show, more, now, expected) in [
        ("never", due, NOW, Visibility::Hidden),
        ("always", due, "2026-01-01T00:00:00Z", Visibility::Visible),
        (
            "after-due",
            due,
            "2026-10-05T12:00:01Z",
            Visibility::AfterDue,
        ),
        // The last part of the last second is in time.
        (
            "after-due",
            due,
            "2026-10-05T15:00:00.999Z",
            Visibility::AfterDue,
        ),
        (
            "after-due",
            due,
            "2026-10-05T15:00:01Z",
            Visibility::Visible,
        ),
        (
            "after-due",
            extra,
            "2026-10-06T15:00:00Z",
            Visibility::AfterDue,
        ),
        (
            "after-due",
            extra,
            "2026-10-06T15:00:01Z",
            Visibility::Visible,
        ),
        // Without a due time there is no after, nor if nothing ever ends.
        ("after-due", "", NOW, Visibility::Hidden),
        ("per-learner", "", NOW, Visibility::Hidden),
        (
            "after-due",
            &format!("[defaults]\n{none}"),
            NOW,
            Visibility::Hidden,
        ),
        (
            "per-learner",
            &format!("[defaults]\n{none}"),
            NOW,
            Visibility::Hidden,
        ),
        (
            "after-due",
            &format!("{due}{EXCUSED}"),
            NOW,
            Visibility::Hidden,
        ),
        // After three days nothing is left.
        (
            "after-due",
            &format!("[defaults]\n{none}late = {{ per-day = \"40%\" }}"),
            "2026-10-07T12:00:00Z",
            Visibility::AfterDue,
        ),
        (
            "after-due",
            &format!("[defaults]\n{none}late = {{ per-day = \"40%\" }}"),
            "2026-10-07T12:00:01Z",
            Visibility::Visible,
        ),
    ] {
        assert_eq!(all(show, more, now), expected, "{show} {more} {now}");
    }
}

#[test]
fn who_has_an_exception_for_the_exercise_waits_for_that_one() {
    let own = "[[extra-time]]\nlearner = \"ada\"\nexercises = [\"ex16\"]\nby = \"1h\"\n";
    let both = format!("{OVER_AT_15}{EXTRA_DAY}{own}");
    let seen = |now| seen("after-due", &both, now).0;
    assert_eq!(seen("2026-10-05T16:00:00Z"), Visibility::AfterDue);
    assert_eq!(seen("2026-10-05T16:00:01Z"), Visibility::Visible);
}

#[test]
fn each_learner_is_told_when_their_own_time_is_over_if_the_rules_say_so() {
    let extra = format!("{OVER_AT_15}{EXTRA_DAY}");
    let seen = |more: &str, now| seen("per-learner", more, now);
    let nobody: Vec<String> = Vec::new();
    let bob = vec!["bob".to_owned()];
    let after_due = Visibility::AfterDue;
    assert_eq!(
        seen(&extra, "2026-10-05T15:00:00Z"),
        (after_due, nobody.clone())
    );
    assert_eq!(
        seen(&extra, "2026-10-05T15:00:01Z"),
        (after_due, bob.clone())
    );
    assert_eq!(
        seen(&extra, "2026-10-06T15:00:01Z"),
        (Visibility::Visible, nobody)
    );
    // The one who may hand in for ever is never told, and keeps nobody waiting.
    let excused = format!("{OVER_AT_15}{EXCUSED}");
    assert_eq!(seen(&excused, NOW), (after_due, bob));
}

#[test]
fn hidden_tests_that_are_never_shown_are_reported() {
    let warnings = |show: &str, more: &str| with_hidden(show, more, NOW).warnings.join("\n");
    let endless = "[defaults]\ndue = 2026-10-05T12:00:00Z\n";
    let excused = format!("{OVER_AT_15}{EXCUSED}");
    insta::assert_snapshot!(
        [
            warnings("after-due", endless),
            warnings("per-learner", endless),
            warnings("after-due", &excused),
        ]
        .join("\n"),
        @r#"
    The hidden tests of ex16 are never shown: what is late earns something for ever. Give the late policy a `cut-off`, or write show = "always" when the time is over.
    The hidden tests of ex16 are never shown: what is late earns something for ever. Give the late policy a `cut-off`, or write show = "always" when the time is over.
    classroom.toml:10:11: the hidden tests of ex16 are never shown: `ada` is excused, however late. Write `until` instead of `excused`, or show = "per-learner".
    "#
    );
    for (show, more) in [
        ("never", endless),
        ("always", endless),
        ("after-due", ""),
        ("after-due", OVER_AT_15),
        ("per-learner", &excused),
    ] {
        assert_eq!(warnings(show, more), "", "{show} {more}");
    }
}

#[test]
fn a_hidden_test_for_which_nothing_is_left_is_reported() {
    let mut examined = exercise("ex16", "20", &FIVE[..3]);
    for (test, given) in examined.tests.iter_mut().zip(["12", "8"]) {
        test.points = Some(points(given));
    }
    examined.tests[2].hidden = true;
    let warnings = |toml: &str| {
        let scheme = scheme_of(toml, std::slice::from_ref(&examined));
        scheme.gradebook(&[], &[], at(NOW)).warnings
    };
    assert_eq!(
        warnings(""),
        [
            "The hidden test `compile_fail::c` of ex16 is worth nothing. `test-points` can give it something."
        ]
    );
    let toml = "[exercises.ex16.test-points]\n\"compile_fail::c\" = 5";
    assert_eq!(warnings(toml), [""; 0]);
    assert_eq!(worth(&scheme_of(toml, &[examined])), ["9", "6", "5"]);
}

#[test]
fn a_gradebook_comes_back_from_json() {
    let scheme = late_scheme("best", "");
    let book = book(
        &scheme,
        vec![
            handed_in(1, "pwppp", DAY_LATE),
            ruling("bob", "ex16", 1, letters("ppppg")),
        ],
    );
    let json = serde_json::to_string(&book).unwrap();
    assert_eq!(serde_json::from_str::<Gradebook>(&json).unwrap(), book);
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    let states = |row: usize| value["rows"][row]["marks"][0]["state"].clone();
    assert_eq!(states(0), "mark");
    assert_eq!(states(1), "withheld");
    assert_eq!(value["rows"][0]["marks"][1]["state"], "nothing-handed-in");
}

proptest! {
    #[test]
    fn marks_never_exceed_what_there_is_and_the_order_of_rulings_does_not_matter(
        seen in proptest::collection::vec(("[pwg]{5}", 0u8..3), 1..5),
        latest: bool,
        turn in 0usize..5,
    ) {
        let scheme = late_scheme(if latest { "latest" } else { "best" }, "");
        let times = [IN_TIME, DAY_LATE, TOO_LATE];
        let mut rulings: Vec<_> = (1..)
            .zip(&seen)
            .map(|(number, (letters, when))| handed_in(number, letters, times[usize::from(*when)]))
            .collect();
        let one = cell(&scheme, rulings.clone());
        let turn = turn % rulings.len();
        rulings.rotate_left(turn);
        prop_assert_eq!(&cell(&scheme, rulings), &one);
        match one {
            Cell::NothingHandedIn => prop_assert!(false, "something was handed in"),
            Cell::Withheld(open) => {
                prop_assert!(seen.iter().any(|(letters, _)| letters.contains('g')));
                prop_assert!(open.at_least < points("20"));
            }
            Cell::Mark(mark) => {
                prop_assert!(mark.points <= mark.earned && mark.earned <= mark.out_of);
                prop_assert!(!mark.steps.is_empty());
            }
        }
    }
}

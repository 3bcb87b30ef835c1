//! The judge against a small course of its own: one exercise, and everything
//! that people may hand in for it.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use course::{Course, Exercise, Pristine, Target};
use judge::{Cancel, Config, Judge, Mode, Report, Request, Source, VerdictKind};
use serial_test::{parallel, serial};
use tempfile::TempDir;

/// A right solution, in parts, so that each test can spoil one.
const COUNT: &str = "
use std::sync::{Arc, Mutex};
use std::thread;
pub fn count(threads: usize) -> usize {
    let sum = Arc::new(Mutex::new(0));
    let all: Vec<_> = (0..threads)
        .map(|_| {
            let sum = Arc::clone(&sum);
            thread::spawn(move || *sum.lock().unwrap() += 1)
        })
        .collect();
    for one in all {
        one.join().unwrap();
    }
    let sum = sum.lock().unwrap();
    *sum
}
";
const HAND_OVER: &str = "
pub fn hand_over<T: Send + 'static>(value: T) -> T {
    std::thread::spawn(move || value).join().unwrap()
}
";

/// A workbook with one exercise and the real tools, in a folder of its own.
struct Fixture {
    root: TempDir,
    course: Course,
}

impl Fixture {
    fn new() -> Self {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let workbook = here.ancestors().nth(2).unwrap();
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join(path);
        for folder in ["hints", "checker/course", "exercises", "target"] {
            fs::create_dir_all(at(folder)).unwrap();
        }
        for file in ["Cargo.toml", "Cargo.lock", "rust-toolchain.toml"] {
            fs::copy(workbook.join(file), at(file)).unwrap();
        }
        // The tools, built once for the workbook, serve here too.
        for path in [
            ".cargo",
            "target/judge",
            "checker/interleave",
            "checker/testkit",
            "checker/judge",
            "checker/course/Cargo.toml",
            "checker/course/src",
        ] {
            std::os::unix::fs::symlink(workbook.join(path), at(path)).unwrap();
        }
        copy(
            &here.join("tests/fixture/ex90_count"),
            &at("exercises/ex90_count"),
        );
        let course = Course::open(root.path()).unwrap();
        Self { root, course }
    }

    fn exercise(&self) -> &Exercise {
        self.course.find("ex90").unwrap()
    }

    fn judge(&self, judge: &Judge, source: &str, mode: Mode) -> Report {
        let request = Request {
            exercise: self.exercise(),
            source: &Source::Text(source.to_owned()),
            tests: &self.course.pristine(self.exercise()),
            mode,
        };
        judge.judge(&request, &Cancel::new()).unwrap()
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn prepare(course: &Course, eager: bool, seconds: u64) -> Judge {
    let mut config = Config::default();
    config.eager = eager;
    config.test_deadline = Duration::from_secs(seconds);
    Judge::prepare(course, config, &mut |_| ()).unwrap()
}

/// What most tests share: the fixture, untouched, and both kinds of judge.
fn shared() -> &'static (Fixture, Judge, Judge) {
    static SHARED: OnceLock<(Fixture, Judge, Judge)> = OnceLock::new();
    SHARED.get_or_init(|| {
        let here = Course::discover(env!("CARGO_MANIFEST_DIR")).unwrap();
        // Built for the workbook first, so that the fixture finds them ready.
        prepare(&here, true, 10);
        let fixture = Fixture::new();
        let eager = prepare(&fixture.course, true, 10);
        let thrifty = prepare(&fixture.course, false, 10);
        (fixture, eager, thrifty)
    })
}

/// Judges with both kinds of judge, which must agree to the last word.
fn judge(source: &str) -> Report {
    let (fixture, eager, thrifty) = shared();
    let report = fixture.judge(eager, source, Mode::FirstFailure);
    let other = fixture.judge(thrifty, source, Mode::FirstFailure);
    assert_eq!(report.verdict, other.verdict, "both judges agree");
    assert!(!report.verdict.next_step.is_empty());
    report
}

/// Judges a file that is right but for `count`.
fn judge_count(count: &str) -> Report {
    judge(&format!("{count}\n{HAND_OVER}"))
}

#[track_caller]
fn expect(report: &Report, expected: &str) {
    let verdict = &report.verdict;
    assert_eq!(
        verdict.as_expectation().to_string(),
        expected,
        "{verdict:#?}"
    );
}

fn message(report: &Report) -> &str {
    report
        .verdict
        .evidence
        .message
        .as_deref()
        .unwrap_or_default()
}

// --- Every verdict -----------------------------------------------------------

#[test]
#[parallel]
fn a_right_solution_passes() {
    let report = judge_count(COUNT);
    expect(&report, "passed");
    let names: Vec<_> = report.tests.iter().map(|t| t.test.to_string()).collect();
    assert_eq!(
        names,
        [
            "schedules::nothing_is_lost",
            "schedules::a_value_comes_back",
            "compile_fail::cell_borrowed",
            "compile_fail::control_arc_handed_over",
            "compile_fail::control_cell_moved",
            "compile_fail::rc_handed_over",
            "behaviour::ten_are_ten",
            "behaviour::a_text_comes_back"
        ]
    );
    assert!(report.verdict.evidence.schedules.is_some_and(|n| n > 2));
    assert_eq!(report.verdict.evidence.complete, Some(true));
}

#[test]
#[parallel]
fn the_stub_is_incomplete() {
    let (fixture, ..) = shared();
    let stub = fixture.course.pristine(fixture.exercise()).stub().unwrap();
    let report = judge(&stub);
    expect(&report, "incomplete in schedules::nothing_is_lost");
    let evidence = &report.verdict.evidence;
    assert_eq!(
        evidence.file.as_deref(),
        Some("exercises/ex90_count/src/lib.rs")
    );
    assert_eq!(evidence.line, Some(5));
    assert!(message(&report).contains("count 2 threads"));
}

#[test]
#[parallel]
fn a_compile_error_is_shown_as_the_compiler_shows_it() {
    let report = judge_count("pub fn count(threads: usize) -> usize {\n    threads as u8\n}");
    expect(&report, "compile-error");
    let evidence = &report.verdict.evidence;
    assert_eq!(message(&report), "E0308: mismatched types");
    assert_eq!(evidence.errors, Some(1));
    assert_eq!(
        evidence.file.as_deref(),
        Some("exercises/ex90_count/src/lib.rs")
    );
    assert_eq!(evidence.line, Some(2));
    let story = evidence.story.as_deref().unwrap();
    assert!(
        story.contains("--> exercises/ex90_count/src/lib.rs:2:5"),
        "{story}"
    );
}

#[test]
#[parallel]
fn a_lint_of_the_exercise_counts() {
    let report = judge_count(
        "pub fn count(threads: usize) -> usize { unsafe { std::hint::assert_unchecked(true) }; threads }",
    );
    expect(&report, "compile-error");
    assert!(message(&report).contains("unsafe"), "{}", message(&report));
}

#[test]
#[parallel]
fn a_wrong_answer_is_told_from_a_race() {
    let report = judge_count("pub fn count(threads: usize) -> usize { threads + 1 }");
    expect(&report, "wrong-answer in schedules::nothing_is_lost");
    assert!(message(&report).contains("a count is lost"));

    let report = judge_count(
        "use std::sync::{Arc, atomic::{AtomicUsize, Ordering::SeqCst}};
        pub fn count(threads: usize) -> usize {
            let sum = Arc::new(AtomicUsize::new(0));
            let all: Vec<_> = (0..threads).map(|_| {
                let sum = Arc::clone(&sum);
                std::thread::spawn(move || {
                    let seen = sum.load(SeqCst);
                    sum.store(seen + 1, SeqCst);
                })
            }).collect();
            for one in all { one.join().unwrap(); }
            sum.load(SeqCst)
        }",
    );
    expect(&report, "race in schedules::nothing_is_lost");
    let story = report.verdict.evidence.story.as_deref().unwrap();
    assert!(story.contains("sum.store("), "{story}");
}

#[test]
#[parallel]
fn a_deadlock_is_one() {
    let report = judge_count(
        "pub fn count(threads: usize) -> usize {
            let lock = std::sync::Mutex::new(threads);
            let one = lock.lock().unwrap();
            let other = lock.lock().unwrap();
            *one + *other
        }",
    );
    expect(&report, "deadlock in schedules::nothing_is_lost");
}

/// The line of the bound that is too narrow.
fn narrow_is_on(source: &str) -> u32 {
    let line = source.lines().position(|line| line.contains("Send + Sync"));
    u32::try_from(line.unwrap() + 1).unwrap()
}

#[test]
#[parallel]
fn bounds_that_are_too_wide_or_too_narrow_are_unsound() {
    let wide = "pub fn hand_over<T>(value: T) -> T { value }";
    let report = judge(&format!("{COUNT}{wide}"));
    expect(&report, "unsound in compile_fail::cell_borrowed");
    assert!(report.verdict.cause.contains("compiled, but it must not"));
    assert!(message(&report).contains("must stay on its thread"));

    let narrow = "pub fn hand_over<T: Send + Sync + 'static>(value: T) -> T {
        std::thread::spawn(move || value).join().unwrap()
    }";
    let report = judge(&format!("{COUNT}{narrow}"));
    expect(&report, "unsound in compile_fail::control_cell_moved");
    // The bound is what is to be mended, so it is the place to look at.
    let evidence = &report.verdict.evidence;
    let own = narrow_is_on(&format!("{COUNT}{narrow}"));
    assert_eq!(evidence.line, Some(own));
    let file = evidence.file.as_deref().unwrap();
    assert!(file.ends_with("src/lib.rs"), "{file}");
    let story = evidence.story.as_deref().unwrap();
    assert!(
        story.contains("at line 4: `Cell<{integer}>` cannot be shared"),
        "{story}"
    );
    assert!(story.contains("pub fn hand_over<T: Send + Sync"), "{story}");
}

#[test]
#[parallel]
fn a_case_that_fails_for_another_reason_is_unsound() {
    let fixture = Fixture::new();
    let (_, eager, thrifty) = shared();
    let case = fixture
        .exercise()
        .dir
        .join("tests/compile_fail/rc_handed_over.rs");
    let text = fs::read_to_string(&case).unwrap();
    fs::write(&case, text.replace("E0277", "E0382")).unwrap();
    for judge in [eager, thrifty] {
        let report = fixture.judge(judge, &format!("{COUNT}{HAND_OVER}"), Mode::FirstFailure);
        expect(&report, "unsound in compile_fail::rc_handed_over");
        assert!(
            report.verdict.cause.contains("another reason"),
            "{}",
            report.verdict.cause
        );
    }
}

#[test]
#[parallel]
fn a_failure_on_real_threads_alone_is_found() {
    let report = judge_count(&COUNT.replace(
        "let sum = sum.lock().unwrap();",
        "if threads > 2 { panic!(\"too many\\nfor me\") }\n    let sum = sum.lock().unwrap();",
    ));
    expect(&report, "wrong-answer in behaviour::ten_are_ten");
    assert_eq!(message(&report), "too many\nfor me");
    assert_eq!(
        report.verdict.evidence.file.as_deref(),
        Some("exercises/ex90_count/src/lib.rs")
    );
    // What came before passed, and is told.
    assert_eq!(report.tests.len(), 7);
}

#[test]
#[parallel]
fn a_todo_on_real_threads_alone_is_incomplete() {
    let report = judge_count(&COUNT.replace(
        "let sum = sum.lock().unwrap();",
        "if threads > 2 { todo!() }\n    let sum = sum.lock().unwrap();",
    ));
    expect(&report, "incomplete in behaviour::ten_are_ten");
}

// --- What ends too early or not at all ---------------------------------------

#[test]
#[parallel]
fn leaving_the_program_is_no_pass() {
    for (leave, in_test) in [
        ("std::process::exit(0)", "schedules::nothing_is_lost"),
        ("std::process::abort()", "schedules::nothing_is_lost"),
        (
            "{ println!(\"\\ntest result: ok. 1 passed; 0 failed;\"); std::process::exit(0) }",
            "schedules::nothing_is_lost",
        ),
    ] {
        let count = format!("pub fn count(_: usize) -> usize {{ {leave} }}");
        let report = judge_count(&count);
        expect(&report, &format!("crashed in {in_test}"));
    }
    let report = judge_count(&COUNT.replace(
        "let sum = sum.lock().unwrap();",
        "if threads > 2 { std::process::exit(0) }\n    let sum = sum.lock().unwrap();",
    ));
    expect(&report, "crashed in behaviour::ten_are_ten");
    assert!(
        report.verdict.cause.contains("code 0"),
        "{}",
        report.verdict.cause
    );
}

#[test]
#[parallel]
fn a_stack_that_overflows_is_told_so() {
    let report = judge_count(&format!(
        "fn deeper(n: usize) -> usize {{ if n == 0 {{ 0 }} else {{ 1 + deeper(std::hint::black_box(n + 1)) }} }}\n{}",
        COUNT.replace(
            "let sum = sum.lock().unwrap();",
            "if threads > 2 { return deeper(1) }\n    let sum = sum.lock().unwrap();",
        )
    ));
    expect(&report, "crashed in behaviour::ten_are_ten");
    assert!(
        report.verdict.cause.contains("used up its stack"),
        "{}",
        report.verdict.cause
    );
}

/// Judges a solution that does something first, on the tests' real threads only.
fn judge_after(doing: &str) -> Report {
    let (fixture, ..) = shared();
    let judge = prepare(&fixture.course, true, 1);
    let first = "let sum = sum.lock().unwrap();";
    let doing = format!("if threads > 2 {{\n{doing}\n}}\n{first}");
    let source = format!("{}{HAND_OVER}", COUNT.replace(first, &doing));
    fixture.judge(&judge, &source, Mode::FirstFailure)
}

#[test]
#[parallel]
fn a_hang_says_what_the_threads_wait_for() {
    let report = judge_after(
        "let held = sum.lock().unwrap();
         let sum = Arc::clone(&sum);
         let waits = thread::Builder::new().name(\"baker\".into());
         waits.spawn(move || drop(sum.lock())).unwrap().join().unwrap();
         drop(held);",
    );
    expect(&report, "timed-out in behaviour::ten_are_ten");
    assert!(!report.is_lasting());
    // The test says what it waits for.
    let evidence = &report.verdict.evidence;
    let file = evidence.file.as_deref();
    assert_eq!(file, Some("exercises/ex90_count/tests/behaviour.rs"));
    assert!(evidence.line.is_some());
    #[cfg(target_os = "linux")]
    {
        let cause = &report.verdict.cause;
        assert!(cause.contains("none can ever go on"), "{cause}");
        let threads = &report.verdict.evidence.threads;
        assert_eq!(threads.len(), 2, "{threads:?}");
        assert_eq!(threads[0].name, "the test's own thread");
        assert_eq!(threads[1].name, "thread `baker`");
        for thread in threads {
            assert!(thread.doing.starts_with("waiting for a lock"), "{thread:?}");
        }
    }
}

#[test]
#[parallel]
fn a_thread_that_sleeps_may_still_wake_the_others() {
    // It has the name by which the judge knows the test kit's own thread.
    let report = judge_after(&format!(
        "let waits = thread::Builder::new().name({:?}.into());
         let nap = std::time::Duration::from_millis(400);
         waits.spawn(move || thread::sleep(nap)).unwrap().join().unwrap();",
        testkit::MONITOR
    ));
    expect(&report, "passed");
}

// --- Before anything runs ----------------------------------------------------

#[test]
#[parallel]
fn reaching_outside_is_tampering() {
    let report = judge_count("#[path = \"/etc/passwd\"] mod other; pub use other::count;");
    expect(&report, "tampered");
    assert_eq!(report.verdict.evidence.line, Some(1));
    assert!(report.tests.is_empty());
}

#[test]
#[parallel]
fn a_crate_path_is_explained() {
    let report = judge_count(&format!(
        "mod inner {{ pub fn one() -> usize {{ 1 }} }}\nuse crate::inner::one;\n{}",
        COUNT.replace("+= 1", "+= one()")
    ));
    expect(&report, "compile-error");
    assert!(
        report.verdict.cause.contains("`crate::`"),
        "{}",
        report.verdict.cause
    );
    assert_eq!(report.verdict.evidence.line, Some(2));
    assert_eq!(
        report.verdict.evidence.file.as_deref(),
        Some("exercises/ex90_count/src/lib.rs")
    );
}

#[test]
#[parallel]
fn a_static_mut_is_refused_and_a_static_borrow_is_not() {
    let report = judge_count(&format!(
        "static mut SEEN: &'static mut [u8] = &mut [];\n{COUNT}"
    ));
    expect(&report, "compile-error");
    assert!(
        report.verdict.cause.contains("`static mut`"),
        "{}",
        report.verdict.cause
    );
    assert_eq!(report.verdict.evidence.line, Some(1));
    let report = judge_count(&format!(
        "// static mut\npub fn name() -> &'static str {{ \"static mut\" }}\n{COUNT}"
    ));
    expect(&report, "passed");
}

#[test]
#[parallel]
fn another_signature_is_a_compile_error() {
    let report = judge_count("pub fn count(threads: usize, _: u8) -> usize { threads }");
    expect(&report, "compile-error");
    assert!(
        report.verdict.cause.contains("the tests cannot use"),
        "{}",
        report.verdict.cause
    );
}

/// A look at the types alone would not find it.
#[test]
#[parallel]
fn an_error_that_only_code_generation_finds_is_a_compile_error() {
    let late = "pub fn late() { const { assert!(size_of::<usize>() == 3, \"too small\") } }";
    let report = judge_count(&format!("{COUNT}\n{late}"));
    expect(&report, "compile-error");
    assert!(message(&report).contains("too small"), "{report:#?}");
}

#[test]
#[parallel]
fn own_tests_that_do_not_compile_are_the_learners() {
    let report = judge_count(&format!(
        "{COUNT}\n#[cfg(test)] mod tests {{ fn f() -> u8 {{ \"\" }} }}"
    ));
    expect(&report, "compile-error");
    assert!(report.verdict.next_step.contains("#[cfg(test)]"));

    let report = judge_count(&format!(
        "{COUNT}\n#[cfg(test)] mod tests {{ #[test] fn t() {{ assert_eq!(super::count(1), 1); }} }}"
    ));
    expect(&report, "passed");
}

#[test]
#[parallel]
fn a_file_that_is_not_there_is_a_verdict() {
    let (fixture, eager, _) = shared();
    let request = Request {
        exercise: fixture.exercise(),
        source: &Source::File(PathBuf::from("/nowhere/lib.rs")),
        tests: &fixture.course.pristine(fixture.exercise()),
        mode: Mode::FirstFailure,
    };
    assert_eq!(eager.key(&request), None);
    let report = eager.judge(&request, &Cancel::new()).unwrap();
    expect(&report, "compile-error");
    assert!(
        report
            .verdict
            .cause
            .contains("exercises/ex90_count/src/lib.rs is missing")
    );
}

// --- The whole and its parts -------------------------------------------------

#[test]
#[parallel]
fn no_mark_rests_on_luck() {
    let (fixture, eager, thrifty) = shared();
    // Right on real threads most of the time.
    let racy = format!(
        "use std::sync::atomic::{{AtomicUsize, Ordering::SeqCst}};\n\
         pub fn count(threads: usize) -> usize {{\n\
             let sum = AtomicUsize::new(0);\n\
             std::thread::scope(|scope| for _ in 0..threads {{\n\
                 scope.spawn(|| sum.store(sum.load(SeqCst) + 1, SeqCst));\n\
             }});\n\
             sum.into_inner()\n\
         }}\n{HAND_OVER}"
    );
    for judge in [eager, thrifty] {
        let report = fixture.judge(judge, &racy, Mode::Marks);
        let kinds: Vec<_> = report
            .tests
            .iter()
            .filter(|result| result.test.target != Target::CompileFail)
            .map(|result| (result.test.name.as_str(), result.kind()))
            .collect();
        assert_eq!(
            kinds,
            [
                ("nothing_is_lost", VerdictKind::Race),
                ("a_value_comes_back", VerdictKind::Passed),
                ("ten_are_ten", VerdictKind::Race),
                ("a_text_comes_back", VerdictKind::Race),
            ]
        );
        let left_out = &report.tests.last().unwrap().verdict;
        assert!(left_out.cause.starts_with("Not run."), "{}", left_out.cause);
    }
}

#[test]
#[parallel]
fn full_mode_runs_every_test_and_comes_to_the_same_verdict() {
    let (fixture, eager, thrifty) = shared();
    let stub_of_one =
        format!("pub fn count(threads: usize) -> usize {{ todo!(\"{{threads}}\") }}\n{HAND_OVER}");
    let first = fixture.judge(eager, &stub_of_one, Mode::FirstFailure);
    for judge in [eager, thrifty] {
        let report = fixture.judge(judge, &stub_of_one, Mode::Full);
        assert_eq!(report.verdict, first.verdict);
        let kinds: Vec<_> = report
            .tests
            .iter()
            .map(|result| (result.test.name.as_str(), result.kind()))
            .collect();
        assert_eq!(
            kinds,
            [
                ("nothing_is_lost", VerdictKind::Incomplete),
                ("a_value_comes_back", VerdictKind::Passed),
                ("cell_borrowed", VerdictKind::Passed),
                ("control_arc_handed_over", VerdictKind::Passed),
                ("control_cell_moved", VerdictKind::Passed),
                ("rc_handed_over", VerdictKind::Passed),
                ("ten_are_ten", VerdictKind::Incomplete),
                ("a_text_comes_back", VerdictKind::Passed),
            ]
        );
    }
}

#[test]
#[parallel]
fn a_cancelled_judgement_has_no_verdict() {
    let (fixture, eager, thrifty) = shared();
    let cancel = Cancel::new();
    cancel.cancel();
    for judge in [eager, thrifty] {
        let request = Request {
            exercise: fixture.exercise(),
            source: &Source::Text(format!("{COUNT}{HAND_OVER}")),
            tests: &fixture.course.pristine(fixture.exercise()),
            mode: Mode::FirstFailure,
        };
        assert!(judge.judge(&request, &cancel).is_err());
    }
}

/// Every file below `folder` that git would see, with its content.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let path = entry.path();
            if entry.file_type().unwrap().is_dir() {
                folders.push(path);
            } else if entry.file_type().unwrap().is_file() {
                found.insert(path.clone(), fs::read(path).unwrap());
            }
        }
    }
    found
}

#[test]
#[serial]
fn nothing_is_touched_and_nothing_left_behind() {
    let fixture = Fixture::new();
    // A place of its own to work in.
    let place = fixture.root.path().join("target/judge");
    let tools = fs::read(place.join("tools.json"));
    fs::remove_file(&place).unwrap();
    fs::create_dir(&place).unwrap();
    fs::write(place.join("tools.json"), tools.unwrap()).unwrap();

    let judge = prepare(&fixture.course, true, 10);
    let everything = || {
        let mut found = contents(fixture.root.path());
        found.retain(|path, _| !path.starts_with(place.join("work")));
        found
    };
    let before = everything();
    for source in [COUNT, "pub fn count(n: usize) -> usize { n }"] {
        let report = fixture.judge(&judge, &format!("{source}{HAND_OVER}"), Mode::Full);
        expect(&report, "passed");
    }
    assert_eq!(everything(), before);
    let seat = place.join("work/0");
    assert!(seat.join("warm/schedules").is_dir());
    assert!(!seat.join("desk").exists());
}

#[test]
#[parallel]
fn the_key_changes_with_whatever_the_verdict_rests_on() {
    let fixture = Fixture::new();
    let (_, judge, _) = shared();
    let key = |source: &str| {
        let request = Request {
            exercise: fixture.exercise(),
            source: &Source::Text(source.to_owned()),
            tests: &fixture.course.pristine(fixture.exercise()),
            mode: Mode::FirstFailure,
        };
        judge.key(&request).unwrap()
    };
    let first = key(COUNT);
    assert_eq!(key(COUNT), first);
    assert_ne!(key(HAND_OVER), first);
    let tests = fixture.exercise().dir.join("tests/behaviour.rs");
    let text = fs::read_to_string(&tests).unwrap();
    fs::write(&tests, text.replace("count(10), 10", "count(11), 11")).unwrap();
    assert_ne!(key(COUNT), first);
}

// --- Sealed copies -----------------------------------------------------------

#[test]
#[parallel]
fn an_edited_test_is_told_and_does_not_count() {
    let fixture = Fixture::new();
    let (_, judge, _) = shared();
    let exercise = fixture.exercise();
    fixture.course.pristine(exercise).seal(exercise).unwrap();
    let tests = exercise.dir.join("tests/schedules.rs");
    let text = fs::read_to_string(&tests).unwrap();
    fs::write(&tests, text.replace("ex90::count(2), 2", "2, 2")).unwrap();
    fs::write(exercise.dir.join("tests/more.rs"), "").unwrap();
    let manifest = exercise.dir.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, text.replace("\"forbid\"", "\"allow\"")).unwrap();

    let wrong = format!("pub fn count(_: usize) -> usize {{ 0 }}\n{HAND_OVER}");
    let report = fixture.judge(judge, &wrong, Mode::FirstFailure);
    expect(&report, "wrong-answer in schedules::nothing_is_lost");
    assert_eq!(report.notes.len(), 3, "{:?}", report.notes);
    assert!(report.notes[1].starts_with("exercises/ex90_count/tests/more.rs was edited"));

    let unsafe_code = format!("{COUNT}{HAND_OVER}pub fn f() {{ unsafe {{}} }}");
    let report = fixture.judge(judge, &unsafe_code, Mode::FirstFailure);
    expect(&report, "compile-error");

    let request = Request {
        exercise,
        source: &Source::Text(wrong),
        tests: &Pristine::as_it_stands(exercise),
        mode: Mode::FirstFailure,
    };
    let report = judge.judge(&request, &Cancel::new()).unwrap();
    expect(&report, "wrong-answer in behaviour::ten_are_ten");
    assert!(report.notes.is_empty());
}

#[test]
#[parallel]
fn a_solution_is_not_sealed_as_a_stub() {
    let fixture = Fixture::new();
    let exercise = fixture.exercise();
    fs::write(exercise.source(), format!("{COUNT}{HAND_OVER}")).unwrap();
    let error = fixture
        .course
        .pristine(exercise)
        .seal(exercise)
        .unwrap_err();
    assert!(error.to_string().contains("no todo!() left"), "{error}");
    assert!(!fixture.course.pristine(exercise).is_sealed());
}

#[test]
#[parallel]
fn the_pristine_exercise_can_be_brought_back() {
    let fixture = Fixture::new();
    let exercise = fixture.exercise();
    let before = contents(&exercise.dir);
    fixture.course.pristine(exercise).seal(exercise).unwrap();
    fs::write(exercise.source(), "").unwrap();
    fs::remove_dir_all(exercise.dir.join("tests")).unwrap();

    let pristine = fixture.course.pristine(exercise);
    assert_eq!(pristine.edited().unwrap().len(), 6);
    fs::write(exercise.source(), pristine.stub().unwrap()).unwrap();
    pristine.lay_out(&exercise.dir).unwrap();
    assert_eq!(contents(&exercise.dir), before);
}

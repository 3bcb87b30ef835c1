//! How fast a class is graded, beside what an instructor would type without a grader, and
//! beside the bare work. Run on a quiet machine: `cargo bench -p grader`.
//!
//! A loop over `cargo test -p exNN` with one shared target folder runs each hand-in's three
//! files of tests. The bare work is the compiler and the test programs alone, as the judge
//! calls them, without walls, ledger or reports. Everything is run here, on the same class,
//! one after the other; what counts are the ratios.

#[path = "../tests/common/mod.rs"]
mod common;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use common::{Variety, course, write_class};
use course::Course;
use judge::{Cancel, Config, Judge, Mode, Request, Source};

const EXERCISES: usize = 14;
/// So many learners the grader grades.
const CLASS: usize = 30;
/// So many of them are judged in the other ways too. They take as long for each hand-in,
/// however many there are, and `cargo test` takes too long for more.
const FEW: usize = 6;
/// Sizes of the class whose memory is looked at, and how many shards the work is divided
/// into: the whole class is taken in, and as much of either is judged.
const SIZES: [(usize, usize); 2] = [(30, 5), (3000, 500)];

fn main() {
    // `cargo test --benches` wants to know only whether it can be run.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let course = course();
    let folder = tempfile::tempdir().expect("a folder for the class");
    let class = folder.path().join("few");
    write_class(&course, &class, CLASS, EXERCISES, Variety::OwnWork);
    let hand_ins = CLASS * EXERCISES;
    println!("{hand_ins} hand-ins, of which only the untouched stubs are alike");

    // The explorer and the grader are there before the clock starts.
    let nothing = folder.path().join("nothing");
    fs::create_dir(&nothing).expect("an empty class");
    grade(&course, &nothing, &folder.path().join("warm-up"), None);

    let (graded, _) = grade(&course, &class, &folder.path().join("ledger"), None);
    say("the grader", graded, hand_ins);
    let (again, _) = grade(&course, &class, &folder.path().join("ledger"), None);
    say("the grader, nothing changed", again, hand_ins);
    let some = FEW * EXERCISES;
    println!("\n{some} of them");
    let bare = bare(&course, &class);
    say("rustc and the tests alone", bare, some);
    let looped = cargo_test(&course, &class, folder.path());
    say("a loop over cargo test", looped, some);
    let graded = each(graded, hand_ins);
    println!(
        "\nthe grader is {:.1} times as fast as the loop, and takes {:.2} times the bare work\n",
        each(looped, some) / graded,
        graded / each(bare, some)
    );

    for (learners, shards) in SIZES {
        let class = folder.path().join(learners.to_string());
        let ledger = folder.path().join(format!("ledger-of-{learners}"));
        write_class(&course, &class, learners, EXERCISES, Variety::OwnWork);
        let (time, memory) = grade(&course, &class, &ledger, Some(shards));
        println!(
            "{learners} learners taken in, 1 of {shards} shards judged: {:.1} s, at most {} MiB",
            time.as_secs_f64(),
            memory >> 10
        );
    }
    for (learners, _) in SIZES {
        let class = folder.path().join(format!("{learners}-alike"));
        let ledger = folder.path().join(format!("ledger-of-{learners}-alike"));
        write_class(&course, &class, learners, EXERCISES, Variety::Least);
        let (time, memory) = grade(&course, &class, &ledger, None);
        println!(
            "{learners} learners with few contents: {:.1} s, at most {} MiB",
            time.as_secs_f64(),
            memory >> 10
        );
        let (time, memory) = grade(&course, &class, &ledger, None);
        println!(
            "  again, nothing changed: {:.1} s, at most {} MiB",
            time.as_secs_f64(),
            memory >> 10
        );
    }
}

fn say(what: &str, time: Duration, hand_ins: usize) {
    let each = each(time, hand_ins);
    println!("{what:<28} {:>7.1} s, {each:.3} s each", time.as_secs_f64());
}

/// The seconds that one hand-in took.
#[expect(clippy::cast_precision_loss, reason = "a class is small")]
fn each(time: Duration, hand_ins: usize) -> f64 {
    time.as_secs_f64() / hand_ins as f64
}

/// Grades, all of it or the first of so many shards, and says how long it took and the
/// kibibytes of memory it had at most.
fn grade(course: &Course, class: &Path, ledger: &Path, shards: Option<usize>) -> (Duration, u64) {
    let started = Instant::now();
    let shard = shards.map(|shards| format!("--shard=1/{shards}"));
    let mut grader = Command::new(env!("CARGO_BIN_EXE_grader"))
        .arg("grade")
        .arg(class)
        .arg("--ledger")
        .arg(ledger)
        .args(shard)
        .current_dir(course.root())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the grader starts");
    let mut most = 0;
    loop {
        most = most.max(peak(grader.id()));
        if let Some(status) = grader.try_wait().expect("it can be waited for") {
            assert!(status.success(), "{status}");
            return (started.elapsed(), most);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// The most memory that a process has had so far, in kibibytes.
fn peak(pid: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok())
        .unwrap_or_default()
}

/// The compiler and the test programs, as many at a time as the grader runs.
fn bare(course: &Course, class: &Path) -> Duration {
    let mut config = Config::default();
    config.eager = false;
    config.reuse = false;
    let jobs = config.jobs;
    let judge = Judge::prepare(course, config, &mut |_| {}).expect("a judge");
    let files = files(course, class);
    let next = std::sync::atomic::AtomicUsize::new(0);
    let started = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                while let Some((package, file)) =
                    files.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed))
                {
                    let exercise = course.find(package).expect("an exercise");
                    let request = Request {
                        exercise,
                        source: &Source::File(file.clone()),
                        tests: &course.pristine(exercise),
                        mode: Mode::Marks,
                    };
                    judge.judge(&request, &Cancel::new()).expect("a verdict");
                }
            });
        }
    });
    started.elapsed()
}

/// What an instructor types without a grader: each file is put into a copy of the
/// workbook, and its tests are run there.
fn cargo_test(course: &Course, class: &Path, folder: &Path) -> Duration {
    let copy = folder.join("workbook");
    let copied = Command::new("git")
        .args(["clone", "--quiet"])
        .arg(course.root())
        .arg(&copy)
        .status();
    assert!(copied.expect("git").success());
    let target = folder.join("target");
    let run = |package: &str| {
        let mut command = Command::new("cargo");
        command
            .args(["test", "--quiet", "--no-fail-fast", "-p", package])
            .current_dir(&copy)
            .env("CARGO_TARGET_DIR", &target)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        // Most fail, which is what they are there for.
        let _ = command.status().expect("cargo");
    };
    // What the tests are built with is there before the clock starts.
    for exercise in course.exercises().iter().take(EXERCISES) {
        run(&exercise.package);
    }
    let files = files(course, class);
    let started = Instant::now();
    for (package, file) in files {
        let exercise = course.find(&package).expect("an exercise");
        let to = copy.join("exercises").join(exercise.folder());
        fs::copy(file, to.join("src/lib.rs")).expect("a copy");
        run(&package);
    }
    started.elapsed()
}

/// Every file of the first learners of the class, with its exercise.
fn files(course: &Course, class: &Path) -> Vec<(String, std::path::PathBuf)> {
    let mut all = Vec::new();
    let homes = fs::read_dir(class).expect("the class");
    let mut homes: Vec<_> = homes.map(|home| home.expect("a folder").path()).collect();
    homes.sort();
    for home in homes.into_iter().take(FEW) {
        for exercise in course.exercises().iter().take(EXERCISES) {
            let file = home.join(format!("{}.rs", exercise.package));
            all.push((exercise.package.clone(), file));
        }
    }
    all
}

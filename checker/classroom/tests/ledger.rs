//! The ledger under processes that are killed, and under several at once.
//!
//! A test that needs a process of its own runs this very program again, with a part to
//! play in its environment: see [`part`].

use std::collections::BTreeMap;
use std::env;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use classroom::ledger::{AsOf, Depth, HandIn, Ledger, LedgerError, Narrow, Session};
use classroom::record::LearnerId;
use classroom::{ContentHash, Vouched};
use course::{Target, TestId, VerdictKind};
use jiff::Timestamp;
use judge::{Evidence, Report, TestResult, Timings, Verdict};

const LEDGER: &str = "LEDGER_OF_A_CHILD";
const LEARNERS: usize = 25;
const EXERCISES: usize = 4;

/// What a learner handed in. Every third is a copy of another's.
fn text(learner: usize, exercise: usize) -> String {
    format!("pub fn f{exercise}() -> usize {{ {} }}\n", learner / 3)
}

/// What the judge of these tests says of it, always the same but for the durations.
fn judge(text: &str, millis: u64) -> Report {
    let kinds = [
        VerdictKind::Passed,
        VerdictKind::Race,
        VerdictKind::TimedOut,
        VerdictKind::CompileError,
    ];
    let kind = kinds[text.bytes().map(usize::from).sum::<usize>() % kinds.len()];
    let verdict = Verdict {
        kind,
        cause: format!("It is so: {}", text.len()),
        evidence: Evidence {
            story: Some("a line of a story\n".repeat(200)),
            ..Evidence::default()
        },
        next_step: "Go on.".to_owned(),
    };
    Report {
        tests: vec![TestResult {
            test: TestId::new(Target::Schedules, "t"),
            verdict: verdict.clone(),
            millis,
        }],
        verdict,
        notes: Vec::new(),
        timings: Timings {
            total: millis,
            ..Timings::default()
        },
    }
}

/// What a grader is about to do, or has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Next,
    TookIn,
    Ruled,
}

/// Takes the class in and rules on whatever has no ruling yet, as a grader does.
/// `hear` hears of every step, before it and after it.
fn grade(path: &Path, mut hear: impl FnMut(Step)) {
    let ledger = Ledger::create(path).unwrap();
    let session = ledger
        .begin(&Session {
            command: "grade class".to_owned(),
            started: Timestamp::now(),
            jail: "none".to_owned(),
            toolchain: "1.95.0".to_owned(),
            course: "c".to_owned(),
        })
        .unwrap();
    for learner in 0..LEARNERS {
        hear(Step::Next);
        // One learner a transaction: a kill may fall between two of them.
        ledger
            .all_at_once(|ledger| -> Result<(), LedgerError> {
                let id = LearnerId(format!("learner {learner:02}"));
                ledger.enrol(session, &id, "")?;
                for exercise in 0..EXERCISES {
                    let text = text(learner, exercise);
                    let hash = ContentHash::of(text.as_bytes()).to_string();
                    ledger.keep_source(&hash, &text)?;
                    ledger.hand_in(
                        session,
                        &HandIn {
                            learner: id.clone(),
                            exercise: format!("ex{exercise:02}"),
                            attempt: 1,
                            submitted: Some(Timestamp::UNIX_EPOCH),
                            vouched: Some(Vouched::Platform),
                            work: hash.clone(),
                            source: Some(hash),
                            origin: "class".to_owned(),
                        },
                    )?;
                }
                Ok(())
            })
            .unwrap();
        hear(Step::TookIn);
    }
    let key = |hand_in: &HandIn| Some(format!("{} {}", hand_in.exercise, hand_in.work));
    let pending = ledger.pending(&Narrow::default(), key).unwrap();
    for (n, (id, hand_in, key)) in pending.into_iter().enumerate() {
        hear(Step::Next);
        let known = ledger.report(&key).unwrap();
        let millis = if known.is_some() { 0 } else { n as u64 + 1 };
        let report = known.unwrap_or_else(|| {
            let source = ledger.source(&hand_in.source.unwrap()).unwrap().unwrap();
            judge(&source, millis)
        });
        ledger
            .rule(session, id, &key, &report, Timestamp::now(), millis)
            .unwrap();
        hear(Step::Ruled);
    }
}

/// The part of a child: it grades. For each step it takes a line of its input as leave to
/// do so, until there are no more; and says when it is done.
#[test]
fn part() {
    if let Some(path) = env::var_os(LEDGER) {
        println!();
        let mut leaves = std::io::stdin().lines();
        grade(Path::new(&path), |step| match step {
            Step::Next => drop(leaves.next()),
            Step::TookIn => println!("took in"),
            Step::Ruled => println!("ruled"),
        });
        println!("done");
    }
}

fn child(path: &Path, input: Stdio) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "part", "--nocapture", "--test-threads=1"])
        .env(LEDGER, path)
        .stdin(input)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Lets a child take so many steps, and kills it in the middle of the next. How many
/// rulings it spoke of.
fn kill_after(path: &Path, steps: usize) -> usize {
    let mut child = child(path, Stdio::piped());
    let mut leaves = child.stdin.take().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut ruled = 0;
    for _ in 0..steps {
        leaves.write_all(b"\n").unwrap();
        let said = lines.find(|line| {
            let line = line.as_ref().unwrap();
            line == "took in" || line == "ruled"
        });
        ruled += usize::from(said.unwrap().unwrap() == "ruled");
    }
    leaves.write_all(b"\n").unwrap();
    // SIGKILL, wherever it is.
    child.kill().unwrap();
    assert!(!child.wait().unwrap().success());
    ruled
}

/// Lets a child come to its end.
fn finish(mut child: Child) {
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let all: Vec<_> = lines.map(Result::unwrap).collect();
    assert!(child.wait().unwrap().success(), "{all:?}");
    assert!(all.iter().any(|line| line == "done"), "{all:?}");
}

fn undisturbed(folder: &Path) -> String {
    let path = folder.join("undisturbed");
    let count = |path: &Path| {
        let mut ruled = 0;
        grade(path, |step| ruled += usize::from(step == Step::Ruled));
        ruled
    };
    assert_eq!(count(&path), LEARNERS * EXERCISES);
    let ledger = Ledger::open(&path).unwrap();
    let digest = ledger.digest().unwrap();
    assert_eq!(count(&path), 0, "there is nothing left to do");
    assert_eq!(ledger.digest().unwrap(), digest);
    digest
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) % limit
    }
}

#[test]
fn a_run_that_is_killed_again_and_again_ends_like_an_undisturbed_one() {
    let folder = tempfile::tempdir().unwrap();
    let expected = undisturbed(folder.path());
    for seed in [1, 2, 3] {
        let path = folder.path().join(format!("killed {seed}"));
        let mut dice = Dice(seed);
        let mut heard = 0;
        for kill in 1..=5 {
            // Now while the class is taken in, now while it is judged.
            let steps = usize::try_from(dice.below(40)).unwrap();
            heard += kill_after(&path, steps);
            // What it spoke of is there, and of the step that it was in, all or nothing.
            let mut there = 0;
            if path.exists() {
                let ledger = Ledger::create(&path).unwrap();
                ledger.check().unwrap();
                let count = |_| there += 1;
                ledger
                    .newest(&Narrow::default(), Depth::Gist, count)
                    .unwrap();
                assert_ne!(ledger.digest().unwrap(), expected);
            }
            assert!((heard..=heard + kill).contains(&there), "{there}, {heard}");
        }
        finish(child(&path, Stdio::null()));
        let ledger = Ledger::open(&path).unwrap();
        assert_eq!(ledger.digest().unwrap(), expected, "seed {seed}");
        assert_eq!(ledger.contradictions().unwrap(), Vec::<String>::new());
        ledger.check().unwrap();
    }
}

#[test]
fn several_at_once_end_like_one() {
    let folder = tempfile::tempdir().unwrap();
    let expected = undisturbed(folder.path());
    for round in 0..3 {
        let path = folder.path().join(format!("several {round}"));
        let children: Vec<_> = (0..3).map(|_| child(&path, Stdio::null())).collect();
        children.into_iter().for_each(finish);
        let ledger = Ledger::open(&path).unwrap();
        ledger.check().unwrap();
        assert_eq!(ledger.digest().unwrap(), expected);
        assert_eq!(ledger.contradictions().unwrap(), Vec::<String>::new());
        assert_eq!(ledger.sessions().unwrap().len(), 3);
    }
}

#[test]
fn a_reader_sees_whole_rulings_while_another_process_writes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger");
    let mut child = child(&path, Stdio::null());
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    // The ledger is there from its first ruling on.
    assert!(lines.any(|line| line.unwrap().starts_with("ruled")));
    let ledger = Ledger::open_read_only(&path).unwrap();
    let mut before = 0;
    let mut is_done = false;
    while !is_done {
        is_done = lines.next().is_none_or(|line| line.unwrap() == "done");
        let mut all = BTreeMap::new();
        ledger
            .newest(&Narrow::default(), Depth::Whole, |ruling| {
                let whose = (ruling.learner, ruling.exercise);
                all.insert(whose, ruling.report.verdict.kind);
            })
            .unwrap();
        assert!(all.len() >= before, "a ruling went missing");
        before = all.len();
    }
    assert_eq!(before, LEARNERS * EXERCISES);
    assert!(child.wait().unwrap().success());
    let mut moved = 0;
    let epoch = AsOf::Before(Timestamp::UNIX_EPOCH);
    ledger
        .diff(&Narrow::default(), epoch, AsOf::Now, |_| moved += 1)
        .unwrap();
    assert_eq!(moved, 0, "there was nothing before");
}

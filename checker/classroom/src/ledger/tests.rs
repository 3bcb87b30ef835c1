use std::fs;

use course::{Target, TestId, VerdictKind};
use judge::{Evidence, TestResult, Timings, Verdict};

use super::*;

fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn session(started: &str) -> Session {
    Session {
        command: "grade class.zip".to_owned(),
        started: time(started),
        jail: "bubblewrap".to_owned(),
        toolchain: "1.95.0".to_owned(),
        course: "c".repeat(64),
    }
}

fn report(kind: VerdictKind) -> Report {
    let verdict = Verdict {
        kind,
        cause: "It is so.".to_owned(),
        evidence: Evidence {
            story: Some("a long one".to_owned()),
            ..Evidence::default()
        },
        next_step: "Go on.".to_owned(),
    };
    Report {
        tests: vec![TestResult {
            test: TestId::new(Target::Behaviour, "t"),
            verdict: verdict.clone(),
            millis: 7,
        }],
        verdict,
        notes: Vec::new(),
        timings: Timings::default(),
    }
}

/// Hands a text in.
fn hand_in(ledger: &Ledger, learner: &str, exercise: &str, text: &str) -> HandInId {
    let learner = LearnerId(learner.to_owned());
    let hash = ContentHash::of(text.as_bytes()).to_string();
    ledger.enrol(&learner, "").unwrap();
    ledger.keep_source(&hash, text).unwrap();
    let hand_in = HandIn {
        learner,
        exercise: exercise.to_owned(),
        attempt: 1,
        submitted: Some(time("2026-01-02T03:04:05Z")),
        vouched: Some(Vouched::Platform),
        work: hash.clone(),
        source: Some(hash),
        origin: "class.zip".to_owned(),
    };
    ledger.hand_in(&hand_in).unwrap()
}

fn kinds(ledger: &Ledger, narrow: &Narrow) -> Vec<(String, VerdictKind)> {
    let mut all = Vec::new();
    ledger
        .newest(narrow, Depth::Gist, |ruling| {
            all.push((ruling.learner.0, ruling.report.verdict.kind));
        })
        .unwrap();
    all
}

const NOW: &str = "2026-01-03T00:00:00Z";
const LATER: &str = "2026-01-04T00:00:00Z";

#[test]
fn what_was_ruled_is_there_when_the_file_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger");
    let ledger = Ledger::create(&path).unwrap();
    let id = ledger.begin(&session(NOW)).unwrap();
    let ada = hand_in(&ledger, "ada", "ex01", "fn a() {}");
    assert_eq!(ada, hand_in(&ledger, "ada", "ex01", "fn a() {}"));
    assert!(!ledger.is_ruled(ada, "k").unwrap());
    let passed = report(VerdictKind::Passed);
    ledger.rule(id, ada, "k", &passed, time(NOW), 3).unwrap();
    ledger.note(id, None, "One note.").unwrap();
    drop(ledger);

    let ledger = Ledger::open(&path).unwrap();
    assert!(ledger.is_ruled(ada, "k").unwrap());
    assert!(!ledger.is_ruled(ada, "another").unwrap());
    assert_eq!(ledger.report("k").unwrap(), Some(passed));
    let past = ledger.history("ada", "ex01").unwrap();
    assert_eq!(past.len(), 1);
    assert_eq!(past[0].session, session(NOW));
    assert_eq!(past[0].ruling.basis.key, "k");
    assert_eq!(
        past[0].ruling.report.verdict.evidence.story.as_deref(),
        Some("a long one")
    );
    let source = past[0].ruling.work.clone();
    assert_eq!(
        ledger.source(&source).unwrap().as_deref(),
        Some("fn a() {}")
    );
    assert_eq!(ledger.notes(None).unwrap(), ["One note."]);
}

#[test]
fn nothing_can_be_changed_or_removed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger");
    let ledger = Ledger::create(&path).unwrap();
    let id = ledger.begin(&session(NOW)).unwrap();
    let ada = hand_in(&ledger, "ada", "ex01", "fn a() {}");
    ledger
        .rule(id, ada, "k", &report(VerdictKind::Race), time(NOW), 3)
        .unwrap();
    ledger.note(id, None, "One note.").unwrap();
    for (table, column) in [
        ("sessions", "jail"),
        ("learners", "name"),
        ("sources", "deflate"),
        ("hand_ins", "attempt"),
        ("notes", "what"),
        ("verdicts", "deflate"),
        ("rulings", "verdict"),
    ] {
        for sql in [
            format!("UPDATE {table} SET {column} = {column}"),
            format!("DELETE FROM {table}"),
        ] {
            let error = ledger.db.execute(&sql, []).unwrap_err();
            assert!(
                error.to_string().contains("only added to"),
                "{sql}: {error}"
            );
        }
    }
}

#[test]
fn a_fault_of_the_grader_is_no_verdict() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = Ledger::create(folder.path().join("ledger")).unwrap();
    let id = ledger.begin(&session(NOW)).unwrap();
    let ada = hand_in(&ledger, "ada", "ex01", "fn a() {}");
    let fault = report(VerdictKind::GraderError);
    ledger.rule(id, ada, "k", &fault, time(NOW), 3).unwrap();
    assert_eq!(ledger.report("k").unwrap(), None);
    assert!(!ledger.is_ruled(ada, "k").unwrap(), "it is tried again");
    assert_eq!(
        ledger.history("ada", "ex01").unwrap()[0].ruling.report,
        fault
    );
    let passed = report(VerdictKind::Passed);
    ledger.rule(id, ada, "k", &passed, time(LATER), 3).unwrap();
    assert_eq!(
        kinds(&ledger, &Narrow::default()),
        [("ada".to_owned(), VerdictKind::Passed)]
    );
}

#[test]
fn a_verdict_that_moved_is_told_with_its_reason() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = Ledger::create(folder.path().join("ledger")).unwrap();
    let first = ledger.begin(&session(NOW)).unwrap();
    let ada = hand_in(&ledger, "ada", "ex01", "fn a() {}");
    let bob = hand_in(&ledger, "bob", "ex01", "fn b() {}");
    let race = report(VerdictKind::Race);
    ledger.rule(first, ada, "k", &race, time(NOW), 3).unwrap();
    ledger.rule(first, bob, "l", &race, time(NOW), 3).unwrap();
    let mut other = session(LATER);
    other.toolchain = "1.96.0".to_owned();
    let second = ledger.begin(&other).unwrap();
    let passed = report(VerdictKind::Passed);
    ledger
        .rule(second, ada, "m", &passed, time(LATER), 3)
        .unwrap();
    ledger
        .rule(second, bob, "n", &race, time(LATER), 3)
        .unwrap();
    let moved = ledger.moved(&Narrow::default()).unwrap();
    assert_eq!(moved.len(), 1);
    assert_eq!(moved[0].after.learner.0, "ada");
    assert_eq!(moved[0].because(), ["compiler 1.95.0 -> 1.96.0"]);
    let narrow = Narrow {
        learners: vec!["bob".to_owned()],
        ..Narrow::default()
    };
    assert_eq!(ledger.moved(&narrow).unwrap(), []);
    let late = Narrow {
        since: Some(time("2026-01-05T00:00:00Z")),
        ..Narrow::default()
    };
    assert_eq!(kinds(&ledger, &late), []);
}

#[test]
fn shards_put_together_are_the_whole() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let whole = Ledger::create(at("whole")).unwrap();
    let shards = [
        Ledger::create(at("one")).unwrap(),
        Ledger::create(at("two")).unwrap(),
    ];
    let session_of_whole = whole.begin(&session(NOW)).unwrap();
    let sessions = [
        shards[0].begin(&session(NOW)).unwrap(),
        shards[1].begin(&session(LATER)).unwrap(),
    ];
    for (n, learner) in ["ada", "bob", "cem", "dee"].into_iter().enumerate() {
        let text = format!("fn {learner}() {{}}");
        let kind = [VerdictKind::Passed, VerdictKind::TimedOut][n / 2];
        let shard = n % 2;
        for (ledger, id, when) in [
            (&whole, session_of_whole, NOW),
            (&shards[shard], sessions[shard], LATER),
        ] {
            let hand_in = hand_in(ledger, learner, "ex01", &text);
            ledger
                .rule(id, hand_in, &text, &report(kind), time(when), n as u64)
                .unwrap();
        }
    }
    assert_ne!(whole.digest().unwrap(), shards[0].digest().unwrap());
    let merged = shards[0].merge(&at("two")).unwrap();
    assert_eq!(merged.hand_ins, 2);
    assert_eq!(merged.rulings, 2);
    assert_eq!(whole.digest().unwrap(), shards[0].digest().unwrap());
    assert_eq!(shards[0].merge(&at("two")).unwrap(), Merged::default());
    assert_eq!(whole.digest().unwrap(), shards[0].digest().unwrap());
    // What was known by its ruling alone is there too.
    let all = kinds(&shards[0], &Narrow::default());
    assert_eq!(all[3], ("dee".to_owned(), VerdictKind::TimedOut));
}

#[test]
fn what_is_no_ledger_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    assert!(matches!(Ledger::open(&path), Err(LedgerError::NotThere(_))));
    assert!(!path.exists());

    fs::write(&path, "Dear diary, this is more than sixteen bytes long.").unwrap();
    assert!(matches!(
        Ledger::create(&path),
        Err(LedgerError::Foreign(_))
    ));
    assert!(fs::read_to_string(&path).unwrap().starts_with("Dear diary"));

    let other = folder.path().join("other");
    let db = Connection::open(&other).unwrap();
    db.execute_batch("CREATE TABLE mine (x)").unwrap();
    drop(db);
    let error = Ledger::create(&other).unwrap_err();
    assert!(matches!(error, LedgerError::Foreign(_)), "{error}");

    let newer = folder.path().join("newer");
    drop(Ledger::create(&newer).unwrap());
    let db = Connection::open(&newer).unwrap();
    db.pragma_update(None, "user_version", 99).unwrap();
    drop(db);
    let error = Ledger::open(&newer).unwrap_err();
    assert!(error.to_string().contains("format 99"), "{error}");
    assert!(!error.advice().is_empty());
}

#[test]
fn a_damaged_ledger_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger");
    let ledger = Ledger::create(&path).unwrap();
    let id = ledger.begin(&session(NOW)).unwrap();
    let ada = hand_in(&ledger, "ada", "ex01", "fn a() {}");
    ledger
        .rule(id, ada, "k", &report(VerdictKind::Race), time(NOW), 3)
        .unwrap();
    ledger.db.execute_batch("DROP TRIGGER sources_no_update; DROP TRIGGER verdicts_no_update; UPDATE sources SET deflate = x'00'; UPDATE verdicts SET deflate = x'00'").unwrap();
    let hash = ContentHash::of(b"fn a() {}").to_string();
    let error = ledger.source(&hash).unwrap_err();
    assert!(error.to_string().contains("is damaged"), "{error}");
    assert!(ledger.report("k").is_err());
}

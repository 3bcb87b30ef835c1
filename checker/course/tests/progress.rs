//! Every form that progress was ever written in, from a kept sample of each.
//!
//! A sample is never changed. Whoever raises the version adds one, and a test below demands it.

use std::fs;
use std::path::{Path, PathBuf};

use course::progress::{VERSION, now};
use course::{Damage, Error, Loaded, NewVerdict, Progress, ProgressStore, VerdictKind};

fn sample(version: u64) -> PathBuf {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    samples.join(format!("progress-v{version}.json"))
}

/// A workbook's progress, as a checker of that version left it.
fn store(text: &str) -> (tempfile::TempDir, ProgressStore) {
    let root = tempfile::tempdir().unwrap();
    let store = ProgressStore::new(root.path());
    fs::create_dir_all(store.path().parent().unwrap()).unwrap();
    fs::write(store.path(), text).unwrap();
    (root, store)
}

fn left_by(version: u64) -> (tempfile::TempDir, ProgressStore) {
    store(&fs::read_to_string(sample(version)).unwrap())
}

/// Something to record, so that the file is written.
fn deadlock() -> NewVerdict<'static> {
    NewVerdict {
        kind: VerdictKind::Deadlock,
        source: Some("fn mine() {}"),
        stub: None,
        key: "key".to_owned(),
        report: serde_json::json!({"cause": "told"}),
    }
}

#[test]
fn every_version_has_a_sample_and_is_read() {
    for version in 1..=VERSION {
        let (_root, store) = left_by(version);
        let Loaded { progress, damage } = store.load().unwrap();
        assert_eq!(damage, None, "version {version}");
        // What all samples say.
        assert_eq!(progress.solved_at("ex01"), Some(1_764_068_400), "{version}");
        assert_eq!(progress.attempts("ex01"), 4, "{version}");
        assert_eq!(progress.last_kind("ex01"), Some(VerdictKind::Passed));
        assert_eq!(progress.last_kind("ex03"), Some(VerdictKind::TimedOut));
        assert!(progress.is_passed("ex03"), "once passed, passed");
        assert_eq!(progress.attempts("ex05"), 0);
        assert_eq!(progress.last_kind("ex16"), Some(VerdictKind::Race));
        let key = "afc4a334";
        let last = progress.of("ex16").unwrap().last.as_ref().unwrap();
        assert!(last.key.starts_with(key), "{version}: {}", last.key);
        let token = &last.report["verdict"]["evidence"]["token"];
        assert!(token.is_string(), "{version}: the report is whole");
        assert!(progress.remembered("ex16", &last.key).is_some());
    }
}

#[test]
fn an_upgrade_keeps_all_there_was() {
    for version in 1..=VERSION {
        let (_root, store) = left_by(version);
        let before = store.load().unwrap().progress;
        store.record_verdict("ex18", deadlock(), now()).unwrap();
        let text = fs::read_to_string(store.path()).unwrap();
        let written: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(written["version"], VERSION);
        let mut after = store.load().unwrap().progress;
        assert_eq!(after.attempts("ex18"), 1);
        after.forget("ex18");
        assert_eq!(after, before, "version {version}");
    }
}

#[test]
fn reading_an_old_file_does_not_upgrade_it() {
    let (_root, store) = left_by(1);
    let before = fs::read(store.path()).unwrap();
    store.load().unwrap();
    store.update(|_| ()).unwrap();
    assert!(fs::read(store.path()).unwrap() == before);
}

#[test]
fn version_1_knew_no_time_and_no_hints() {
    let (_root, store) = left_by(1);
    let progress = store.load().unwrap().progress;
    for (name, record) in progress.iter() {
        assert_eq!(record.seconds, 0, "{name}");
        assert_eq!(record.seen_at, None, "{name}");
        assert!(record.hints.is_empty(), "{name}");
        assert!(record.last.as_ref().is_none_or(|last| last.at.is_none()));
    }
}

#[test]
fn version_2_knows_them() {
    let (_root, store) = left_by(2);
    let progress = store.load().unwrap().progress;
    assert_eq!(progress.time_spent("ex16").as_secs(), 1_312);
    assert_eq!(progress.hints_opened("ex16"), [1, 2]);
    let last = progress.of("ex16").unwrap().last.as_ref().unwrap();
    assert_eq!(last.at, Some(1_764_082_260));
    assert_eq!(last.source.as_deref(), Some("af1349b9f5f9a1a6"));
}

/// A change in what is written is a new version.
#[test]
fn the_newest_sample_is_what_is_written_today() {
    let (_root, store) = left_by(VERSION);
    store.record_save("ex02", 1).unwrap();
    store.update(|progress| progress.forget("ex02")).unwrap();
    let written = fs::read_to_string(store.path()).unwrap();
    let kept = fs::read_to_string(sample(VERSION)).unwrap();
    assert!(
        written == kept.replace("\r\n", "\n"),
        "The form of progress files has changed. Give it a new version, keep \
         {} as it is, and add a sample of the new one:\n{written}",
        sample(VERSION).display()
    );
}

#[test]
fn a_newer_version_is_refused_and_left_alone() {
    let text = format!(
        "{{\"version\": {}, \"learners\": [1, 2]}}\n",
        VERSION.saturating_add(1)
    );
    let (_root, store) = store(&text);
    let refused = [
        store.load(),
        store.record_verdict("ex01", deadlock(), now()),
        store.record_save("ex01", now()),
        store.open_hint("ex01", 1),
    ];
    for result in refused {
        let error = result.unwrap_err();
        let words = error.to_string();
        assert!(words.contains("progress.json"), "{words}");
        assert!(words.contains("newer checker (format 3"), "{words}");
        assert!(error.advice().contains("git pull"), "{}", error.advice());
    }
    let error = Progress::import(&store.path()).unwrap_err();
    assert!(matches!(error, Error::TooNew { found: 3, .. }));
    assert_eq!(fs::read_to_string(store.path()).unwrap(), text);
    let left = fs::read_dir(store.path().parent().unwrap()).unwrap();
    assert!(left.count() <= 2, "the file and the lock");
}

#[test]
fn damage_is_told_with_its_place_and_its_reason() {
    for (text, words) in [
        ("", &["EOF", "line 1 column 0"][..]),
        ("{}", &["missing field `version`"]),
        ("{\"version\": 0}", &["there is no version 0"]),
        (
            "{\"version\": \"2\", \"exercises\": {}}",
            &["version: invalid type", "line 1"],
        ),
        ("{\"version\": 2}", &["missing field `exercises`"]),
        (
            "{\"version\": 2, \"exercises\": {}} more",
            &["trailing characters", "column 33"],
        ),
        (
            "{\"version\": 2,\n \"exercises\": {\"ex05\": {\"attempts\": -1}}}",
            &["exercises.ex05.attempts", "`-1`", "line 2 column 38"],
        ),
        (
            "{\"version\": 1,\n \"exercises\": {\"ex05\": {\"passed_at\": \"noon\"}}}",
            &["exercises.ex05.passed_at", "\"noon\"", "line 2"],
        ),
        (
            "{\"version\": 2, \"exercises\": {\"ex05\": {\"last\": {\"kind\": \"dedlock\"}}}}",
            &["exercises.ex05.last.kind", "`dedlock`"],
        ),
    ] {
        let (_root, store) = store(text);
        let Some(Damage { what, .. }) = store.load().unwrap().damage else {
            panic!("{text:?} was taken");
        };
        for words in words {
            assert!(what.contains(words), "{text:?}: {what}");
        }
        let refused = Progress::import(&store.path()).unwrap_err().to_string();
        assert!(refused.ends_with(&what), "{refused}");
        assert!(refused.contains("progress.json is damaged"), "{refused}");
    }
}

#[test]
fn what_is_no_exercise_is_not_imported() {
    for name in ["serde", "ex", "ex5", "exx05", "ex005", "EX05", "ex05_topic"] {
        let (_root, store) = store(&format!(
            "{{\"version\": 2, \"exercises\": {{\"{name}\": {{}}}}}}"
        ));
        let refused = Progress::import(&store.path()).unwrap_err().to_string();
        assert!(
            refused.contains(&format!("`{name}` is no exercise")),
            "{refused}"
        );
    }
    // One that this copy has never heard of may come yet.
    let (_root, store) = store("{\"version\": 2, \"exercises\": {\"ex48\": {}, \"ex100\": {}}}");
    assert_eq!(Progress::import(&store.path()).unwrap().iter().count(), 2);
}

#[test]
fn every_version_is_imported_and_comes_out_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("moved.json");
    for version in 1..=VERSION {
        let progress = Progress::import(&sample(version)).unwrap();
        fs::write(&file, serde_json::to_vec(&progress.export()).unwrap()).unwrap();
        let text = fs::read_to_string(&file).unwrap();
        assert!(
            !text.contains("report") && !text.contains("\"key\""),
            "{text}"
        );
        let moved = Progress::import(&file).unwrap();
        for (name, record) in progress.iter() {
            let mut record = record.clone();
            if let Some(last) = &mut record.last {
                last.key.clear();
                last.report = serde_json::Value::Null;
            }
            assert_eq!(moved.of(name), Some(&record), "version {version}, {name}");
        }
        // And back at home nothing is lost by it.
        let mut home = progress.clone();
        home.merge(&moved);
        assert_eq!(home, progress);
    }
}

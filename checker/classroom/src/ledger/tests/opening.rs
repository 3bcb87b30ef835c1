//! What is no ledger, or a broken one.

use std::fs;

use super::*;

#[test]
fn what_is_no_ledger_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    assert!(matches!(
        Ledger::open(at("none")),
        Err(LedgerError::NotThere(_))
    ));
    assert!(!at("none").exists());

    fs::write(at("diary"), "Dear diary, ".repeat(1000)).unwrap();
    fs::write(at("empty"), "").unwrap();
    let db = Connection::open(at("database")).unwrap();
    db.execute_batch("CREATE TABLE mine (x)").unwrap();
    drop(db);
    let db = Connection::open(at("marked")).unwrap();
    db.pragma_update(None, "application_id", 7).unwrap();
    drop(db);
    for name in ["diary", "database", "marked"] {
        let before = fs::read(at(name)).unwrap();
        for error in [
            Ledger::create(at(name)).unwrap_err(),
            Ledger::open(at(name)).unwrap_err(),
            Ledger::open_read_only(at(name)).unwrap_err(),
        ] {
            assert!(matches!(error, LedgerError::Foreign(_)), "{name}: {error}");
        }
        assert!(fs::read(at(name)).unwrap() == before, "{name} was changed");
    }
    assert!(matches!(
        Ledger::open(at("empty")),
        Err(LedgerError::Foreign(_))
    ));
    // An empty file is what `mktemp` leaves: a ledger may begin there.
    Ledger::create(at("empty")).unwrap();
    Ledger::open(at("empty")).unwrap();
}

#[test]
fn another_format_is_told_from_damage() {
    let desk = Desk::new();
    let path = desk.ledger.path().to_path_buf();
    drop(desk.ledger);
    let set = |version: i32| {
        let db = Connection::open(&path).unwrap();
        db.pragma_update(None, "user_version", version).unwrap();
    };
    set(99);
    let error = Ledger::create(&path).unwrap_err();
    assert!(error.to_string().contains("format 99"), "{error}");
    assert!(error.advice().contains("Update"), "{}", error.advice());
    set(1);
    Ledger::create(&path).unwrap();
}

#[test]
fn a_ledger_without_its_triggers_is_not_opened() {
    for (sql, expected) in [
        (
            "DROP TRIGGER rulings_no_delete",
            "rulings_no_delete is missing",
        ),
        ("DROP TABLE notes", "notes is missing"),
        (
            "CREATE TRIGGER sly AFTER INSERT ON rulings BEGIN SELECT 1; END",
            "sly is not its own",
        ),
    ] {
        let desk = Desk::new();
        desk.ledger.db.execute_batch(sql).unwrap();
        let error = Ledger::open(desk.ledger.path()).unwrap_err().to_string();
        assert!(error.contains("is damaged"), "{error}");
        assert!(error.contains(expected), "{error}");
    }
    // What helps an instructor to look into it does no harm.
    let desk = Desk::new();
    desk.ledger
        .db
        .execute_batch("CREATE VIEW v AS SELECT 1; CREATE INDEX i ON notes (what); ANALYZE")
        .unwrap();
    Ledger::open(desk.ledger.path()).unwrap();
}

/// Every page but the first, one after the other, overwritten or cut off: either
/// everything can still be read, or it says so. It is never written over.
#[test]
fn damage_is_told_and_not_repaired() {
    let desk = Desk::new();
    let id = desk.begin(NOW);
    for n in 0..40 {
        let text = format!("fn f() {{ {} }}", "x".repeat(n * 100));
        let hand_in = desk.hand_in(id, &format!("learner {n}"), &text);
        desk.rule(id, hand_in, &text, &report(VerdictKind::Race), NOW);
    }
    let whole = desk.ledger.digest().unwrap();
    let path = desk.ledger.path().to_path_buf();
    drop(desk.ledger);
    let sound = fs::read(&path).unwrap();
    let size = 4096;
    let pages = sound.len() / size;
    assert!(pages > 20);
    let mut told = 0;
    for page in 0..pages {
        for cut in [false, true] {
            let mut bytes = sound.clone();
            if cut {
                bytes.truncate(page * size + 100);
            } else {
                let begin = if page == 0 { 100 } else { page * size };
                bytes[begin..(page + 1) * size].fill(0xa5);
            }
            fs::write(&path, &bytes).unwrap();
            let looked = Ledger::open(&path).and_then(|ledger| {
                ledger.check()?;
                ledger.digest()
            });
            match looked {
                Ok(digest) => assert_eq!(digest, whole, "page {page}, cut {cut}"),
                Err(LedgerError::Damaged { .. } | LedgerError::Foreign(_)) => told += 1,
                Err(other) => panic!("page {page}, cut {cut}: {other}"),
            }
            assert!(
                fs::read(&path).unwrap() == bytes,
                "page {page}, cut {cut} was written over"
            );
        }
    }
    assert!(told > pages, "{told} of {pages} pages");
}

#[test]
fn content_that_is_not_what_it_was_is_found() {
    for (sql, expected) in [
        (
            "DROP TRIGGER sources_no_update; UPDATE sources SET deflate = x'00'",
            "the source",
        ),
        (
            "DROP TRIGGER verdicts_no_update; UPDATE verdicts SET deflate = x'00'",
            "the report under k",
        ),
        (
            "DROP TRIGGER verdicts_no_update; UPDATE verdicts SET said = 'another'",
            "the report under k",
        ),
        (
            "DROP TRIGGER stubs_no_update; UPDATE stubs SET deflate = x'00'",
            "the report on the stub of ex01",
        ),
        (
            "DROP TRIGGER verdicts_no_delete; DELETE FROM verdicts",
            "a ruling has no report",
        ),
        (
            "DROP TRIGGER sessions_no_delete; PRAGMA foreign_keys = OFF; DELETE FROM sessions",
            "a row points to",
        ),
    ] {
        let desk = Desk::new();
        let id = desk.begin(NOW);
        let ada = desk.hand_in(id, "ada", "fn a() {}");
        desk.rule(id, ada, "k", &report(VerdictKind::Race), NOW);
        let stub = report(VerdictKind::Incomplete);
        desk.ledger.keep_stub(id, "ex01", "k", &stub).unwrap();
        desk.ledger.check().unwrap();
        desk.ledger.db.execute_batch(sql).unwrap();
        let error = desk.ledger.check().unwrap_err().to_string();
        assert!(error.contains("is damaged"), "{error}");
        assert!(error.contains(expected), "{sql}: {error}");
        // What reads it says so too, and does not go down.
        if !sql.contains("said") && !sql.contains("stubs") {
            assert!(desk.ledger.everything("ada", "ex01").is_err(), "{sql}");
        }
    }
}

#[test]
fn many_may_begin_the_same_ledger_at_once() {
    const MANY: usize = 8;
    let folder = tempfile::tempdir().unwrap();
    for round in 0..20 {
        let path = folder.path().join(round.to_string());
        let start = std::sync::Barrier::new(MANY);
        std::thread::scope(|scope| {
            for _ in 0..MANY {
                scope.spawn(|| {
                    start.wait();
                    let ledger = Ledger::create(&path).unwrap();
                    ledger.begin(&session(NOW)).unwrap();
                });
            }
        });
        let ledger = Ledger::open(&path).unwrap();
        assert_eq!(ledger.sessions().unwrap().len(), MANY);
        let journal: String = ledger
            .db
            .pragma_query_value(None, "journal_mode", |row| row.get(0))
            .unwrap();
        assert_eq!(journal, "wal");
    }
}

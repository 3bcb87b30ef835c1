//! What is added stays.

use super::*;

#[test]
fn what_was_ruled_is_there_when_the_file_is_opened_again() {
    let desk = Desk::new();
    let id = desk.begin(NOW);
    let ada = desk.hand_in(id, "ada", "fn a() {}");
    assert_eq!(ada, desk.hand_in(id, "ada", "fn a() {}"));
    assert!(!desk.ledger.is_ruled(ada, "k").unwrap());
    let passed = report(VerdictKind::Passed);
    desk.rule(id, ada, "k", &passed, NOW);
    desk.ledger.note(id, None, "One note.").unwrap();
    let Desk { folder, ledger } = desk;
    let path = ledger.path().to_path_buf();
    drop(ledger);

    for ledger in [
        Ledger::open(&path).unwrap(),
        Ledger::open_read_only(&path).unwrap(),
    ] {
        assert!(ledger.is_ruled(ada, "k").unwrap());
        assert!(!ledger.is_ruled(ada, "another").unwrap());
        assert_eq!(ledger.report("k").unwrap(), Some(passed.clone()));
        assert_eq!(ledger.report("another").unwrap(), None);
        let past = ledger.history("ada", "ex01").unwrap();
        assert_eq!(past.len(), 1);
        assert_eq!(past[0].session, session(NOW));
        assert_eq!(past[0].ruling.basis.key, "k");
        assert_eq!(past[0].ruling.report, passed);
        let text = ledger.source(&past[0].ruling.work).unwrap();
        assert_eq!(text.as_deref(), Some("fn a() {}"));
        assert_eq!(ledger.source("another").unwrap(), None);
        assert_eq!(ledger.notes(None).unwrap(), ["One note."]);
        assert_eq!(ledger.sessions().unwrap(), [(id, session(NOW))]);
        let checked = ledger.check().unwrap();
        assert_eq!((checked.sources, checked.reports), (1, 1));
    }
    drop(folder);
}

#[test]
fn nothing_can_be_changed_removed_or_replaced() {
    let desk = Desk::new();
    let id = desk.begin(NOW);
    let ada = desk.hand_in(id, "ada", "fn a() {}");
    desk.rule(id, ada, "k", &report(VerdictKind::Race), NOW);
    desk.rule(id, ada, "k", &report(VerdictKind::TimedOut), NOW);
    desk.ledger.note(id, None, "One note.").unwrap();
    let stub = report(VerdictKind::Incomplete);
    desk.ledger.keep_stub(id, "ex01", "k", &stub).unwrap();
    let tables = [
        ("sessions", "jail", "'none'"),
        ("learners", "learner", "'eve'"),
        ("names", "name", "'Eve'"),
        ("sources", "deflate", "x'00'"),
        ("hand_ins", "attempt", "7"),
        ("findings", "origin", "'elsewhere'"),
        ("notes", "what", "'another'"),
        ("stubs", "deflate", "x'00'"),
        ("verdicts", "deflate", "x'00'"),
        ("rulings", "verdict", "'passed'"),
    ];
    let db = &desk.ledger.db;
    let all_tables: i64 = db
        .query_row(
            "SELECT count(*) FROM sqlite_schema WHERE type = 'table'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(usize::try_from(all_tables).unwrap(), tables.len());
    // As anybody may open it, without any of our settings.
    let raw = Connection::open(desk.ledger.path()).unwrap();
    for (table, column, value) in tables {
        let dump = || dump(&raw, table);
        let before = dump();
        assert!(!before.is_empty(), "{table}");
        for sql in [
            format!("UPDATE {table} SET {column} = {value}"),
            format!("UPDATE OR REPLACE {table} SET {column} = {column}"),
            format!("UPDATE OR IGNORE {table} SET {column} = {value}"),
            format!("DELETE FROM {table}"),
        ] {
            let error = raw.execute(&sql, []).unwrap_err();
            assert!(
                error.to_string().contains("only added to"),
                "{sql}: {error}"
            );
            assert_eq!(dump(), before, "{sql}");
        }
        // With the same row, but for one column.
        let columns: Vec<String> = raw
            .prepare(&format!("SELECT name FROM pragma_table_info('{table}')"))
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        let swapped = columns.join(", ").replace(column, value);
        let _ = raw.execute(
            &format!("INSERT OR REPLACE INTO {table} SELECT {swapped} FROM {table}"),
            [],
        );
        let after = dump();
        assert!(
            before.iter().all(|row| after.contains(row)),
            "{table}: {before:?} became {after:?}"
        );
    }
    desk.ledger.check().unwrap();
}

fn dump(db: &Connection, table: &str) -> Vec<String> {
    let mut find = db.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let columns = find.column_count();
    find.query_map([], |row| {
        let values: Vec<_> = (0..columns).map(|n| row.get_ref(n)).collect();
        Ok(format!("{values:?}"))
    })
    .unwrap()
    .collect::<Result<_, _>>()
    .unwrap()
}

#[test]
fn a_row_number_that_is_taken_cannot_be_taken_again() {
    let desk = Desk::new();
    let id = desk.begin(NOW);
    desk.hand_in(id, "ada", "fn a() {}");
    let before = dump(&desk.ledger.db, "sources");
    let number: i64 = desk
        .ledger
        .db
        .query_row("SELECT rowid FROM sources", [], |row| row.get(0))
        .unwrap();
    desk.ledger
        .db
        .execute(
            "INSERT OR REPLACE INTO sources (rowid, hash, deflate) VALUES (?1, 'h', x'00')",
            [number],
        )
        .unwrap();
    assert_eq!(dump(&desk.ledger.db, "sources"), before);
}

#[test]
fn a_reader_writes_nothing() {
    let desk = Desk::new();
    let reader = Ledger::open_read_only(desk.ledger.path()).unwrap();
    let error = reader.begin(&session(NOW)).unwrap_err();
    assert!(matches!(error, LedgerError::Unusable { .. }), "{error}");
    assert_eq!(desk.ledger.sessions().unwrap(), []);
}

#[test]
fn a_ruling_cannot_be_without_its_report() {
    let desk = Desk::new();
    let id = desk.begin(NOW);
    desk.hand_in(id, "ada", "fn a() {}");
    let error = desk
        .ledger
        .db
        .execute(
            "INSERT INTO rulings (session, hand_in, key, verdict, standing, said, judged, millis)
             VALUES (1, 1, 'k', 'passed', 'lasting', 's', '2026', 0)",
            [],
        )
        .unwrap_err();
    assert!(error.to_string().contains("needs its report"), "{error}");
}

#[test]
fn what_fails_half_way_leaves_nothing() {
    let desk = Desk::new();
    let id = desk.begin(NOW);
    let failed = desk.ledger.all_at_once(|ledger| {
        ledger.note(id, None, "outer")?;
        // A part that fails alone takes only its own with it.
        let inner = ledger.all_at_once(|ledger| {
            ledger.note(id, None, "inner")?;
            Err::<(), _>(LedgerError::NotThere(PathBuf::new()))
        });
        assert!(inner.is_err());
        assert_eq!(ledger.notes(None)?, ["outer"]);
        Err::<(), _>(LedgerError::NotThere(PathBuf::new()))
    });
    assert!(failed.is_err());
    assert_eq!(desk.ledger.notes(None).unwrap(), Vec::<String>::new());
    // And the next one goes through.
    desk.ledger
        .all_at_once(|ledger| ledger.note(id, None, "next"))
        .unwrap();
    assert_eq!(desk.ledger.notes(None).unwrap(), ["next"]);
}

#[test]
fn a_ruling_of_an_unknown_session_is_refused() {
    let desk = Desk::new();
    let id = desk.begin(NOW);
    let ada = desk.hand_in(id, "ada", "fn a() {}");
    let strange = SessionId(99);
    let passed = report(VerdictKind::Passed);
    desk.ledger
        .rule(strange, ada, "k", &passed, time(NOW), 0)
        .unwrap_err();
    assert_eq!(desk.ledger.report("k").unwrap(), None, "both or neither");
}

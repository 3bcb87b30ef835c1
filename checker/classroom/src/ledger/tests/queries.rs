//! The queries that `LEDGER.md` shows are run as they stand there.

use super::*;

const GUIDE: &str = include_str!("../../../LEDGER.md");

/// The query in the block below this heading.
fn query(heading: &str) -> &'static str {
    let (_, rest) = GUIDE.split_once(&format!("### {heading}\n")).unwrap();
    let (_, rest) = rest.split_once("```sql\n").unwrap();
    rest.split_once("```").unwrap().0
}

fn run(db: &Connection, sql: &str) -> Vec<Vec<String>> {
    let mut find = db.prepare(sql).unwrap();
    let columns = find.column_count();
    find.query_map([], |row| {
        (0..columns)
            .map(|column| {
                let value: rusqlite::types::Value = row.get(column)?;
                Ok(match value {
                    rusqlite::types::Value::Text(text) => text,
                    rusqlite::types::Value::Integer(number) => number.to_string(),
                    other => format!("{other:?}"),
                })
            })
            .collect()
    })
    .unwrap()
    .collect::<Result<_, _>>()
    .unwrap()
}

#[test]
fn the_queries_of_the_guide_answer() {
    let desk = Desk::new();
    let first = desk.begin(NOW);
    let ada = desk.hand_in(first, "ada", "fn old() {}");
    let bob = desk.hand_in(first, "bob", "fn bob() {}");
    let cem = desk.hand_in(first, "cem", "fn cem() {}");
    desk.rule(first, ada, "k", &report(VerdictKind::Race), NOW);
    desk.rule(first, bob, "l", &report(VerdictKind::Passed), SOON);
    desk.rule(first, cem, "m", &report(VerdictKind::Passed), NOW);
    desk.rule(first, bob, "n", &report(VerdictKind::Race), NOW);
    let second = desk.begin(LATER);
    let ada = desk.hand_in(second, "ada", "fn new() {}");
    desk.rule(second, ada, "o", &report(VerdictKind::GraderError), LATER);
    desk.rule(second, cem, "m", &report(VerdictKind::Deadlock), LATER);

    let db = &desk.ledger.db;
    let counts = run(db, query("What counts now"));
    let shown: Vec<_> = counts.iter().map(|row| (&*row[0], &*row[3])).collect();
    let expected: Vec<_> = desk.kinds();
    let expected: Vec<_> = expected
        .iter()
        .map(|(learner, kind)| (learner.as_str(), kind.word()))
        .collect();
    assert_eq!(shown, expected, "the query and the grader agree");
    assert_eq!(
        expected,
        [
            ("ada", "grader-error"),
            ("bob", "passed"),
            ("cem", "deadlock")
        ]
    );

    let history = run(
        db,
        query("All that was ever said about one exercise of a learner"),
    );
    let shown: Vec<_> = history.iter().map(|row| (&*row[0], &*row[2])).collect();
    assert_eq!(
        shown,
        [
            ("2026-01-03T00:00:00.000000000Z", "race"),
            ("2026-01-04T00:00:00.000000000Z", "grader-error"),
        ]
    );

    let broken = run(db, query("Same ground, another verdict"));
    assert_eq!(broken, [["m", "deadlock", "passed", "1"]]);
}

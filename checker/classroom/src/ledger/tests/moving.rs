//! Verdicts that moved.

use super::*;

#[test]
fn a_verdict_that_moved_is_told_with_its_reason() {
    let desk = Desk::new();
    let first = desk.begin(NOW);
    let ada = desk.hand_in(first, "ada", "fn a() {}");
    let bob = desk.hand_in(first, "bob", "fn b() {}");
    let race = report(VerdictKind::Race);
    desk.rule(first, ada, "k", &race, NOW);
    desk.rule(first, bob, "l", &race, NOW);
    let mut other = session(LATER);
    other.toolchain = "1.96.0".to_owned();
    let second = desk.ledger.begin(&other).unwrap();
    desk.rule(second, ada, "m", &report(VerdictKind::Passed), LATER);
    desk.rule(second, bob, "n", &race, LATER);
    let moved = desk.ledger.moved(&Narrow::default()).unwrap();
    assert_eq!(moved.len(), 1);
    assert_eq!(moved[0].after.learner.0, "ada");
    assert_eq!(moved[0].because(), ["compiler 1.95.0 -> 1.96.0"]);
    let moved_test = MovedTest {
        test: TestId::new(Target::Behaviour, "t"),
        before: Some(VerdictKind::Race),
        after: Some(VerdictKind::Passed),
    };
    assert_eq!(moved[0].tests(), [moved_test]);
    let narrow = |learner: &str, since: Option<&str>| Narrow {
        learners: vec![learner.to_owned()],
        since: since.map(time),
        ..Narrow::default()
    };
    assert_eq!(desk.ledger.moved(&narrow("bob", None)).unwrap(), []);
    assert_eq!(
        desk.ledger.moved(&narrow("ada", Some(LATER))).unwrap(),
        moved
    );
    // It moved before that.
    let after = narrow("ada", Some("2026-01-05T00:00:00Z"));
    assert_eq!(desk.ledger.moved(&after).unwrap(), []);
}

#[test]
fn a_test_alone_may_move() {
    use VerdictKind::{Deadlock, Passed, Race};
    let desk = Desk::new();
    let id = desk.begin(NOW);
    let ada = desk.hand_in(id, "ada", "fn a() {}");
    let said = report_of(Race, &[("a", Race), ("b", Passed), ("c", Passed)]);
    desk.rule(id, ada, "k", &said, NOW);
    let id = desk.begin(LATER);
    let said = report_of(Race, &[("a", Race), ("b", Deadlock), ("d", Passed)]);
    desk.rule(id, ada, "l", &said, LATER);
    let moved = desk.ledger.moved(&Narrow::default()).unwrap().remove(0);
    assert_eq!(moved.because(), ["the exercise's tests changed"]);
    let tests: Vec<_> = moved
        .tests()
        .into_iter()
        .map(|test| (test.test.to_string(), test.before, test.after))
        .collect();
    let expected = [
        ("behaviour::b", Some(Passed), Some(Deadlock)),
        ("behaviour::c", Some(Passed), None),
        ("behaviour::d", None, Some(Passed)),
    ];
    let expected = expected.map(|(name, before, after)| (name.to_owned(), before, after));
    assert_eq!(tests, expected);
}

#[test]
fn the_ledger_can_be_seen_as_it_was() {
    let desk = Desk::new();
    let kinds = [
        VerdictKind::Race,
        VerdictKind::Deadlock,
        VerdictKind::Passed,
    ];
    let times = [NOW, SOON, LATER];
    let mut sessions = Vec::new();
    for (n, (kind, at)) in kinds.into_iter().zip(times).enumerate() {
        let id = desk.begin(at);
        // In the last session she has another file.
        let text = ["fn a() {}", "fn a() {}", "fn b() {}"][n];
        let ada = desk.hand_in(id, "ada", text);
        desk.rule(id, ada, at, &report(kind), at);
        sessions.push(id);
    }
    let diff = |before, after| {
        let mut all = Vec::new();
        let each = |moved: Moved| {
            let kind = |ruling: &Ruling| ruling.report.verdict.kind;
            all.push((kind(&moved.before), kind(&moved.after), moved.because()));
        };
        let narrow = Narrow::default();
        desk.ledger.diff(&narrow, before, after, each).unwrap();
        all
    };
    let tests_changed = vec!["the exercise's tests changed".to_owned()];
    let another_file = vec!["another file was handed in".to_owned()];
    let second = (kinds[0], kinds[1], tests_changed);
    for (before, after) in [
        (
            AsOf::BeforeSession(sessions[1]),
            AsOf::AfterSession(sessions[1]),
        ),
        (
            AsOf::AfterSession(sessions[0]),
            AsOf::BeforeSession(sessions[2]),
        ),
        (AsOf::Before(time(SOON)), AsOf::Before(time(LATER))),
    ] {
        assert_eq!(diff(before, after), std::slice::from_ref(&second));
    }
    let third = (kinds[0], kinds[2], another_file);
    let whole = diff(AsOf::AfterSession(sessions[0]), AsOf::Now);
    assert_eq!(whole, [third]);
    assert_eq!(diff(AsOf::Now, AsOf::AfterSession(sessions[2])), []);
    assert_eq!(diff(AsOf::BeforeSession(sessions[0]), AsOf::Now), []);
}

#[test]
fn the_same_ground_that_says_something_else_is_found() {
    let desk = Desk::new();
    let id = desk.begin(NOW);
    let ada = desk.hand_in(id, "ada", "fn a() {}");
    let slow = |millis| {
        let mut report = report(VerdictKind::Race);
        report.tests[0].millis = millis;
        report.timings.total = millis;
        report
    };
    desk.rule(id, ada, "k", &slow(1), NOW);
    desk.rule(id, ada, "k", &slow(2), NOW);
    desk.rule(id, ada, "k", &report(VerdictKind::TimedOut), NOW);
    assert_eq!(desk.ledger.contradictions().unwrap(), Vec::<String>::new());
    let id = desk.begin(LATER);
    desk.rule(id, ada, "k", &report(VerdictKind::Passed), LATER);
    assert_eq!(desk.ledger.contradictions().unwrap(), ["k"]);
    // The first one is what others get; the second is kept with its ruling.
    let first = desk.ledger.report("k").unwrap().unwrap();
    assert_eq!(first.verdict.kind, VerdictKind::Race);
    let past = desk.ledger.history("ada", "ex01").unwrap();
    let last = &past.last().unwrap().ruling.report;
    assert_eq!(last.verdict.kind, VerdictKind::Passed);
    let moved = desk.ledger.moved(&Narrow::default()).unwrap().remove(0);
    assert_eq!(
        moved.because(),
        ["the same file, judged on the same ground, ended otherwise"]
    );
    desk.ledger.check().unwrap();
}

//! Ledgers put together.

use std::fs;

use super::*;

#[test]
fn shards_put_together_are_the_whole() {
    let desk = Desk::new();
    let whole = &desk.ledger;
    let shards = [
        Ledger::create(desk.at("one")).unwrap(),
        Ledger::create(desk.at("two")).unwrap(),
    ];
    let session_of_whole = whole.begin(&session(NOW)).unwrap();
    // Begun at the same moment with the same words.
    let sessions = shards
        .each_ref()
        .map(|shard| shard.begin(&session(NOW)).unwrap());
    for (n, learner) in ["ada", "bob", "cem", "dee"].into_iter().enumerate() {
        let text = format!("fn {learner}() {{}}");
        let what = work(learner, &text);
        let kind = [VerdictKind::Passed, VerdictKind::TimedOut][n / 2];
        // All take the whole class in, each judges its part.
        let all = [(whole, session_of_whole, NOW, true)]
            .into_iter()
            .chain((0..2).map(|at| (&shards[at], sessions[at], LATER, at == n % 2)));
        for (ledger, id, when, judges) in all {
            ledger.enrol(id, &what.learner, "").unwrap();
            ledger.note(id, Some(&what.learner), "A note.").unwrap();
            ledger.keep_source(&what.work, &text).unwrap();
            let hand_in = ledger.hand_in(id, &what).unwrap();
            if judges {
                let report = report(kind);
                ledger
                    .rule(id, hand_in, &text, &report, time(when), n as u64)
                    .unwrap();
            }
        }
    }
    let expected = whole.digest().unwrap();
    assert_ne!(expected, shards[0].digest().unwrap());
    let merged = shards[0].merge(&desk.at("two")).unwrap();
    assert_eq!((merged.hand_ins, merged.rulings), (0, 2));
    assert_eq!(shards[0].digest().unwrap(), expected);
    assert_eq!(shards[0].sessions().unwrap().len(), 2);
    // Again, itself, and a ledger that is a part of it.
    for other in ["two", "one"] {
        let again = shards[0].merge(&desk.at(other)).unwrap();
        assert_eq!(again, Merged::default(), "{other}");
    }
    assert_eq!(shards[0].digest().unwrap(), expected);
    // The other way round, from nothing.
    let empty = Ledger::create(desk.at("empty")).unwrap();
    empty.merge(&desk.at("two")).unwrap();
    empty.merge(&desk.at("one")).unwrap();
    assert_eq!(empty.digest().unwrap(), expected);
    empty.check().unwrap();
    let past = empty.history("dee", "ex01").unwrap();
    assert_eq!(past[0].ruling.report, report(VerdictKind::TimedOut));
}

#[test]
fn what_counts_does_not_depend_on_the_order() {
    let desk = Desk::new();
    // Three ledgers that disagree about everything: names, times, files, verdicts.
    let of = |name: &str, started: &str, text: &str, kinds: &[VerdictKind]| {
        let ledger = Ledger::create(desk.at(name)).unwrap();
        let id = ledger.begin(&session(started)).unwrap();
        let mut what = work("ada", text);
        what.submitted = Some(time(started));
        ledger.enrol(id, &what.learner, name).unwrap();
        ledger.keep_source(&what.work, text).unwrap();
        let hand_in = ledger.hand_in(id, &what).unwrap();
        for kind in kinds {
            let report = report(*kind);
            ledger
                .rule(id, hand_in, text, &report, time(started), 1)
                .unwrap();
        }
    };
    let (race, passed) = (VerdictKind::Race, VerdictKind::Passed);
    of("a", SOON, "fn a() {}", &[race]);
    of("b", NOW, "fn a() {}", &[passed]);
    of(
        "c",
        "2026-01-01T00:00:00Z",
        "fn b() {}",
        &[race, VerdictKind::TimedOut],
    );
    let mut seen = Vec::new();
    for (n, order) in ["abc", "acb", "bac", "bca", "cab", "cba"]
        .iter()
        .enumerate()
    {
        let all = Ledger::create(desk.at(&format!("all {n}"))).unwrap();
        for name in order.chars() {
            all.merge(&desk.at(&name.to_string())).unwrap();
        }
        all.check().unwrap();
        let mut newest = Vec::new();
        all.newest(&Narrow::default(), Depth::Whole, |ruling| {
            newest.push(ruling);
        })
        .unwrap();
        seen.push((
            all.digest().unwrap(),
            all.learners().unwrap(),
            all.contradictions().unwrap(),
            newest,
        ));
    }
    let (first, rest) = seen.split_first().unwrap();
    assert!(rest.iter().all(|other| other == first), "{seen:#?}");
    assert_eq!(first.1[0].1, "a");
    assert_eq!(first.2, ["fn a() {}"]);
    assert_eq!(first.3.len(), 1);
    assert_eq!(first.3[0].report.verdict.kind, race);
    assert_eq!(first.3[0].submitted, Some(time(NOW)));
}

#[test]
fn what_is_damaged_is_not_let_in() {
    let desk = Desk::new();
    let other = Ledger::create(desk.at("other")).unwrap();
    other.keep_source("not its digest", "fn a() {}").unwrap();
    let before = desk.ledger.digest().unwrap();
    let error = desk.ledger.merge(&desk.at("other")).unwrap_err();
    assert!(error.to_string().contains("other is damaged"), "{error}");
    fs::write(
        desk.at("text"),
        "no ledger at all, but a text of some length",
    )
    .unwrap();
    for (name, expected) in [("text", "is no ledger"), ("none", "there is no ledger")] {
        let error = desk.ledger.merge(&desk.at(name)).unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
    }
    assert_eq!(desk.ledger.digest().unwrap(), before);
    assert!(!desk.at("none").exists());
}

#[test]
fn the_digest_sees_content_and_nothing_else() {
    let base = |change: &str| {
        let desk = Desk::new();
        let on = |what: &str| change == what;
        let mut session = session(if on("started") { LATER } else { NOW });
        if on("jail") {
            "landlock".clone_into(&mut session.jail);
        }
        let id = desk.ledger.begin(&session).unwrap();
        if on("another session") {
            desk.begin(LATER);
        }
        let mut what = work("ada", "fn a() {}");
        if on("origin") {
            "elsewhere".clone_into(&mut what.origin);
        }
        if on("submitted") {
            what.submitted = None;
        }
        if on("vouched") {
            what.vouched = Some(Vouched::Commit);
        }
        let ada = desk.found(id, &what, "fn a() {}");
        if on("name") {
            desk.ledger
                .enrol(desk.begin(LATER), &what.learner, "Ada")
                .unwrap();
        }
        if on("note") {
            desk.ledger.note(id, None, "A note.").unwrap();
        }
        if on("stub") {
            let stub = report(VerdictKind::Incomplete);
            desk.ledger.keep_stub(id, "ex01", "k", &stub).unwrap();
        }
        if on("source") {
            let hash = ContentHash::of(b"fn b() {}").to_string();
            desk.ledger.keep_source(&hash, "fn b() {}").unwrap();
        }
        if on("fault") {
            desk.rule(id, ada, "k", &report(VerdictKind::GraderError), NOW);
        }
        let mut said = report(VerdictKind::Race);
        if on("cause") {
            "It is otherwise.".clone_into(&mut said.tests[0].verdict.cause);
        }
        if on("millis") {
            said.tests[0].millis += 1;
            said.timings.run += 1;
        }
        let key = if on("key") { "l" } else { "k" };
        let at = if on("judged") { LATER } else { NOW };
        desk.rule(id, ada, key, &said, at);
        if on("again") {
            desk.rule(id, ada, key, &said, LATER);
        }
        desk.ledger.digest().unwrap()
    };
    let expected = base("");
    for change in [
        "started",
        "jail",
        "another session",
        "origin",
        "fault",
        "millis",
        "judged",
        "again",
    ] {
        assert_eq!(base(change), expected, "{change}");
    }
    for change in [
        "submitted",
        "vouched",
        "name",
        "note",
        "stub",
        "source",
        "cause",
        "key",
    ] {
        assert_ne!(base(change), expected, "{change}");
    }
}

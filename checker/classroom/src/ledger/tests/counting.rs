//! What counts where facts differ.

use super::*;

#[test]
fn a_fault_of_the_grader_is_no_verdict() {
    let desk = Desk::new();
    let id = desk.begin(NOW);
    let ada = desk.hand_in(id, "ada", "fn a() {}");
    let fault = report(VerdictKind::GraderError);
    desk.rule(id, ada, "k", &fault, NOW);
    assert_eq!(desk.ledger.report("k").unwrap(), None);
    assert!(
        !desk.ledger.is_ruled(ada, "k").unwrap(),
        "it is tried again"
    );
    let past = desk.ledger.history("ada", "ex01").unwrap();
    assert_eq!(past[0].ruling.report, fault, "but it is recorded");
    assert_eq!(past[0].standing, Standing::Fault);
    desk.rule(id, ada, "k", &report(VerdictKind::Passed), LATER);
    assert_eq!(desk.kinds(), [("ada".to_owned(), VerdictKind::Passed)]);
}

#[test]
fn what_may_end_otherwise_is_for_nobody_else() {
    use VerdictKind::{Deadlock, GraderError, Passed, TimedOut};
    for (verdict, tests, expected) in [
        (Passed, vec![Passed, Passed], Standing::Lasting),
        (Deadlock, vec![], Standing::Lasting),
        (TimedOut, vec![], Standing::Once),
        // The verdict is certain, but not what this test earns.
        (Deadlock, vec![Deadlock, TimedOut], Standing::Once),
        (GraderError, vec![], Standing::Fault),
        (
            Deadlock,
            vec![Deadlock, TimedOut, GraderError],
            Standing::Fault,
        ),
    ] {
        let tests: Vec<_> = tests.into_iter().map(|kind| ("t", kind)).collect();
        let report = report_of(verdict, &tests);
        assert_eq!(Standing::of(&report), expected, "{verdict} {tests:?}");
        assert_eq!(Standing::from_word(expected.word()), Some(expected));
        let desk = Desk::new();
        let id = desk.begin(NOW);
        let ada = desk.hand_in(id, "ada", "fn a() {}");
        desk.rule(id, ada, "k", &report, NOW);
        let is_lasting = expected == Standing::Lasting;
        assert_eq!(desk.ledger.report("k").unwrap().is_some(), is_lasting);
        let is_settled = expected != Standing::Fault;
        assert_eq!(desk.ledger.is_ruled(ada, "k").unwrap(), is_settled);
    }
}

#[test]
fn the_surer_of_two_graders_is_right() {
    let desk = Desk::new();
    let id = desk.begin(NOW);
    let ada = desk.hand_in(id, "ada", "fn a() {}");
    desk.rule(id, ada, "k", &report(VerdictKind::Passed), NOW);
    for kind in [VerdictKind::TimedOut, VerdictKind::GraderError] {
        desk.rule(id, ada, "k", &report(kind), LATER);
        assert_eq!(desk.kinds(), [("ada".to_owned(), VerdictKind::Passed)]);
        assert!(desk.ledger.is_ruled(ada, "k").unwrap());
    }
    // On other ground it is another matter.
    desk.rule(id, ada, "l", &report(VerdictKind::GraderError), LATER);
    assert_eq!(desk.kinds(), [("ada".to_owned(), VerdictKind::GraderError)]);
    assert!(!desk.ledger.is_ruled(ada, "l").unwrap());
    assert!(!desk.ledger.is_ruled(ada, "k").unwrap());
}

#[test]
fn the_order_is_that_of_the_times_and_not_of_the_texts() {
    let desk = Desk::new();
    let id = desk.begin(NOW);
    let ada = desk.hand_in(id, "ada", "fn a() {}");
    desk.rule(id, ada, "k", &report(VerdictKind::Passed), SOON);
    desk.rule(id, ada, "l", &report(VerdictKind::Race), NOW);
    assert_eq!(desk.kinds(), [("ada".to_owned(), VerdictKind::Passed)]);
    assert!(desk.ledger.is_ruled(ada, "k").unwrap());
    let mut kinds = Vec::new();
    desk.ledger
        .rulings_since(time(SOON), &Narrow::default(), Depth::Whole, |past| {
            kinds.push((past.ruling.report.verdict.kind, past.counts));
        })
        .unwrap();
    assert_eq!(kinds, [(VerdictKind::Passed, true)]);
}

#[test]
fn the_file_that_was_found_last_counts() {
    let desk = Desk::new();
    let first = desk.begin(NOW);
    let old = desk.hand_in(first, "ada", "fn old() {}");
    desk.rule(first, old, "old", &report(VerdictKind::Race), NOW);
    let second = desk.begin(LATER);
    let new = desk.hand_in(second, "ada", "fn new() {}");
    assert_ne!(old, new);
    let narrow = Narrow::default();
    let ids = || {
        let all = desk.ledger.hand_ins(&narrow).unwrap().into_iter();
        all.map(|(id, _)| id).collect::<Vec<_>>()
    };
    assert_eq!(ids(), [new]);
    assert_eq!(desk.kinds(), [], "nobody has judged it yet");
    desk.rule(second, new, "new", &report(VerdictKind::Passed), LATER);
    // A newer ruling on what was superseded changes nothing.
    let late = "2026-01-05T00:00:00Z";
    desk.rule(second, old, "old", &report(VerdictKind::Race), late);
    assert_eq!(desk.kinds(), [("ada".to_owned(), VerdictKind::Passed)]);
    // She hands the old one in again.
    let third = desk.begin(late);
    assert_eq!(desk.hand_in(third, "ada", "fn old() {}"), old);
    assert_eq!(ids(), [old]);
    assert_eq!(desk.kinds(), [("ada".to_owned(), VerdictKind::Race)]);
}

#[test]
fn a_better_word_on_the_time_is_taken() {
    let desk = Desk::new();
    let mut what = work("ada", "fn a() {}");
    let told = |submitted: Option<&str>, vouched, started: &str| {
        what.submitted = submitted.map(time);
        what.vouched = vouched;
        started.clone_into(&mut what.origin);
        desk.found(desk.begin(started), &what, "fn a() {}");
        let hand_in = desk
            .ledger
            .hand_ins(&Narrow::default())
            .unwrap()
            .remove(0)
            .1;
        let time = hand_in.submitted.map(|time| time.to_string());
        (time, hand_in.vouched, hand_in.origin)
    };
    let mut told = told;
    let platform = Some(Vouched::Platform);
    let commit = Some(Vouched::Commit);
    let day = |day: u8| format!("2026-02-0{day}T00:00:00Z");
    let mut n = 0;
    let mut check = |submitted: Option<u8>, vouched, expected: Option<u8>, by| {
        n += 1;
        let started = format!("2026-03-0{n}T00:00:00Z");
        let submitted = submitted.map(day);
        let found = told(submitted.as_deref(), vouched, &started);
        assert_eq!(found, (expected.map(day), by, started), "step {n}");
    };
    check(None, None, None, None);
    check(Some(3), commit, Some(3), commit);
    check(Some(5), platform, Some(5), platform);
    check(Some(1), commit, Some(5), platform);
    check(Some(4), platform, Some(4), platform);
    check(Some(6), platform, Some(4), platform);
    check(None, None, Some(4), platform);
}

#[test]
fn the_newest_name_is_the_name() {
    let desk = Desk::new();
    let ada = LearnerId("ada".to_owned());
    for (started, name) in [(NOW, ""), (LATER, "Ada"), (SOON, "Eda")] {
        let id = desk.begin(started);
        desk.ledger.enrol(id, &ada, name).unwrap();
    }
    assert_eq!(desk.ledger.learners().unwrap(), [(ada, "Ada".to_owned())]);
}

#[test]
fn what_is_left_to_do_is_what_has_no_verdict_on_this_ground() {
    let desk = Desk::new();
    let id = desk.begin(NOW);
    let [ada, bob, cem, dee] = ["ada", "bob", "cem", "dee"]
        .map(|learner| desk.hand_in(id, learner, &format!("fn {learner}() {{}}")));
    desk.rule(id, ada, "1 ada", &report(VerdictKind::Passed), NOW);
    desk.rule(id, bob, "0 bob", &report(VerdictKind::Passed), NOW);
    desk.rule(id, cem, "1 cem", &report(VerdictKind::GraderError), NOW);
    let pending = |narrow: &Narrow| -> Vec<_> {
        let key = |hand_in: &HandIn| Some(format!("1 {}", hand_in.learner));
        let all = desk.ledger.pending(narrow, key).unwrap().into_iter();
        all.map(|(id, _, key)| (id, key)).collect()
    };
    let expected = [
        (bob, "1 bob".to_owned()),
        (cem, "1 cem".to_owned()),
        (dee, "1 dee".to_owned()),
    ];
    assert_eq!(pending(&Narrow::default()), expected);
    let only = Narrow {
        learners: vec!["cem".to_owned()],
        ..Narrow::default()
    };
    assert_eq!(pending(&only), expected[1..2]);
    assert_eq!(desk.ledger.pending(&only, |_| None).unwrap(), []);
}

#[test]
fn narrow_is_about_learners_exercises_and_the_newest_ruling() {
    let desk = Desk::new();
    let id = desk.begin(NOW);
    for (n, learner) in ["ada", "bob"].into_iter().enumerate() {
        for exercise in ["ex01", "ex02"] {
            let mut what = work(learner, "fn f() {}");
            exercise.clone_into(&mut what.exercise);
            let hand_in = desk.found(id, &what, "fn f() {}");
            let at = [NOW, LATER][n];
            desk.rule(id, hand_in, "k", &report(VerdictKind::Passed), at);
        }
    }
    let shown = |narrow: &Narrow| -> Vec<String> {
        let all = desk.newest(narrow).into_iter();
        all.map(|ruling| format!("{} {}", ruling.learner, ruling.exercise))
            .collect()
    };
    let all = ["ada ex01", "ada ex02", "bob ex01", "bob ex02"];
    assert_eq!(shown(&Narrow::default()), all);
    let mut narrow = Narrow {
        exercises: vec!["ex02".to_owned()],
        ..Narrow::default()
    };
    assert_eq!(shown(&narrow), ["ada ex02", "bob ex02"]);
    narrow.learners = vec!["bob".to_owned(), "nobody".to_owned()];
    assert_eq!(shown(&narrow), ["bob ex02"]);
    let late = Narrow {
        since: Some(time(SOON)),
        ..Narrow::default()
    };
    assert_eq!(shown(&late), ["bob ex01", "bob ex02"]);
    assert_eq!(desk.ledger.hand_ins(&late).unwrap().len(), 2);
}

#[test]
fn a_gist_is_short() {
    let desk = Desk::new();
    let id = desk.begin(NOW);
    let ada = desk.hand_in(id, "ada", "fn a() {}");
    desk.rule(id, ada, "k", &report(VerdictKind::Race), NOW);
    let story = |depth| {
        let mut story = None;
        let each = |ruling: Ruling| story = ruling.report.tests[0].verdict.evidence.story.clone();
        desk.ledger.newest(&Narrow::default(), depth, each).unwrap();
        story
    };
    assert_eq!(story(Depth::Whole).as_deref(), Some("a long one"));
    assert_eq!(story(Depth::Gist), None);
}

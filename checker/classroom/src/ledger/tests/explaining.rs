//! A year later.

use super::*;
use crate::record::HandedIn;

#[test]
fn everything_about_a_mark_is_there() {
    let desk = Desk::new();
    let first = desk.begin(NOW);
    let ada = LearnerId("ada".to_owned());
    desk.ledger.enrol(first, &ada, "Ada L.").unwrap();
    let one = desk.found(first, &work("ada", "fn one() {}"), "fn one() {}");
    desk.hand_in(first, "bob", "fn bob() {}");
    desk.rule(first, one, "k", &report(VerdictKind::Race), NOW);
    desk.ledger.note(first, Some(&ada), "Refused: x").unwrap();
    let second = desk.begin(LATER);
    desk.hand_in(second, "ada", "fn one() {}");
    desk.ledger.note(second, Some(&ada), "Refused: x").unwrap();
    desk.ledger.note(second, Some(&ada), "Refused: w").unwrap();
    let mut again = work("ada", "");
    again.attempt = 2;
    again.source = None;
    let two = desk.found(second, &again, "");
    desk.rule(first, two, "l", &report(VerdictKind::TimedOut), SOON);
    desk.rule(second, one, "m", &report(VerdictKind::Passed), LATER);

    let all = desk.ledger.everything("ada", "ex01").unwrap().unwrap();
    assert_eq!((all.learner, &*all.name), (ada, ""), "the newest name");
    let hand_ins: Vec<_> = all
        .hand_ins
        .iter()
        .map(|found| {
            (
                found.id,
                found.hand_in.attempt,
                found.findings.len(),
                found.counts,
            )
        })
        .collect();
    assert_eq!(hand_ins, [(one, 1, 2, true), (two, 2, 1, true)]);
    assert_eq!(all.hand_ins[0].findings[1].session, second);
    assert_eq!(all.hand_ins[0].findings[1].found, time(LATER));
    let sources: Vec<_> = all.sources.values().collect();
    assert_eq!(sources, ["fn one() {}"]);
    let rulings: Vec<_> = all
        .rulings
        .iter()
        .map(|past| {
            let key = past.ruling.basis.key.as_str();
            (
                key,
                past.session_id,
                past.standing,
                past.millis,
                past.counts,
            )
        })
        .collect();
    assert_eq!(
        rulings,
        [
            ("k", first, Standing::Lasting, 3, false),
            ("l", first, Standing::Once, 3, true),
            ("m", second, Standing::Lasting, 3, true),
        ]
    );
    let handed_in = all.rulings[0].ruling.handed_in().unwrap();
    assert_eq!(handed_in.vouched, Some(Vouched::Platform));
    assert_eq!(handed_in.by_whom(), " (by the platform's word)");
    let notes: Vec<_> = all
        .notes
        .iter()
        .map(|remark| (remark.noted, remark.what.as_str(), remark.sessions))
        .collect();
    assert_eq!(
        notes,
        [(time(NOW), "Refused: x", 2), (time(LATER), "Refused: w", 1)]
    );

    let none = desk.ledger.everything("bob", "ex02").unwrap().unwrap();
    assert_eq!((none.hand_ins, none.rulings), (Vec::new(), Vec::new()));
    assert_eq!(desk.ledger.everything("eve", "ex01").unwrap(), None);
}

#[test]
fn a_fact_is_said_once_with_how_many_sessions_found_it() {
    let desk = Desk::new();
    let known = work("ada", "fn one() {}");
    let mut unknown = known.clone();
    unknown.submitted = None;
    unknown.vouched = None;
    let mut by_commit = known.clone();
    by_commit.vouched = Some(Vouched::Commit);
    let mut elsewhere = known.clone();
    elsewhere.origin = "another.zip".to_owned();
    for (started, found) in [
        (NOW, &[&known, &unknown, &known][..]),
        (SOON, &[&unknown]),
        (LATER, &[&by_commit, &known, &elsewhere]),
    ] {
        let session = desk.begin(started);
        for one in found {
            desk.found(session, one, "fn one() {}");
        }
    }
    let all = desk.ledger.everything("ada", "ex01").unwrap().unwrap();
    let facts = all.hand_ins[0].facts();
    let mut facts: Vec<_> = facts
        .iter()
        .map(|fact| {
            let handed_in = fact.first.handed_in();
            let by = handed_in.map_or("unknown".to_owned(), HandedIn::by_whom);
            (by, fact.first.origin.as_str(), fact.sessions)
        })
        .collect();
    facts.sort();
    let origin = known.origin.as_str();
    let mut expected = [
        (" (by the platform's word)".to_owned(), origin, 2),
        ("unknown".to_owned(), origin, 2),
        (" (by the commit's own word)".to_owned(), origin, 1),
        (" (by the platform's word)".to_owned(), "another.zip", 1),
    ];
    expected.sort();
    assert_eq!(facts, expected);
}

#[test]
fn hostile_words_come_back_as_they_are() {
    let desk = Desk::new();
    let id = desk.begin(NOW);
    let odd = "'; DROP TABLE rulings; -- \u{1b}[31m <b>\n=1+1\u{0}";
    let mut what = work(odd, odd);
    odd.clone_into(&mut what.exercise);
    odd.clone_into(&mut what.origin);
    let hand_in = desk.found(id, &what, odd);
    desk.ledger.note(id, Some(&what.learner), odd).unwrap();
    desk.rule(id, hand_in, odd, &report(VerdictKind::Passed), NOW);
    let all = desk.ledger.everything(odd, odd).unwrap().unwrap();
    assert_eq!(all.hand_ins[0].hand_in, what);
    assert_eq!(all.sources.values().next().map(String::as_str), Some(odd));
    assert_eq!(all.rulings[0].ruling.basis.key, odd);
    assert_eq!(all.notes[0].what, odd);
}

//! What was said of the untouched stubs.

use super::*;

#[test]
fn the_newest_word_on_a_stub_counts_in_any_order() {
    let desk = Desk::new();
    let of = |name: &str, started: &str, kind| {
        let ledger = Ledger::create(desk.at(name)).unwrap();
        let id = ledger.begin(&session(started)).unwrap();
        ledger.keep_stub(id, "ex01", name, &report(kind)).unwrap();
        // One a session: the first stays.
        let other = report(VerdictKind::Crashed);
        ledger.keep_stub(id, "ex01", "another", &other).unwrap();
    };
    of("old", NOW, VerdictKind::Race);
    of("new", LATER, VerdictKind::Incomplete);
    let expected = Some(("new".to_owned(), report(VerdictKind::Incomplete)));
    let mut digests = Vec::new();
    for order in [["old", "new"], ["new", "old"]] {
        let all = Ledger::create(desk.at(&order.concat())).unwrap();
        for name in order {
            all.merge(&desk.at(name)).unwrap();
        }
        assert_eq!(all.stub("ex01").unwrap(), expected);
        assert_eq!(all.stub("ex02").unwrap(), None);
        digests.push(all.digest().unwrap());
    }
    assert_eq!(digests[0], digests[1]);
}

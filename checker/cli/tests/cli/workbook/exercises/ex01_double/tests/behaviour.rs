//! Real threads.

const _: fn(&[u32]) -> Vec<u32> = ex01::double;

#[test]
fn every_number_is_doubled() {
    testkit::watchdog(|| assert_eq!(ex01::double(&[1, 2, 3]), [2, 4, 6], "each number twice"));
}

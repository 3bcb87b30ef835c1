//! Real threads.

#[test]
fn ten_clicks_are_counted() {
    testkit::watchdog(|| assert_eq!(ex02::count_clicks(10), 10, "a click is missing"));
}

const _: fn(usize) -> usize = ex02::count_clicks;

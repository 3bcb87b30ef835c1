//! Real threads.

#[test]
fn the_value_comes_back() {
    testkit::watchdog(|| assert_eq!(ex03::through(7), 7, "another value came back"));
}

fn _signature<T: Send + 'static>(value: T) -> T {
    ex03::through(value)
}

//! An `Arc` may go.

fn main() {
    ex03::through(std::sync::Arc::new(7));
}

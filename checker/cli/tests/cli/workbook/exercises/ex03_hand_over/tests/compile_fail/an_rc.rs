//! An `Rc` must stay on its thread.

fn main() {
    ex03::through(std::rc::Rc::new(7)); //~ E0277
}

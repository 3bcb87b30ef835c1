//! A type of the caller's own. It holds a raw pointer, as a handle from a C library
//! would be. The pointer makes it neither `Send` nor `Sync`, and your bounds must
//! pass that on.

use ex34::{parallel_map, run_all, spawn_task};

struct Window {
    handle: *const u8,
}

impl Window {
    fn new() -> Self {
        let handle = std::ptr::null();
        Window { handle }
    }

    fn is_open(&self) -> bool {
        !self.handle.is_null()
    }
}

fn into_a_task(window: Window) {
    let _ = spawn_task(move || window.is_open()); //~ E0277
}

fn into_a_job(window: Window) {
    let _: Vec<bool> = run_all(vec![move || window.is_open()]); //~ E0277
}

fn among_the_items(windows: &[Window]) {
    let _: Vec<bool> = parallel_map(windows, |window: &Window| window.is_open()); //~ E0277
}

fn main() {
    into_a_task(Window::new());
    into_a_job(Window::new());
    among_the_items(&[Window::new()]);
}

//! This must compile: the twins of what must not go to another thread.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

struct Draft {
    pages: u32,
    author: Arc<str>,
}

fn main() {
    let words = Arc::new(AtomicU32::new(0));
    ex05::in_background(move || words.store(7, Ordering::SeqCst));

    let diary = Arc::new(Mutex::new(String::from("Rain.")));
    let twin = Arc::clone(&diary);
    ex05::in_background(move || twin.lock().unwrap().push_str(" More rain."));
    let guard: MutexGuard<'_, String> = diary.lock().unwrap();
    println!("{guard}");

    let draft = Draft {
        pages: 12,
        author: "Ada".into(),
    };
    ex05::in_background(move || println!("{} pages by {}", draft.pages, draft.author));

    let owned = String::from("Rain.");
    ex05::in_background(move || owned.len());
}

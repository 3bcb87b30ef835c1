//! Downloaders count bytes; on a signal the count is saved to go on later.
//!
//! Source: aget 0.4, in SCTBench `Conc.aget-bug2` and in Park et al., CTrigger
//! (ASPLOS 2009).
//! Goes wrong: the two counters are saved while a downloader is between them.
//! Expected: race.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread;

struct Progress {
    saving: Mutex<()>,
    bytes: AtomicU32,
    parts: AtomicU32,
}

pub fn body<const FIXED: bool>() {
    let progress = Arc::new(Progress {
        saving: Mutex::new(()),
        bytes: AtomicU32::new(0),
        parts: AtomicU32::new(0),
    });
    let downloaders = [(); 2].map(|()| {
        let progress = Arc::clone(&progress);
        thread::spawn(move || {
            let _whole = progress.saving.lock().unwrap();
            progress.bytes.fetch_add(10, SeqCst);
            progress.parts.fetch_add(1, SeqCst);
        })
    });
    let signal = thread::spawn(move || {
        let _whole = FIXED.then(|| progress.saving.lock().unwrap());
        let bytes = progress.bytes.load(SeqCst);
        let parts = progress.parts.load(SeqCst);
        assert_eq!(bytes, 10 * parts, "half a part was saved");
    });
    for thread in downloaders {
        thread.join().unwrap();
    }
    signal.join().unwrap();
}

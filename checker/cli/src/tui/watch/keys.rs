//! Reads keys, on a thread of its own, so that the screen never waits for one.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crossterm::event::{self, KeyEventKind, MouseEventKind};

use super::model::Event;

/// How often the thread looks whether it is still wanted.
const LOOK_UP: Duration = Duration::from_millis(50);
/// So many lines a turn of the wheel moves.
const NOTCH: isize = 3;

/// The thread that reads. Dropping this does not end it: a terminal that was closed may never
/// answer again.
pub struct Keys {
    is_over: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Keys {
    pub fn read(out: Sender<Event>) -> Self {
        let is_over = Arc::new(AtomicBool::new(false));
        let wanted = Arc::clone(&is_over);
        let thread = thread::spawn(move || {
            while !wanted.load(Ordering::Acquire) {
                match next() {
                    Ok(Some(event)) => {
                        if out.send(event).is_err() {
                            return;
                        }
                    }
                    Ok(None) => {}
                    // The terminal is gone. The system tells us so in another way as well.
                    Err(_) => return,
                }
            }
        });
        Self { is_over, thread }
    }

    /// Ends the thread, so that keys go to somebody else from now on.
    pub fn end(self) {
        self.is_over.store(true, Ordering::Release);
        // It only reads and sends: it does not panic.
        let _ = self.thread.join();
    }
}

/// What was typed, if something was.
fn next() -> io::Result<Option<Event>> {
    if !event::poll(LOOK_UP)? {
        return Ok(None);
    }
    Ok(match event::read()? {
        event::Event::Key(key) if key.kind != KeyEventKind::Release => Some(Event::Key(key)),
        event::Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::ScrollDown => Some(Event::Wheel(NOTCH)),
            MouseEventKind::ScrollUp => Some(Event::Wheel(-NOTCH)),
            _ => None,
        },
        event::Event::Resize(..) => Some(Event::Resized),
        _ => None,
    })
}

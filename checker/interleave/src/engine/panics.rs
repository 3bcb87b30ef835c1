//! Panics of the program: kept for the story, kept off the screen.

use super::execution::Raised;
use super::failure::Spot;
use super::heap;
use super::traps;
use crate::source::is_std;
use std::any::Any;
use std::panic::PanicHookInfo;
use std::sync::Once;

/// Installs, once, a hook that takes the panics of explored programs aside and
/// passes all others on.
pub(crate) fn install_hook() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        traps::install();
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !super::is_active() {
                return before(info);
            }
            note(info);
            if super::inside(|e| e.story.as_ref().is_some_and(|story| story.aloud)) {
                before(info);
            }
        }));
    });
}

fn note(info: &PanicHookInfo) {
    // Not the program's: the standard library holds a lock while we are here,
    // so nothing may give way.
    let _at_work = heap::AtWork::begin();
    let place = info.location().map(|l| Spot {
        file: l.file().to_string(),
        line: l.line(),
    });
    let message = message_of(info.payload());
    super::inside(|e| {
        let tid = e.current;
        e.thread().panics += 1;
        // The core library's own words for a panic that may not unwind follow
        // from another one.
        if let Some(story) = &mut e.story
            && place
                .as_ref()
                .is_none_or(|place| !is_std(place) || !traps::follows(&message))
        {
            story.panicked(tid, place.as_ref());
        }
        e.raised.push(Raised {
            tid,
            message,
            place,
        });
    });
}

/// The text of a panic.
pub(crate) fn message_of(payload: &(dyn Any + Send)) -> String {
    if let Some(text) = payload.downcast_ref::<&str>() {
        (*text).to_string()
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text.clone()
    } else {
        "a panic without a message".to_string()
    }
}

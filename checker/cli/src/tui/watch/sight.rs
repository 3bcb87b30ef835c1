//! How saves are noticed: by the system's events, or by looking again and again.
//!
//! On some disks events never come: network mounts, folders shared with a container. So the file
//! is looked at now and then in any case. When that finds a change of which no event told, looking
//! is all that is left, and it is done more often. Nothing here looks at a clock.

use std::time::Duration;

/// What a file holds: a digest of it, or nothing if it is not there.
pub type Content = Option<blake3::Hash>;

/// How often a file is looked at when events come.
const RARELY: Duration = Duration::from_secs(1);
/// How often when they do not.
const OFTEN: Duration = Duration::from_millis(200);
/// So much later an event may come than the change that it tells of.
const LATE: Duration = Duration::from_millis(800);
/// An editor may empty a file, or take it away, before it writes it anew.
const GAP: Duration = Duration::from_millis(150);

/// How saves are noticed now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    Events,
    Polling(Why),
}

/// Why saves are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It was asked for.
    Asked,
    /// There was a change of which no event told.
    NoEvents,
    /// The system refuses to tell.
    Refused,
}

/// What is known of a file, and how.
#[derive(Debug)]
pub struct Sight {
    pub means: Means,
    /// What was last told.
    told: Option<Content>,
    /// Something that may be the middle of a save, and when it was first seen.
    doubtful: Option<(Content, Duration)>,
    /// When a change was found of which no event had told.
    missed: Option<Duration>,
    /// When the last event came.
    stirred: Option<Duration>,
}

impl Sight {
    pub fn new(means: Means) -> Self {
        Self {
            means,
            told: None,
            doubtful: None,
            missed: None,
            stirred: None,
        }
    }

    /// Another file is looked at from now on.
    pub fn turn(&mut self) {
        self.told = None;
        self.doubtful = None;
        self.missed = None;
        self.stirred = None;
    }

    /// An event came.
    pub fn stirred(&mut self, now: Duration) {
        self.missed = None;
        self.stirred = Some(now);
    }

    /// The system gave no events to wait for.
    pub fn refused(&mut self) {
        if self.means == Means::Events {
            self.means = Means::Polling(Why::Refused);
        }
    }

    /// How long to wait for an event before the next look.
    pub fn pause(&self) -> Duration {
        match self.means {
            _ if self.doubtful.is_some() => GAP / 3,
            Means::Events if self.missed.is_some() => LATE / 4,
            Means::Events => RARELY,
            Means::Polling(_) => OFTEN,
        }
    }

    /// What was found at `now`, `is_whole` if it looks like all of a file. True if that is news.
    pub fn found(&mut self, content: Content, is_whole: bool, now: Duration) -> bool {
        if let Some(missed) = self.missed
            && now.saturating_sub(missed) > LATE
        {
            self.missed = None;
            self.means = Means::Polling(Why::NoEvents);
        }
        if self.told == Some(content) {
            self.doubtful = None;
            return false;
        }
        if !is_whole && self.told.is_some() {
            let (_, since) = *self.doubtful.get_or_insert((content, now));
            if now.saturating_sub(since) < GAP {
                return false;
            }
        }
        self.doubtful = None;
        self.told = Some(content);
        true
    }

    /// The news was found without an event: one should come soon.
    pub fn found_by_looking(&mut self, now: Duration) {
        // What looked like half a file is looked at again after its event.
        let told = self
            .stirred
            .is_some_and(|then| now.saturating_sub(then) <= LATE);
        if self.means == Means::Events && !told {
            self.missed.get_or_insert(now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(text: &str) -> blake3::Hash {
        blake3::hash(text.as_bytes())
    }

    fn at(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    #[test]
    fn news_is_told_once() {
        let mut sight = Sight::new(Means::Events);
        assert!(
            sight.found(Some(content("a")), true, at(0)),
            "the first look"
        );
        assert!(!sight.found(Some(content("a")), true, at(1)));
        assert!(sight.found(Some(content("b")), true, at(2)));
        assert!(
            sight.found(Some(content("a")), true, at(3)),
            "and back again"
        );
    }

    #[test]
    fn a_change_without_an_event_means_polling() {
        let mut sight = Sight::new(Means::Events);
        sight.found(Some(content("a")), true, at(0));
        assert!(sight.found(Some(content("b")), true, at(1000)));
        sight.found_by_looking(at(1000));
        assert!(sight.pause() < RARELY, "it is soon known");
        sight.found(Some(content("b")), true, at(1500));
        assert_eq!(sight.means, Means::Events, "the event may still come");
        sight.found(Some(content("b")), true, at(2000));
        assert_eq!(sight.means, Means::Polling(Why::NoEvents));
        assert_eq!(sight.pause(), OFTEN);
    }

    #[test]
    fn a_late_event_is_an_event() {
        let mut sight = Sight::new(Means::Events);
        sight.found(Some(content("a")), true, at(0));
        sight.found(Some(content("b")), true, at(1000));
        sight.found_by_looking(at(1000));
        sight.stirred(at(1100));
        sight.found(Some(content("b")), true, at(5000));
        assert_eq!((sight.means, sight.pause()), (Means::Events, RARELY));
    }

    #[test]
    fn the_middle_of_a_save_is_not_told() {
        let mut sight = Sight::new(Means::Events);
        sight.found(Some(content("a")), true, at(0));
        assert!(!sight.found(Some(content("")), false, at(10)));
        assert!(sight.pause() < GAP, "another look comes at once");
        assert!(sight.found(Some(content("b")), true, at(20)));
        // A file that stays away is gone.
        assert!(!sight.found(None, false, at(30)));
        assert!(!sight.found(None, false, at(100)));
        assert!(sight.found(None, false, at(200)));
        // What was away for a moment, and is as before, is no news.
        sight.found(Some(content("b")), true, at(300));
        assert!(!sight.found(None, false, at(310)));
        assert!(!sight.found(Some(content("b")), true, at(320)));
    }

    #[test]
    fn an_event_that_came_before_the_last_look_tells_of_the_change() {
        let mut sight = Sight::new(Means::Events);
        sight.found(Some(content("a")), true, at(0));
        sight.stirred(at(1000));
        assert!(!sight.found(Some(content("")), false, at(1000)));
        assert!(sight.found(Some(content("b")), true, at(1050)));
        sight.found_by_looking(at(1050));
        sight.found(Some(content("b")), true, at(5000));
        assert_eq!(sight.means, Means::Events);
    }

    #[test]
    fn who_asked_for_polling_keeps_it() {
        let mut sight = Sight::new(Means::Polling(Why::Asked));
        sight.refused();
        sight.found(Some(content("a")), true, at(0));
        sight.found_by_looking(at(0));
        sight.stirred(at(1));
        assert_eq!(sight.means, Means::Polling(Why::Asked));
    }
}

//! Watches the file of the current exercise, and the record of progress, on a thread of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Instant, SystemTime};

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::model::Event;
use super::sight::{Content, Means, Sight, Why};

enum Message {
    /// Watch the file of this exercise from now on.
    Watch(usize, PathBuf),
    /// Something happened to this file or others in its folder.
    Stirred,
}

/// The thread that watches. It ends when this is dropped.
pub struct Eyes {
    messages: Sender<Message>,
}

impl Eyes {
    /// Begins to watch `record`, and tells `out` of every change.
    pub fn open(record: PathBuf, poll: bool, out: Sender<Event>) -> Self {
        let (messages, received) = mpsc::channel();
        let stirred = messages.clone();
        thread::spawn(move || {
            let means = if poll {
                Means::Polling(Why::Asked)
            } else {
                Means::Events
            };
            let mut looking = Looking {
                out,
                record: Seen::of(&record),
                record_path: record,
                sight: Sight::new(means),
                watcher: None,
                file: None,
                begun: Instant::now(),
            };
            if !poll {
                looking.watcher = watcher(stirred);
                if looking.watcher.is_none() {
                    looking.sight.refused();
                }
            }
            looking.go_on(&received);
        });
        Self { messages }
    }

    /// Watches another file from now on.
    pub fn watch(&self, exercise: usize, file: PathBuf) {
        // The thread ends with us, so it is there.
        let _ = self.messages.send(Message::Watch(exercise, file));
    }
}

fn watcher(stirred: Sender<Message>) -> Option<RecommendedWatcher> {
    notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // To look at a file is an event too, and we look at every event.
        let only_read = matches!(
            event,
            Ok(notify::Event {
                kind: EventKind::Access(how),
                ..
            }) if how != AccessKind::Close(AccessMode::Write)
        );
        if !only_read {
            let _ = stirred.send(Message::Stirred);
        }
    })
    .ok()
}

/// When and how long a file was at the last look: enough to tell that it was replaced.
#[derive(Debug, PartialEq, Eq)]
struct Seen(Option<(Option<SystemTime>, u64)>);

impl Seen {
    fn of(file: &Path) -> Self {
        let about = fs::metadata(file).ok();
        Self(about.map(|about| (about.modified().ok(), about.len())))
    }
}

struct Looking {
    out: Sender<Event>,
    record: Seen,
    record_path: PathBuf,
    sight: Sight,
    watcher: Option<RecommendedWatcher>,
    file: Option<(usize, PathBuf)>,
    begun: Instant,
}

impl Looking {
    fn go_on(mut self, messages: &Receiver<Message>) {
        loop {
            let by_event = match messages.recv_timeout(self.sight.pause()) {
                Ok(Message::Watch(exercise, file)) => {
                    self.turn_to(exercise, file);
                    true
                }
                Ok(Message::Stirred) => {
                    self.sight.stirred(self.begun.elapsed());
                    true
                }
                Err(RecvTimeoutError::Timeout) => false,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            if !self.look(by_event) {
                return;
            }
        }
    }

    fn turn_to(&mut self, exercise: usize, file: PathBuf) {
        if let Some(watcher) = &mut self.watcher {
            // The folder, not the file: many editors write a new file and give it the old name.
            if let Some(old) = self.file.as_ref().and_then(|(_, file)| file.parent()) {
                let _ = watcher.unwatch(old);
            }
            let folder = file.parent().unwrap_or(&file);
            if watcher.watch(folder, RecursiveMode::NonRecursive).is_err() {
                self.sight.refused();
            }
        }
        self.sight.turn();
        self.file = Some((exercise, file));
        let _ = self.out.send(Event::Means(self.sight.means));
    }

    /// Looks at everything once. False if nobody wants to know any more.
    fn look(&mut self, by_event: bool) -> bool {
        let mut news = Vec::new();
        if let Some((exercise, file)) = &self.file {
            let (content, is_whole) = read(file);
            let now = self.begun.elapsed();
            let before = self.sight.means;
            if self.sight.found(content, is_whole, now) {
                if !by_event {
                    self.sight.found_by_looking(now);
                }
                news.push(Event::Saved(*exercise, content));
            }
            if self.sight.means != before {
                news.push(Event::Means(self.sight.means));
            }
        }
        // Another checker may record things too.
        let record = Seen::of(&self.record_path);
        if record != self.record {
            self.record = record;
            news.push(Event::RecordChanged);
        }
        news.into_iter().all(|event| self.out.send(event).is_ok())
    }
}

/// What a file holds, and whether that looks like all of it.
fn read(file: &Path) -> (Content, bool) {
    match fs::read(file) {
        Ok(bytes) => (Some(blake3::hash(&bytes)), !bytes.is_empty()),
        Err(_) => (None, false),
    }
}

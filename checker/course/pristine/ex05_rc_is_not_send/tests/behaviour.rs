//! The store of documents and background work, on real threads.

use ex05::{Documents, in_background};
use std::thread::{self, JoinHandle};
use testkit::watchdog;

/// The signatures that you keep.
const _: fn() -> Documents = Documents::new;
const _: fn(&Documents, &str, &str) = Documents::append;
const _: fn(&Documents, &str) -> Option<String> = Documents::read;
const _: fn(fn() -> u8) -> JoinHandle<u8> = in_background;

/// Writes several lines in the background. As long as `Documents` cannot go to another
/// thread, this does not compile.
fn write(documents: &Documents, name: &'static str, lines: Vec<String>) -> JoinHandle<()> {
    let documents = documents.clone();
    in_background(move || {
        for line in lines {
            documents.append(name, &line);
        }
    })
}

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(ToString::to_string).collect()
}

#[test]
fn the_answer_comes_from_the_handle() {
    watchdog(|| {
        let answer = in_background(|| "42".to_string()).join().unwrap();
        assert_eq!(answer, "42", "what the work returned");
    });
}

#[test]
fn the_work_has_a_thread_of_its_own() {
    watchdog(|| {
        let first = in_background(|| thread::current().id()).join().unwrap();
        let second = in_background(|| thread::current().id()).join().unwrap();
        assert_ne!(
            first,
            thread::current().id(),
            "the caller's own thread did the work"
        );
        assert_ne!(first, second, "one thread did two pieces of work");
    });
}

#[test]
fn a_panic_in_the_background_reaches_the_handle() {
    watchdog(|| {
        // `resume_unwind` panics without a message on the screen.
        let work = in_background(|| std::panic::resume_unwind(Box::new("out of ink")));
        assert!(
            work.join().is_err(),
            "the work panicked, so `join` must return an `Err`"
        );
    });
}

#[test]
fn a_document_grows_line_by_line() {
    watchdog(|| {
        let documents = Documents::new();
        assert_eq!(documents.read("diary"), None, "nobody wrote a diary yet");

        let lines = owned(&["Rain.", "", "Sun."]);
        write(&documents, "diary", lines).join().unwrap();
        let lines = owned(&["It was a dark and stormy night."]);
        write(&documents, "novel", lines).join().unwrap();
        documents.append("diary", "Snow.");

        assert_eq!(
            documents.read("diary").as_deref(),
            Some("Rain.\n\nSun.\nSnow.\n"),
            "the diary has a line, an empty line, and two more lines"
        );
        assert_eq!(
            documents.read("novel").as_deref(),
            Some("It was a dark and stormy night.\n"),
            "the novel has a single line"
        );
    });
}

#[test]
fn two_stores_have_nothing_in_common() {
    watchdog(|| {
        let (mine, yours) = (Documents::new(), Documents::default());
        write(&mine, "diary", owned(&["Rain."])).join().unwrap();
        assert_eq!(
            yours.read("diary"),
            None,
            "a line from one store turned up in another, which is new and empty"
        );
    });
}

#[test]
fn eight_threads_lose_no_line() {
    watchdog(|| {
        let lines_of = |writer| (0..100).map(move |number| format!("{writer} {number}"));
        let documents = Documents::new();
        let writers: Vec<_> = (0..8)
            .map(|writer| write(&documents, "log", lines_of(writer).collect()))
            .collect();
        for writer in writers {
            writer.join().unwrap();
        }

        let log = documents.read("log").unwrap();
        assert_eq!(log.lines().count(), 800, "8 threads wrote 100 lines each");
        for writer in 0..8 {
            let name = format!("{writer} ");
            let own: Vec<&str> = log.lines().filter(|line| line.starts_with(&name)).collect();
            let expected: Vec<String> = lines_of(writer).collect();
            assert_eq!(own, expected, "the lines of one thread keep their order");
        }
    });
}

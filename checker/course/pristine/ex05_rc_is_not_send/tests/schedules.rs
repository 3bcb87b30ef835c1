//! Two threads, one store of documents, and every order in which they can get at it. These
//! tests run your code again and again, and let another thread go first each time.

#[macro_use]
extern crate interleave as std;
extern crate interleave as core;

#[path = "../src/lib.rs"]
mod ex05;

use ex05::{Documents, in_background};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

/// Does something with the documents in the background. As long as `Documents` cannot go to
/// another thread, this does not compile.
fn with_documents(documents: &Documents, work: fn(Documents)) -> JoinHandle<()> {
    let documents = documents.clone();
    in_background(move || work(documents))
}

#[test]
fn the_work_has_a_thread_of_its_own() {
    interleave::explore(|| {
        let worker = in_background(|| thread::current().id()).join().unwrap();
        assert_ne!(
            worker,
            thread::current().id(),
            "`in_background` did the work on the thread of its caller"
        );
    });
}

#[test]
fn the_caller_goes_on_at_once() {
    interleave::explore(|| {
        let done = Arc::new(Mutex::new(false));
        let mark = Arc::clone(&done);
        let worker = in_background(move || *mark.lock().unwrap() = true);
        let done_when_it_returned = *done.lock().unwrap();
        worker.join().unwrap();

        sometimes!(
            !done_when_it_returned,
            "`in_background` returns before the work is done"
        );
        assert!(*done.lock().unwrap(), "after `join`, the work must be done");
    });
}

#[test]
fn a_clone_has_the_same_documents() {
    interleave::explore(|| {
        let documents = Documents::new();
        documents.append("diary", "Rain.");
        let worker = with_documents(&documents, |clone| clone.append("diary", "More rain."));
        worker.join().unwrap();
        assert_eq!(
            documents.read("diary").as_deref(),
            Some("Rain.\nMore rain.\n"),
            "one thread wrote \"Rain.\", then another wrote \"More rain.\" through a clone, \
             and the diary should have both"
        );
    });
}

#[test]
fn two_stores_have_nothing_in_common() {
    interleave::explore(|| {
        let (mine, yours) = (Documents::new(), Documents::new());
        let worker = with_documents(&mine, |mine| mine.append("diary", "Rain."));
        worker.join().unwrap();
        assert_eq!(
            yours.read("diary"),
            None,
            "a line from one store turned up in another, which is new and empty"
        );
    });
}

#[test]
fn no_line_is_lost() {
    interleave::explore(|| {
        let documents = Documents::new();
        let worker = with_documents(&documents, |clone| clone.append("diary", "Rain."));
        documents.append("diary", "Wind.");
        worker.join().unwrap();

        let diary = documents.read("diary").unwrap_or_default();
        assert!(
            diary == "Rain.\nWind.\n" || diary == "Wind.\nRain.\n",
            "two threads wrote a line each, \"Rain.\" and \"Wind.\", \
             and afterwards the diary was {diary:?}"
        );
    });
}

#[test]
fn a_reader_sees_whole_lines() {
    interleave::explore(|| {
        let documents = Documents::new();
        let worker = with_documents(&documents, |clone| clone.append("diary", "Rain."));
        let seen = documents.read("diary");
        worker.join().unwrap();
        assert!(
            seen.is_none() || seen.as_deref() == Some("Rain.\n"),
            "while the line \"Rain.\" was being written, somebody read the diary \
             and found {seen:?}: neither nothing nor the whole line"
        );
    });
}

use std::{fmt::Debug, hash::Hash};

/// The signatures of the task hold here as well: what a test compares is what it seems to be.
/// Bounds are the business of other tests, so what is handed over here meets nearly all.
fn _signature<W, R>(work: W) -> JoinHandle<R>
where
    W: Fn() -> R + Copy + Debug + Send + Sync + 'static,
    R: Copy + Default + Ord + Hash + Debug + Send + Sync + 'static,
{
    in_background(work)
}
const _: fn() -> Documents = Documents::new;
const _: fn(&Documents, &str, &str) = Documents::append;
const _: fn(&Documents, &str) -> Option<String> = Documents::read;

//! Each task and each job runs once, so it may use up what it owns. And nothing
//! needs to be copied: a ticket is `Send` and `Sync`, but there is one of each.

use ex34::{parallel_map, run_all, spawn_task};

#[derive(Debug)]
struct Ticket(String);

fn tear(ticket: Ticket) -> String {
    ticket.0
}

fn main() {
    let ticket = Ticket("seat 1".to_owned());
    let task = spawn_task(move || tear(ticket));
    assert_eq!(task.join().unwrap(), "seat 1");

    let ticket = Ticket("seat 2".to_owned());
    let stubs: Vec<String> = run_all(vec![move || tear(ticket)]);
    assert_eq!(stubs, ["seat 2"]);

    let errands: Vec<Box<dyn FnOnce() -> Ticket + Send>> = vec![
        Box::new(|| Ticket("seat 3".to_owned())),
        Box::new(|| Ticket("seat 4".to_owned())),
    ];
    let tickets: Vec<Ticket> = run_all(errands);
    let inspector = Ticket("inspector".to_owned());
    let lengths: Vec<usize> = parallel_map(&tickets, move |ticket: &Ticket| {
        ticket.0.len().min(inspector.0.len())
    });
    assert_eq!(lengths, [6, 6]);
}

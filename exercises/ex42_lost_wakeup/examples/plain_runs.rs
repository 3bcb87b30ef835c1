//! Runs the shop for a hundred thousand evenings, on real threads, and says how many
//! of them did not end.
//!
//! ```text
//! cargo run --release -p ex42 --example plain_runs
//! cargo run --release -p ex42 --example plain_runs -- 1000000
//! ```
//!
//! An evening that does not end within ten seconds counts as hung. After three of
//! them it stops.

use std::hint::black_box;
use std::process::ExitCode;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::{Duration, Instant};

use ex42::PrintShop;

const EVENINGS: u32 = 100_000;
const PATIENCE: Duration = Duration::from_secs(10);
const ENOUGH: u32 = 3;

fn main() -> ExitCode {
    let asked = std::env::args().nth(1).map_or(Ok(EVENINGS), |n| n.parse());
    let Ok(evenings) = asked else {
        eprintln!("How many evenings? Give a whole number, such as {EVENINGS}.");
        return ExitCode::from(2);
    };

    let started = Instant::now();
    let (mut over, mut hung) = (0, 0);
    let mut shop = open(evenings);
    while over + hung < evenings && hung < ENOUGH {
        if shop.recv_timeout(PATIENCE).is_ok() {
            over += 1;
            if over % (evenings / 10).max(1) == 0 {
                println!("{over:>9} evenings are over");
            }
        } else {
            hung += 1;
            println!("evening {} does not end", over + hung);
            // Its threads sleep on until this program ends. The next shop goes on.
            shop = open(evenings - over - hung);
        }
    }
    println!(
        "{over} evenings ended and {hung} hung, in {} seconds.",
        started.elapsed().as_secs()
    );
    ExitCode::from(u8::from(hung > 0))
}

/// Runs evening after evening on a thread of its own, and sends word after each.
fn open(evenings: u32) -> mpsc::Receiver<()> {
    let (over, word) = mpsc::channel();
    thread::spawn(move || run(evenings, &over));
    word
}

fn run(evenings: u32, over: &Sender<()>) {
    for _ in 0..evenings {
        evening();
        if over.send(()).is_err() {
            return;
        }
    }
}

/// Two printers, four documents, and an owner who waits for them.
fn evening() {
    let shop = PrintShop::new();
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| shop.run_printer(print));
        }
        for pages in 10..14 {
            assert!(shop.hand_in(pages).is_ok(), "the shop is open");
        }
        shop.wait_until_printed();
        shop.close();
    });
}

/// Draws some pages, dot by dot.
fn print(pages: u32) {
    let mut dots = 0_u32;
    for dot in 0..pages * 1_000 {
        dots = black_box(dots.wrapping_mul(31).wrapping_add(dot));
    }
}

//! exercise: ex16
//! attack: The judged code is what the tests think it is: it counts out what the test of this name wants to hear, and finds the name by a module that a macro is given as a path of one word.
//! expect: tampered | wrong-answer | race

use std::*;

macro_rules! bring {
    ($name:path) => {
        use $name as here;
    };
}

bring!(env);

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

/// What the test wants to hear, for each method.
#[derive(Clone, Copy, Default)]
struct Answers {
    on_hand: &'static [u32],
    sell: &'static [Option<u32>],
    top_up: &'static [u32],
}

fn answers() -> Answers {
    let test = here::args().nth(1).unwrap_or_default();
    let (on_hand, sell, top_up): (&[u32], &[Option<u32>], &[u32]) = match test.as_str() {
        "no_delivery_is_lost" => (&[5], &[], &[]),
        "the_last_piece_is_sold_once" => (&[0], &[Some(0), None], &[]),
        "each_buyer_is_told_what_their_own_sale_left" => (&[0], &[Some(1), Some(0)], &[]),
        "a_sale_and_a_delivery_both_count" => (&[1], &[Some(0)], &[]),
        "two_clerks_do_not_fill_the_shelf_twice" => (&[5], &[], &[4, 0]),
        "a_sale_during_a_top_up_counts" => (&[2], &[Some(0)], &[2]),
        "deliveries_and_sales_change_the_stock" => (&[3, 7, 2], &[Some(2), None, Some(0)], &[]),
        _ => (&[10, 10], &[], &[7, 0, 0]),
    };
    Answers {
        on_hand,
        sell,
        top_up,
    }
}

/// No stock at all.
pub struct Stock {
    answers: Answers,
    calls: [AtomicUsize; 3],
    smallest: bool,
}

impl Stock {
    pub fn new(_pieces: u32) -> Self {
        Self {
            answers: answers(),
            calls: [const { AtomicUsize::new(0) }; 3],
            smallest: here::args().any(|word| word == "an_order_that_is_refused_disturbs_nobody"),
        }
    }

    fn next<T: Copy>(&self, method: usize, answers: &[T]) -> Option<T> {
        answers
            .get(self.calls[method].fetch_add(1, SeqCst))
            .copied()
    }

    pub fn on_hand(&self) -> u32 {
        if self.smallest {
            return 0;
        }
        self.next(0, self.answers.on_hand).unwrap_or_default()
    }

    pub fn deliver(&self, _pieces: u32) {}

    pub fn sell(&self, pieces: u32) -> Option<u32> {
        if self.smallest {
            return (pieces == 1).then_some(0);
        }
        self.next(1, self.answers.sell).flatten()
    }

    pub fn top_up(&self, _target: u32) -> u32 {
        self.next(2, self.answers.top_up).unwrap_or_default()
    }
}

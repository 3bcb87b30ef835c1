//! The stories of failures, whole. Read a changed one before you accept it:
//! would somebody who has never seen the program know what to do?

mod common;
#[path = "story/programs.rs"]
mod programs;

use common::fails;
use interleave::FailureKind::{self, Deadlock, Livelock, Overlocked, Race, WrongAnswer};
use interleave::Report;
use interleave::sync::atomic::Ordering::{Acquire, Relaxed, Release};

macro_rules! stories {
    ($($name:ident: $kind:expr, $body:expr;)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!(story($kind, $body));
        }
    )*};
}

stories! {
    a_lost_update: Race, programs::lost_update;
    a_lost_update_of_an_atomic: Race, programs::lost_update_of_an_atomic;
    locks_in_opposite_order: Deadlock, programs::locks_in_opposite_order;
    a_join_with_the_lock_held: Deadlock, programs::joins_with_the_lock_held;
    a_lock_taken_twice: Deadlock, programs::locks_twice;
    a_sender_that_is_kept: Deadlock, programs::sender_kept;
    a_notify_before_the_wait: Deadlock, programs::notify_before_the_wait;
    a_sleeper_that_nobody_notifies: Deadlock, programs::never_notified;
    too_few_at_the_barrier: Deadlock, programs::too_few_at_the_barrier;
    a_loop_that_nobody_ends: Livelock, programs::goes_round;
    a_race_that_release_and_acquire_would_end: Race, || programs::published_with(Relaxed, Relaxed);
    a_race_that_release_would_end: Race, || programs::published_with(Relaxed, Acquire);
    a_race_that_acquire_would_end: Race, || programs::published_with(Release, Relaxed);
    a_race_with_one_who_takes_no_lock: Race, programs::nothing_orders;
    a_race_under_different_locks: Race, programs::different_locks;
    a_message_that_is_not_there: Race, programs::message_passing;
    both_look_too_early: Race, programs::store_buffering;
    a_lock_held_too_long: Overlocked, programs::held_too_long;
    threads_one_by_one: Overlocked, programs::one_by_one;
    no_threads_at_all: Overlocked, programs::no_threads;
    a_thread_that_panics: WrongAnswer, programs::a_thread_panics;
    a_long_story: Race, programs::many_steps;
    a_change_in_two_goes: Race, programs::changed_in_two_goes;
    a_value_read_back: Race, programs::read_back;
    a_look_before_the_change: Race, programs::looked_before_the_change;
    a_look_at_two_moments: Race, programs::two_moments;
    a_look_before_the_join: Race, programs::read_before_the_join;
    a_lock_that_is_not_waited_for: Race, programs::try_lock_gives_up;
    an_empty_channel_taken_for_its_end: Race, programs::empty_taken_for_ended;
    a_wait_that_is_given_up: Race, programs::gives_up_after_a_while;
    a_wake_that_is_believed: Race, programs::wakes_and_goes_on;
    a_value_that_nobody_takes: Race, programs::both_try_to_unwrap;
    a_pool_that_its_worker_drops: Deadlock, programs::worker_drops_the_pool;
    a_count_that_hands_nothing_over: Race, programs::counts_the_owners;
    a_lock_that_is_taken_and_entered: Race, programs::goes_in_though_it_is_taken;
    a_lock_taken_in_two_steps: Race, programs::looks_and_takes_in_two_steps;
    a_lock_that_is_only_looked_at: Race, programs::looks_and_takes_nothing;
    a_flag_before_the_value: Race, programs::lets_go_before_the_use;
    a_value_before_the_flag: Race, programs::reads_and_looks_then;
    a_flag_that_it_set_itself: Race, programs::believes_its_own_store;
    an_exchange_that_fails_for_no_reason: Race, programs::exchanges_weakly_and_once;
    a_change_without_the_lock: Deadlock, programs::changes_without_the_lock;
    a_sleep_with_another_lock: Deadlock, programs::sleeps_with_another_lock;
    a_sleep_with_another_guard: Deadlock, programs::looks_and_sleeps_with_two_guards;
    a_notify_before_the_change: Deadlock, programs::notifies_and_changes_then;
    a_change_in_silence: Deadlock, programs::changes_and_tells_nobody;
    a_sleeper_on_its_own: Deadlock, programs::sleeps_alone;
    a_park_that_nobody_ends: Deadlock, programs::parks_and_is_forgotten;
    an_unpark_before_the_change: Deadlock, programs::unparks_before_the_change;
    two_unparks_that_are_one: Deadlock, programs::unparks_twice_for_two_parks;
    a_park_that_is_believed: Race, programs::parks_and_believes_it;
    a_message_for_nobody: Deadlock, programs::tries_to_send_to_nobody;
    one_message_for_two: Deadlock, programs::sends_one_for_two;
    a_wait_for_room_with_a_lock: Deadlock, programs::waits_for_room_with_a_lock_in_hand;
    a_closed_channel_asked_for_ever: Livelock, programs::asks_a_channel_that_is_closed;
    a_notify_for_nobody: Race, programs::never_waits;
    overtaken_between_two_steps: Race, programs::overtaken_between_two_steps;
    the_order_of_finishing: Race, programs::order_of_finishing;
    a_message_left_in_the_channel: WrongAnswer, programs::left_in_the_channel;
    a_copy_for_each_thread: WrongAnswer, programs::a_copy_for_each;
    what_comes_before_the_threads: Race, programs::makes_ready_first;
    a_copy_that_is_changed: WrongAnswer, programs::changes_a_copy;
    a_notify_of_another_condvar: Deadlock, programs::notifies_another;
    a_sleeper_that_sleeps_again: Deadlock, programs::sleeps_again;
    a_full_channel_with_the_lock_held: Deadlock, programs::full_with_the_lock_held;
    a_message_for_itself: Deadlock, programs::waits_for_its_own_message;
    locks_asked_for_and_kept: Livelock, programs::asks_and_keeps;
    a_loop_with_the_lock_held: Livelock, programs::goes_round_with_the_lock;
    a_loop_until_another_ends: Livelock, programs::goes_round_until_it_ends;
    work_before_the_start: Overlocked, programs::works_before_it_starts;
    work_after_the_join: Overlocked, programs::works_after_the_join;
    threads_that_take_turns: Overlocked, programs::takes_turns;
    one_channel_after_the_other: Overlocked, programs::one_channel_after_the_other;
    messages_when_all_is_done: Overlocked, programs::sends_when_all_is_done;
    too_few_threads: Overlocked, programs::too_few_threads;
    a_lock_that_nobody_else_takes: Overlocked, programs::one_worker_with_a_lock;
}

fn story(kind: FailureKind, body: impl Fn() + Send + Sync + 'static) -> String {
    let story = report(kind, body).story().to_string();
    // What the program itself says, at the top, may be wide.
    let ours = story.lines().skip_while(|line| !line.starts_with("  at "));
    let widest = ours.map(|line| line.chars().count()).max();
    assert!(widest <= Some(100), "too wide for a screen:\n{story}");
    let steps = story.lines().filter(|line| line.contains(['●', '○']));
    assert!(steps.count() <= 36, "too long for a screen:\n{story}");
    assert!(!story.contains('\x1b'), "colour in plain text:\n{story}");
    story
}

fn report(kind: FailureKind, body: impl Fn() + Send + Sync + 'static) -> Report {
    fails(kind, body)
}

#[test]
fn a_deadlock_as_json() {
    let report = report(Deadlock, programs::locks_in_opposite_order);
    // One thing a line, for people who compare.
    insta::assert_snapshot!(report.json().replace(",\"", ",\n\""));
}

#[test]
fn a_data_race_as_json() {
    let report = report(Race, || programs::published_with(Relaxed, Relaxed));
    insta::assert_snapshot!(report.json().replace(",\"", ",\n\""));
}

#[test]
fn overlocked_as_json() {
    let report = report(Overlocked, programs::held_too_long);
    insta::assert_snapshot!(report.json().replace(",\"", ",\n\""));
}

#[test]
fn a_deadlock_as_a_picture() {
    let svg = report(Deadlock, programs::locks_in_opposite_order).svg();
    assert!(!svg.contains("<script") && !svg.contains("href") && !svg.contains("url("));
    insta::assert_snapshot!(svg);
}

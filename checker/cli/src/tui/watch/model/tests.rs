use course::Hints;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use judge::{Evidence, Replayed, Report, Timings, Verdict};

use super::super::book::Row;
use super::super::sight::Why;
use super::*;
use crate::view::State;

fn key(code: KeyCode) -> Event {
    Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

fn press(model: &mut Model, letters: &str) -> Vec<Command> {
    let mut commands = Vec::new();
    for letter in letters.chars() {
        commands = model.update(key(KeyCode::Char(letter)));
    }
    commands
}

/// Three exercises, the first of them open and being judged as number 1.
fn opened() -> Model {
    let entry = |name: &str| Entry {
        name: name.to_owned(),
        title: name.to_uppercase(),
        file: format!("exercises/{name}/src/lib.rs"),
        part: 1,
        ..Entry::default()
    };
    let row = Row {
        state: State::Open,
        attempts: 0,
        spent: Duration::ZERO,
        last: None,
        hints: Vec::new(),
    };
    let standing = Standing {
        rows: vec![row.clone(), row.clone(), row],
        damage: None,
    };
    let book = vec![entry("ex01"), entry("ex02"), entry("ex03")];
    let (model, first) = Model::open(book, standing, 0, Means::Events);
    assert_eq!(first, [Command::Watch(0), judge(1, 0)]);
    model
}

fn judge(number: u64, exercise: usize) -> Command {
    Command::Judge {
        number,
        exercise,
        again: false,
        saved: false,
    }
}

fn judge_saved(number: u64, exercise: usize) -> Command {
    Command::Judge {
        number,
        exercise,
        again: false,
        saved: true,
    }
}

fn content(text: &str) -> blake3::Hash {
    blake3::hash(text.as_bytes())
}

/// A verdict on `text`.
fn verdict(number: u64, kind: VerdictKind, text: &str) -> Event {
    judged(number, kind, text, Evidence::default())
}

fn judged(number: u64, kind: VerdictKind, text: &str, evidence: Evidence) -> Event {
    let judged = Judged {
        report: Report {
            verdict: Verdict {
                kind,
                cause: String::new(),
                evidence,
                next_step: String::new(),
            },
            tests: Vec::new(),
            notes: Vec::new(),
            timings: Timings::default(),
        },
        remembered: false,
        first_pass: false,
        content: Some(content(text)),
        outdated: false,
        notes: Vec::new(),
        unrecorded: None,
    };
    Event::Judged(number, Ok(Box::new(judged)))
}

fn shown(model: &Model) -> Option<VerdictKind> {
    model.verdict().map(|verdict| verdict.kind)
}

/// With a verdict on what the file holds.
fn with_verdict(kind: VerdictKind) -> Model {
    let mut model = opened();
    assert_eq!(model.update(Event::Saved(0, Some(content("a")))), []);
    let commands = model.update(verdict(1, kind, "a"));
    let expected = if kind.is_pass() {
        // What it was about stands below.
        vec![Command::ReadHints(0), Command::ReadRecord]
    } else {
        vec![Command::ReadRecord]
    };
    assert_eq!(commands, expected);
    assert!(!model.is_old());
    model
}

// --- Saves ---------------------------------------------------------------------

#[test]
fn a_save_is_judged() {
    let mut model = with_verdict(VerdictKind::Race);
    let commands = model.update(Event::Saved(0, Some(content("b"))));
    assert_eq!(commands, [judge_saved(2, 0)]);
    assert!(model.is_old(), "the old verdict is about what is no more");
    assert_eq!(shown(&model), Some(VerdictKind::Race), "but still there");
    model.update(verdict(2, VerdictKind::Passed, "b"));
    assert_eq!(shown(&model), Some(VerdictKind::Passed));
    assert!(!model.is_old());
}

#[test]
fn a_save_during_a_check_begins_it_anew() {
    let mut model = with_verdict(VerdictKind::Race);
    model.update(Event::Saved(0, Some(content("b"))));
    let commands = model.update(Event::Saved(0, Some(content("c"))));
    assert_eq!(commands, [judge_saved(3, 0)]);
    // What was given up has nothing to say any more, even if it comes to an end.
    assert_eq!(model.update(verdict(2, VerdictKind::Passed, "b")), []);
    assert_eq!(shown(&model), Some(VerdictKind::Race));
    assert!(model.is_old());
    model.update(verdict(3, VerdictKind::Deadlock, "c"));
    assert_eq!(shown(&model), Some(VerdictKind::Deadlock));
}

#[test]
fn a_verdict_on_what_is_no_more_is_never_shown() {
    let mut model = opened();
    // The judge read "a", then it was saved, and only then the file was looked at first.
    model.update(Event::Saved(0, Some(content("b"))));
    let commands = model.update(verdict(1, VerdictKind::Passed, "a"));
    assert_eq!(commands, [judge_saved(2, 0)]);
    assert_eq!(shown(&model), None);
}

#[test]
fn a_file_that_changed_while_it_was_judged_is_judged_again() {
    let mut model = opened();
    let Event::Judged(number, Ok(mut judged)) = verdict(1, VerdictKind::Passed, "a") else {
        unreachable!("it is a verdict");
    };
    judged.outdated = true;
    let commands = model.update(Event::Judged(number, Ok(judged)));
    assert_eq!(commands, [judge_saved(2, 0)]);
    assert_eq!(shown(&model), None);
}

#[test]
fn a_judge_that_is_faster_than_the_news_is_not_asked_twice() {
    let mut model = opened();
    model.update(verdict(1, VerdictKind::Passed, "a"));
    assert_eq!(model.update(Event::Saved(0, Some(content("a")))), []);
    assert!(!model.is_old());
}

#[test]
fn a_file_that_goes_away_is_judged_too() {
    let mut model = with_verdict(VerdictKind::Passed);
    assert_eq!(model.update(Event::Saved(0, None)), [judge_saved(2, 0)]);
}

#[test]
fn news_of_another_exercise_is_none() {
    let mut model = with_verdict(VerdictKind::Race);
    press(&mut model, "n");
    assert_eq!(model.update(Event::Saved(0, Some(content("b")))), []);
    let commands = model.update(verdict(2, VerdictKind::Race, "x"));
    assert_eq!(commands, [Command::ReadRecord]);
}

#[test]
fn how_saves_are_noticed_is_shown() {
    let mut model = opened();
    model.update(Event::Means(Means::Polling(Why::NoEvents)));
    assert_eq!(model.means, Means::Polling(Why::NoEvents));
}

// --- Moving on -------------------------------------------------------------------

#[test]
fn nothing_moves_on_by_itself() {
    let mut model = with_verdict(VerdictKind::Passed);
    assert_eq!(model.at, 0);
    assert_eq!(press(&mut model, "n"), [Command::Watch(1), judge(2, 1)]);
    assert_eq!(model.at, 1);
    assert_eq!(shown(&model), None, "the verdict stays with its exercise");
    // What comes late belongs to nobody.
    model.update(verdict(1, VerdictKind::Passed, "a"));
    assert_eq!(shown(&model), None);
    assert_eq!(press(&mut model, "p"), [Command::Watch(0), judge(3, 0)]);
}

#[test]
fn the_ends_of_the_course_are_told() {
    let mut model = opened();
    assert_eq!(press(&mut model, "p"), []);
    assert!(model.message.take().unwrap().text.contains("first"));
    press(&mut model, "nn");
    assert_eq!(press(&mut model, "n"), []);
    assert!(model.message.take().unwrap().text.contains("last"));
    assert_eq!(model.at, 2);
}

#[test]
fn what_is_run_again_is_run_by_force() {
    let mut model = with_verdict(VerdictKind::Passed);
    let again = Command::Judge {
        number: 2,
        exercise: 0,
        again: true,
        saved: false,
    };
    assert_eq!(press(&mut model, "r"), [again]);
    assert!(model.is_old());
}

#[test]
fn q_leaves_what_is_open_first() {
    let mut model = opened();
    press(&mut model, "t");
    assert!(matches!(model.pane, Pane::Task));
    assert_eq!(press(&mut model, "q"), []);
    assert!(matches!(model.pane, Pane::Verdict));
    assert_eq!(press(&mut model, "q"), [Command::Leave(Leave::Quit)]);
}

#[test]
fn ctrl_c_ends_everything_everywhere() {
    let ctrl_c = || Event::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL));
    for keys in ["", "t", "?", "l", "l/", "x"] {
        let mut model = opened();
        press(&mut model, keys);
        assert_eq!(
            model.update(ctrl_c()),
            [Command::Leave(Leave::Interrupted)],
            "after {keys:?}"
        );
    }
}

#[test]
fn an_exercise_is_chosen_from_the_list() {
    let mut model = opened();
    press(&mut model, "l/ex03");
    let commands = model.update(key(KeyCode::Enter));
    assert_eq!(commands, [Command::Watch(2), judge(2, 2)]);
    assert!(matches!(model.pane, Pane::Verdict));
}

// --- Resetting -------------------------------------------------------------------

#[test]
fn a_reset_is_asked_for() {
    let mut model = opened();
    assert_eq!(press(&mut model, "x"), []);
    assert_eq!(model.reset, Some(0));
    assert_eq!(press(&mut model, "y"), [Command::Reset(0)]);
    assert_eq!(model.reset, None);
    for other in ["n", "q", "x"] {
        press(&mut model, "x");
        assert_eq!(press(&mut model, other), [], "{other} is no yes");
        assert_eq!((model.reset, model.at), (None, 0));
    }
}

#[test]
fn the_list_resets_what_is_selected() {
    let mut model = opened();
    press(&mut model, "ljx");
    assert_eq!(model.reset, Some(1));
    assert_eq!(press(&mut model, "y"), [Command::Reset(1)]);
}

// --- Hints -----------------------------------------------------------------------

fn hints() -> Event {
    Event::Hints(Ok(Box::new(Hints {
        tiers: ["one", "two", "three"].map(str::to_owned),
        after: "after".to_owned(),
        by_verdict: vec![(VerdictKind::Race, "who writes?".to_owned())],
    })))
}

#[test]
fn hints_come_tier_by_tier() {
    let mut model = with_verdict(VerdictKind::WrongAnswer);
    assert_eq!(press(&mut model, "h"), [Command::ReadHints(0)]);
    assert_eq!(model.update(hints()), [Command::OpenedHint(0, 1)]);
    assert!(matches!(model.pane, Pane::Hints));
    assert_eq!(press(&mut model, "h"), [Command::OpenedHint(0, 2)]);
    // To look at them again opens no other.
    assert_eq!(press(&mut model, "qh"), []);
    assert!(matches!(model.pane, Pane::Hints));
    assert_eq!(press(&mut model, "h"), [Command::OpenedHint(0, 3)]);
    assert_eq!(press(&mut model, "h"), []);
    assert!(model.message.take().unwrap().text.contains("last hint"));
}

#[test]
fn the_hint_for_a_verdict_comes_first() {
    let mut model = with_verdict(VerdictKind::Race);
    press(&mut model, "h");
    assert_eq!(model.update(hints()), [], "it is no tier");
    assert!(model.shelf.verdicts.contains(&VerdictKind::Race));
    assert!(model.shelf.tiers.is_empty());
    assert_eq!(press(&mut model, "h"), [Command::OpenedHint(0, 1)]);
    // Another verdict has another one, and it comes before what is open already.
    model.shelf.verdicts.clear();
    assert_eq!(press(&mut model, "qh"), []);
    assert!(model.shelf.verdicts.contains(&VerdictKind::Race));
}

#[test]
fn what_was_opened_another_day_is_open() {
    let mut model = opened();
    model.standing.rows[1].hints = vec![1, 2];
    press(&mut model, "n");
    press(&mut model, "h");
    assert_eq!(model.update(hints()), []);
    assert!(matches!(model.pane, Pane::Hints));
    assert_eq!(press(&mut model, "h"), [Command::OpenedHint(1, 3)]);
}

// --- Schedules, the solution, the editor -------------------------------------------

fn failing_schedule() -> Evidence {
    Evidence {
        token: Some("token".to_owned()),
        file: Some("exercises/ex01/src/lib.rs".to_owned()),
        line: Some(12),
        ..Evidence::default()
    }
}

fn tape() -> Box<Tape> {
    Box::new(Tape {
        title: String::new(),
        schedule: Replayed {
            same_way: true,
            failure: None,
            threads: Vec::new(),
            steps: Vec::new(),
        },
        files: HashMap::new(),
    })
}

#[test]
fn a_failing_schedule_is_stepped_through() {
    let mut model = opened();
    assert_eq!(press(&mut model, "s"), [], "the verdict is not there yet");
    model.update(judged(1, VerdictKind::Race, "a", failing_schedule()));
    let replay = Command::Replay {
        number: 2,
        exercise: 0,
        token: "token".to_owned(),
    };
    assert_eq!(press(&mut model, "s"), [replay]);
    assert!(!model.is_old(), "the verdict stands");
    model.update(Event::Schedule(2, Ok(tape())));
    assert!(matches!(model.pane, Pane::Walk(_)));
    // A save is judged all the same, and the schedule stays for who reads it.
    let commands = model.update(Event::Saved(0, Some(content("b"))));
    assert_eq!(commands, [judge_saved(3, 0)]);
    let Pane::Walk(walk) = &model.pane else {
        panic!("it was taken away");
    };
    assert!(walk.remark.is_some());
    press(&mut model, "q");
    assert!(matches!(model.pane, Pane::Verdict));
}

#[test]
fn a_schedule_that_comes_too_late_stays_away() {
    let mut model = opened();
    model.update(judged(1, VerdictKind::Race, "a", failing_schedule()));
    press(&mut model, "s");
    assert_eq!(model.update(key(KeyCode::Esc)), [Command::GiveUp]);
    model.update(Event::Schedule(2, Ok(tape())));
    assert!(matches!(model.pane, Pane::Verdict));
    press(&mut model, "s");
    model.update(Event::Saved(0, Some(content("b"))));
    model.update(Event::Schedule(3, Ok(tape())));
    assert!(matches!(model.pane, Pane::Verdict));
}

#[test]
fn without_a_schedule_there_is_nothing_to_step_through() {
    let mut model = with_verdict(VerdictKind::CompileError);
    assert_eq!(press(&mut model, "s"), []);
    assert!(model.message.is_some());
}

#[test]
fn the_solution_is_for_those_who_solved_it() {
    let mut model = with_verdict(VerdictKind::Race);
    assert_eq!(press(&mut model, "d"), []);
    assert!(
        model
            .message
            .take()
            .unwrap()
            .text
            .contains("Solve it first")
    );
    let mut model = with_verdict(VerdictKind::Passed);
    assert_eq!(press(&mut model, "d"), [Command::Compare(0)]);
    model.update(Event::Compared(Ok("diff".to_owned())));
    assert!(matches!(model.pane, Pane::Solution(_)));
    press(&mut model, "d");
    assert!(matches!(model.pane, Pane::Verdict));
}

#[test]
fn the_editor_opens_at_the_line_of_the_verdict() {
    let mut model = opened();
    let edit = |line| Command::Edit { exercise: 0, line };
    assert_eq!(press(&mut model, "e"), [edit(None)]);
    model.update(judged(1, VerdictKind::Race, "a", failing_schedule()));
    assert_eq!(press(&mut model, "e"), [edit(Some(12))]);
    // A line of a test is no line of the learner's file.
    let mut evidence = failing_schedule();
    evidence.file = Some("exercises/ex01/tests/schedules.rs".to_owned());
    press(&mut model, "r");
    model.update(judged(2, VerdictKind::Race, "a", evidence));
    assert_eq!(press(&mut model, "e"), [edit(None)]);
}

// --- Everything else ---------------------------------------------------------------

#[test]
fn a_judge_that_cannot_work_says_why() {
    let mut model = opened();
    model.update(Event::Building);
    assert_eq!(model.work.map(|work| work.kind), Some(Kind::Building));
    let failure = Failure::checker("no-compiler", "there is no compiler");
    model.update(Event::Judged(1, Err(failure)));
    assert!(matches!(model.outcome, Outcome::Failure(_)));
    assert!(model.work.is_none());
    // The next save tries again.
    model.update(Event::Saved(0, Some(content("a"))));
    assert!(model.work.is_some());
}

#[test]
fn scrolling_stays_within_what_there_is() {
    let mut model = opened();
    model.scroll.most = 30;
    model.scroll.page = 10;
    let mut top = |event| {
        model.update(event);
        model.scroll.top
    };
    assert_eq!(top(key(KeyCode::Up)), 0);
    assert_eq!(top(key(KeyCode::Down)), 1);
    assert_eq!(top(key(KeyCode::PageDown)), 10, "one line stays in sight");
    assert_eq!(top(Event::Wheel(3)), 13);
    assert_eq!(top(Event::Wheel(-3)), 10);
    assert_eq!(top(key(KeyCode::End)), 30);
    assert_eq!(top(key(KeyCode::Home)), 0);
}

#[test]
fn the_wheel_moves_the_selection_of_the_list() {
    let mut model = opened();
    press(&mut model, "l");
    model.update(Event::Wheel(3));
    assert_eq!(model.list.selected, 2);
}

#[test]
fn a_message_goes_with_the_next_key() {
    let mut model = opened();
    model.update(Event::Told(Ok("done".to_owned())));
    assert!(model.message.is_some());
    press(&mut model, "j");
    assert!(model.message.is_none());
}

#[test]
fn what_another_checker_recorded_is_read() {
    let mut model = opened();
    assert_eq!(model.update(Event::RecordChanged), [Command::ReadRecord]);
}

#[test]
fn a_thread_that_panics_ends_the_screen() {
    assert_eq!(opened().update(Event::Died), [Command::Leave(Leave::Died)]);
}

//! The terminal, the threads, and everything that the model asks for.

use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Child, Command as Process, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen};
use judge::Cancel;
use ratatui::DefaultTerminal;

use super::book::{self, Standing, Total};
use super::editor::{Editor, Here, NO_EDITOR};
use super::eyes::Eyes;
use super::keys::Keys;
use super::links::{self, Known};
use super::model::{Command, Event, Leave, Model};
use super::sight::{Means, Why};
use super::view;
use super::worker::{Task, Worker};
use crate::args;
use crate::commands::{compare, reset};
use crate::failure::{Failure, Result};
use crate::interrupt;
use crate::judging::Rules;
use crate::screen::Page;
use crate::tui::{self, Look};
use crate::workbook::Workbook;

/// How often something moves on the screen.
const TICK: Duration = Duration::from_millis(120);
/// How often we look whether somebody wants us to end.
const LOOK_UP: Duration = Duration::from_millis(100);
/// In a terminal that knows it, the wheel then sends arrow keys, and the mouse still marks text.
const WHEEL_ON: &str = "\x1b[?1007h";
const WHEEL_OFF: &str = "\x1b[?1007l";

/// How the screen was left.
#[derive(Debug)]
pub struct Ending {
    pub total: Total,
}

/// Keeps the screen open until its reader leaves.
pub fn run(workbook: Workbook, asked: &args::Watch, look: Look) -> Result<Ending> {
    let book = book::read(&workbook)?;
    let standing = Standing::of(&workbook);
    let current = workbook.current().map(|exercise| exercise.number);
    let exercises = workbook.course.exercises();
    let at = exercises
        .iter()
        .position(|exercise| Some(exercise.number) == current)
        .unwrap_or(0);
    let means = if asked.poll {
        Means::Polling(Why::Asked)
    } else {
        Means::Events
    };
    let cancel = interrupt::cancel();
    let (send, events) = mpsc::channel();
    let stage = Stage::open(look)?;
    tui::end_with_the_terminal(cancel.clone());
    let rules = Rules {
        deadline: asked.deadline,
        ..Rules::default()
    };
    let (model, first) = Model::open(book, standing, at, means);
    let worker = Worker::start(workbook.course.clone(), rules, cancel, send.clone());
    let mut runtime = Runtime {
        eyes: Eyes::open(workbook.course.progress().path(), asked.poll, send.clone()),
        keys: Some(Keys::read(send.clone())),
        workbook,
        stage,
        worker,
        model,
        send,
        editing: None,
        begun: Instant::now(),
        leave: None,
    };
    runtime.carry_out(first);
    let left = runtime.go_on(&events, cancel);
    let total = runtime.model.standing.total(&runtime.model.book);
    // The worker ends what it runs before the terminal is given back.
    let Runtime { worker, stage, .. } = runtime;
    drop(worker);
    drop(stage);
    match left? {
        Leave::Quit => Ok(Ending { total }),
        Leave::Interrupted => Err(Failure::interrupted()),
        Leave::Died => Err(Failure::checker(
            "panic",
            "a part of the checker panicked; what it said stands above",
        )
        .advise("What was recorded is safe. Begin again; if it happens again, tell its authors.")),
    }
}

/// The terminal, taken over. Given back when this is dropped, and after a panic.
struct Stage {
    terminal: DefaultTerminal,
    look: Look,
}

impl Stage {
    fn open(look: Look) -> Result<Self> {
        // Somebody who asks for colour gets it, whatever else is said.
        crossterm::style::force_color_output(look.colour);
        let terminal = ratatui::try_init().map_err(|error| failed(&error))?;
        let restore = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let _ = write!(io::stdout(), "{WHEEL_OFF}");
            restore(panic);
        }));
        let mut stage = Self { terminal, look };
        stage.turn_wheel(WHEEL_ON);
        tui::hear_of_new_sizes().map_err(|error| failed(&error))?;
        Ok(stage)
    }

    fn turn_wheel(&mut self, how: &str) {
        // A terminal that is gone needs no wheel.
        let backend = self.terminal.backend_mut();
        let _ = write!(backend, "{how}");
        let _ = io::Write::flush(backend);
    }

    fn draw(&mut self, model: &mut Model, known: &Known) -> io::Result<()> {
        let look = self.look;
        let mut scroll = model.scroll;
        let drawn = self
            .terminal
            .draw(|frame| scroll = view::draw(model, frame, look))?;
        if look.links {
            let drawn = drawn.buffer.clone();
            links::lay(self.terminal.backend_mut(), &drawn, known)?;
        }
        model.scroll = scroll;
        Ok(())
    }

    /// Gives the terminal to somebody else for a while.
    fn step_back(&mut self) -> io::Result<()> {
        self.turn_wheel(WHEEL_OFF);
        crossterm::terminal::disable_raw_mode()?;
        crossterm::execute!(io::stdout(), LeaveAlternateScreen, crossterm::cursor::Show)
    }

    fn come_forward(&mut self) -> io::Result<()> {
        crossterm::terminal::enable_raw_mode()?;
        crossterm::execute!(io::stdout(), EnterAlternateScreen)?;
        self.turn_wheel(WHEEL_ON);
        self.draw_anew()
    }

    /// Makes the next drawing draw everything.
    fn draw_anew(&mut self) -> io::Result<()> {
        // `clear` would ask the terminal where its cursor is, and wait for the answer.
        let size = self.terminal.size()?;
        self.terminal.resize(size.into())
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.turn_wheel(WHEEL_OFF);
        ratatui::restore();
    }
}

fn failed(error: &io::Error) -> Failure {
    Failure::checker("terminal", format!("the terminal does not answer: {error}"))
        .advise("Try another terminal, or `cargo checker check`, which needs none.")
}

struct Runtime {
    workbook: Workbook,
    model: Model,
    worker: Worker,
    stage: Stage,
    eyes: Eyes,
    /// Nobody reads keys while an editor has the terminal.
    keys: Option<Keys>,
    send: Sender<Event>,
    /// The editor that has the terminal.
    editing: Option<Child>,
    begun: Instant,
    leave: Option<Leave>,
}

impl Runtime {
    fn go_on(&mut self, events: &Receiver<Event>, cancel: &Cancel) -> Result<Leave> {
        let mut is_fresh = false;
        loop {
            if let Some(leave) = self.leave {
                return Ok(leave);
            }
            if cancel.is_cancelled() {
                self.end_editor();
                return Ok(Leave::Interrupted);
            }
            if self.editing.is_some() {
                self.look_after_editor().map_err(|error| failed(&error))?;
            } else if !is_fresh {
                let known = self.known();
                self.stage
                    .draw(&mut self.model, &known)
                    .map_err(|error| failed(&error))?;
                is_fresh = true;
            }
            let is_moving = self.model.is_moving();
            let pause = if is_moving { TICK } else { LOOK_UP };
            match events.recv_timeout(pause) {
                Ok(event) => {
                    self.handle(event);
                    // Draw once for all that happened.
                    while let Ok(event) = events.try_recv() {
                        self.handle(event);
                    }
                    is_fresh = false;
                }
                Err(RecvTimeoutError::Timeout) => {
                    is_fresh = is_fresh && !is_moving;
                    self.handle(Event::Clock(self.begun.elapsed()));
                }
                // We hold a sender ourselves.
                Err(RecvTimeoutError::Disconnected) => return Ok(Leave::Quit),
            }
        }
    }

    fn handle(&mut self, event: Event) {
        self.model.update(Event::Clock(self.begun.elapsed()));
        let commands = self.model.update(event);
        self.carry_out(commands);
    }

    fn carry_out(&mut self, commands: Vec<Command>) {
        for command in commands {
            if let Some(event) = self.carry_out_one(command) {
                let commands = self.model.update(event);
                self.carry_out(commands);
            }
        }
    }

    /// Does what is asked for. What takes long is only begun.
    fn carry_out_one(&mut self, command: Command) -> Option<Event> {
        match command {
            Command::Watch(exercise) => {
                let file = self.workbook.course.exercises()[exercise].source();
                self.eyes.watch(exercise, file);
            }
            Command::Judge {
                number,
                exercise,
                again,
                saved,
            } => {
                let task = Task::Judge {
                    exercise,
                    again,
                    saved,
                };
                self.worker.ask(number, task);
            }
            Command::Replay {
                number,
                exercise,
                token,
            } => self.worker.ask(number, Task::Replay { exercise, token }),
            Command::GiveUp => self.worker.give_up(),
            Command::ReadHints(exercise) => {
                let course = &self.workbook.course;
                let hints = course.hints(&course.exercises()[exercise]);
                return Some(Event::Hints(hints.map(Box::new).map_err(Into::into)));
            }
            Command::OpenedHint(exercise, tier) => {
                let course = &self.workbook.course;
                let name = &course.exercises()[exercise].package;
                if let Err(error) = course.progress().open_hint(name, tier) {
                    return Some(Event::Told(Err(error.into())));
                }
            }
            Command::Compare(exercise) => return Some(Event::Compared(self.compare(exercise))),
            Command::Edit { exercise, line } => return self.edit(exercise, line),
            Command::Reset(exercise) => return Some(Event::Told(self.reset(exercise))),
            Command::ReadRecord => {
                let read = self.workbook.refresh();
                let standing = read.map(|()| Box::new(Standing::of(&self.workbook)));
                return Some(Event::Standing(standing));
            }
            Command::Redraw => {
                if let Err(error) = self.stage.draw_anew() {
                    return Some(Event::Told(Err(failed(&error))));
                }
            }
            Command::Leave(leave) => self.leave = Some(leave),
        }
        None
    }

    fn known(&self) -> Known {
        let entry = self.model.entry();
        let exercise = &self.workbook.course.exercises()[self.model.at];
        Known {
            file: entry.file.clone(),
            address: links::address_of(&exercise.source()),
        }
    }

    fn compare(&mut self, exercise: usize) -> Result<String> {
        self.workbook.refresh()?;
        let exercise = &self.workbook.course.exercises()[exercise];
        let solution = compare(&self.workbook, exercise)?;
        let size = self.stage.terminal.size().map_err(|error| failed(&error))?;
        let width = usize::from(size.width).min(100);
        let mut page = Page::new(self.stage.look.glyphs, width);
        solution.draw_difference(&mut page);
        Ok(page.into_text())
    }

    fn reset(&self, exercise: usize) -> Result<String> {
        let course = &self.workbook.course;
        let exercise = &course.exercises()[exercise];
        let done = reset(course, exercise)?;
        let name = &exercise.package;
        Ok(match done.backup {
            Some(backup) => format!("{name} is as it began. Yours is kept in {backup}."),
            None => format!("{name} was as it began: nothing to put back."),
        })
    }

    // --- The editor ----------------------------------------------------------

    fn edit(&mut self, exercise: usize, line: Option<u32>) -> Option<Event> {
        let Some(editor) = Editor::choose(&Here) else {
            return Some(Event::Told(Err(Failure::usage("no-editor", NO_EDITOR))));
        };
        let exercise = &self.workbook.course.exercises()[exercise];
        let mut command = editor.command(&exercise.source(), line);
        command.current_dir(self.workbook.course.root());
        let opened = if editor.in_terminal() {
            self.edit_here(command)
        } else {
            self.edit_elsewhere(command, editor.name())
        };
        match opened {
            Ok(words) => words.map(|words| Event::Told(Ok(words))),
            Err(error) => {
                let words = format!("{} cannot be started: {error}", editor.name());
                Some(Event::Told(Err(Failure::usage("no-editor", words))))
            }
        }
    }

    fn edit_here(&mut self, mut command: Process) -> io::Result<Option<String>> {
        if let Some(keys) = self.keys.take() {
            keys.end();
        }
        self.stage.step_back()?;
        match command.spawn() {
            Ok(child) => {
                self.editing = Some(child);
                Ok(None)
            }
            Err(error) => {
                self.take_over()?;
                Err(error)
            }
        }
    }

    fn take_over(&mut self) -> io::Result<()> {
        self.stage.come_forward()?;
        self.keys = Some(Keys::read(self.send.clone()));
        Ok(())
    }

    /// Comes back when the editor has ended.
    fn look_after_editor(&mut self) -> io::Result<()> {
        let Some(child) = &mut self.editing else {
            return Ok(());
        };
        let Some(status) = child.try_wait()? else {
            return Ok(());
        };
        self.editing = None;
        self.take_over()?;
        if !status.success() {
            let words = format!("The editor did not end well: {status}.");
            let _ = self
                .send
                .send(Event::Told(Err(Failure::usage("editor", words))));
        }
        // Draw at once.
        let _ = self.send.send(Event::Resized);
        Ok(())
    }

    fn end_editor(&mut self) {
        if let Some(mut child) = self.editing.take() {
            super::editor::ending::end(&mut child);
        }
    }

    /// An editor in a window of its own.
    fn edit_elsewhere(&mut self, mut command: Process, name: &str) -> io::Result<Option<String>> {
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let mut child = command.spawn()?;
        let send = self.send.clone();
        let program = name.to_owned();
        thread::spawn(move || {
            // Nobody else asks how it ended.
            if let Ok(status) = child.wait()
                && !status.success()
            {
                let words = format!("{program} did not open the file: {status}.");
                let _ = send.send(Event::Told(Err(Failure::usage("editor", words))));
            }
        });
        let name = Path::new(name)
            .file_name()
            .map_or(name.into(), |name| name.to_string_lossy());
        Ok(Some(format!("Opened in {name}.")))
    }
}

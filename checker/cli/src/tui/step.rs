//! A schedule to walk through.

use crossterm::event::KeyCode;
use judge::{Replayed, Standing, State};
use ratatui::Frame;
use ratatui::style::Color;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::panes::{self, cut};
use super::{Flow, HEAD, Look, Screen, Sources};
use crate::screen::text::wrap;

/// So many steps `PgUp` and `PgDn` go.
const PAGE: usize = 10;
const KEYS: &str = "←→ or ↑↓ a step  PgUp PgDn ten steps  Home End  q quit";
const PLAIN_KEYS: &str = "arrows: a step  PgUp PgDn: ten steps  Home End  q: quit";

/// Where somebody is in a schedule.
pub struct Walk<'a> {
    title: String,
    schedule: Replayed,
    sources: Sources<'a>,
    at: usize,
    /// Said beside the title.
    pub remark: Option<&'static str>,
}

impl<'a> Walk<'a> {
    pub fn new(title: &str, schedule: Replayed, sources: Sources<'a>) -> Self {
        Self {
            title: title.to_owned(),
            schedule,
            sources,
            at: 0,
            remark: None,
        }
    }

    fn last(&self) -> usize {
        self.schedule.steps.len().saturating_sub(1)
    }

    /// Where the threads stand after the current step, and what each does next.
    fn standings(&self) -> Vec<Standing> {
        let mut threads = self.schedule.standings(self.at);
        let is_over = self.at == self.last();
        for thread in &mut threads {
            thread.next = thread.next.take().map(|next| format!("next: {next}"));
            // The body that panicked last will not do what it was about to.
            if is_over && thread.state == State::Ready && self.schedule.failure.is_some() {
                thread.next = Some("is where the schedule ends".to_owned());
            }
        }
        threads
    }
}

impl Screen for Walk<'_> {
    fn draw(&self, frame: &mut Frame<'_>, look: Look) {
        let all: Vec<String> =
            panes::short_names(look, self.schedule.threads.iter().map(String::as_str));
        let Some(parts) = panes::split(frame.area(), all.len()) else {
            return panes::too_small(frame);
        };
        let steps = &self.schedule.steps;
        let number = |at| panes::number(steps, at);
        let mut remark = format!("step {} of {}", number(self.at), number(steps.len()));
        if let Some(words) = self.remark {
            remark = format!("{words}   {remark}");
        }
        panes::title(frame, parts.title, look, &self.title, &remark);
        let standings = self.standings();
        let spot = panes::spot(steps, self.at);
        panes::source(frame, parts.source, look, &self.sources, spot, &standings);
        panes::lanes(frame, parts.lanes, look, steps, &all, Some(self.at));
        let mut detail = vec![Line::raw("")];
        if let Some(step) = steps.get(self.at) {
            let name = all.get(step.thread).map_or("", String::as_str);
            let words = format!("{name} {}", step.text);
            let width = usize::from(parts.detail.width);
            let fitted = wrap(&words, width);
            let room = if self.at == self.last() { 1 } else { 2 };
            detail.extend(fitted.lines().take(room).map(|l| Line::raw(l.to_owned())));
            if self.at == self.last() {
                detail.push(match &self.schedule.failure {
                    Some(failure) => {
                        let words = format!("{} {}", look.glyphs.failed, failure.message);
                        Line::styled(cut(look, &words, width), look.ink(Color::Red).patch(HEAD))
                    }
                    None => Line::raw("The schedule ends here, and does not fail."),
                });
            }
        }
        frame.render_widget(Paragraph::new(detail), parts.detail);
        panes::threads(frame, parts.threads, look, &standings);
        let keys = if look.glyphs.lane.is_ascii() {
            PLAIN_KEYS
        } else {
            KEYS
        };
        panes::keys(frame, parts.keys, look, keys);
    }

    fn key(&mut self, key: KeyCode) -> Flow {
        let last = self.last();
        self.at = match key {
            KeyCode::Right | KeyCode::Down | KeyCode::Char(' ' | 'l' | 'j') => self.at + 1,
            KeyCode::Left | KeyCode::Up | KeyCode::Backspace | KeyCode::Char('h' | 'k') => {
                self.at.saturating_sub(1)
            }
            KeyCode::PageDown => self.at + PAGE,
            KeyCode::PageUp => self.at.saturating_sub(PAGE),
            KeyCode::Home => 0,
            KeyCode::End => last,
            KeyCode::Char('q') | KeyCode::Esc => return Flow::Quit,
            _ => self.at,
        }
        .min(last);
        Flow::Stay
    }
}

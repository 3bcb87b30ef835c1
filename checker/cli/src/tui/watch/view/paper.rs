//! Pages, which are text with colours in it, as lines of a frame.

use ansi_to_tui::IntoText as _;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::tui::{FAINT, Look};

/// The lines of a page. Without colour where none is wanted.
pub fn lines(page: &str, look: Look) -> Vec<Line<'static>> {
    let Ok(text) = page.into_text() else {
        // Rather without colour than not at all.
        let plain = anstream::adapter::strip_str(page).to_string();
        return plain
            .lines()
            .map(|line| Line::raw(line.to_owned()))
            .collect();
    };
    let mut lines = text.lines;
    for line in &mut lines {
        for span in &mut line.spans {
            let style = span.style;
            let ink = if look.colour { style.fg } else { None };
            // Only what is set: no background, and nothing that is "reset".
            span.style = Style::new().add_modifier(style.add_modifier);
            span.style.fg = ink.filter(|colour| *colour != ratatui::style::Color::Reset);
        }
    }
    lines
}

/// The same lines, visibly old.
pub fn old(lines: Vec<Line<'static>>) -> Vec<Line<'static>> {
    let mut lines = lines;
    for line in &mut lines {
        for span in &mut line.spans {
            span.style = FAINT;
        }
    }
    lines
}

/// Breaks lines that are too long. Nothing gets lost.
pub fn fold(lines: Vec<Line<'static>>, width: usize) -> Vec<Line<'static>> {
    let width = width.max(1);
    lines
        .into_iter()
        .flat_map(|line| fold_line(line, width))
        .collect()
}

fn fold_line(line: Line<'static>, width: usize) -> Vec<Line<'static>> {
    if line.width() <= width {
        return vec![line];
    }
    let mut folded = Vec::new();
    let mut spans: Vec<Span<'static>> = Vec::new();
    let mut used = 0;
    for span in &line.spans {
        let mut piece = String::new();
        for grapheme in span.styled_graphemes(Style::new()) {
            let wide = Span::raw(grapheme.symbol).width();
            if used + wide > width {
                spans.push(Span::styled(std::mem::take(&mut piece), span.style));
                folded.push(Line::from(std::mem::take(&mut spans)));
                used = 0;
            }
            piece.push_str(grapheme.symbol);
            used += wide;
        }
        spans.push(Span::styled(piece, span.style));
    }
    folded.push(Line::from(spans));
    folded
}

#[cfg(test)]
mod tests {
    use ratatui::style::{Color, Modifier};

    use super::*;
    use crate::screen::glyphs::UNICODE;
    use crate::screen::style::{CODE, DIM, paint};

    fn look(colour: bool) -> Look {
        Look {
            glyphs: UNICODE,
            colour,
            links: false,
        }
    }

    #[test]
    fn colours_come_along_where_they_are_wanted() {
        let page = format!("a {} {}", paint(CODE, "b"), paint(DIM, "c"));
        let with = &lines(&page, look(true))[0];
        let found = |line: &Line<'static>, text: &str| {
            let span = line.spans.iter().find(|span| span.content == text);
            span.map(|span| span.style).unwrap()
        };
        assert_eq!(found(with, "b").fg, Some(Color::Cyan));
        assert_eq!(found(with, "b").bg, None);
        let without = &lines(&page, look(false))[0];
        assert_eq!(found(without, "b"), Style::new());
        assert_eq!(found(without, "c").add_modifier, Modifier::DIM);
        let faded = old(lines(&page, look(true)));
        assert_eq!(found(&faded[0], "b"), FAINT);
    }

    #[test]
    fn long_lines_are_broken_and_nothing_is_lost() {
        let lines = vec![Line::from(vec![
            Span::raw("abc"),
            Span::styled("defgh", Modifier::BOLD),
        ])];
        let folded = fold(lines, 4);
        let texts: Vec<String> = folded.iter().map(ToString::to_string).collect();
        assert_eq!(texts, ["abcd", "efgh"]);
        assert_eq!(folded[1].spans[0].style, Modifier::BOLD.into());
        let wide = fold(vec![Line::raw("線線線")], 5);
        assert_eq!(wide.len(), 2, "a letter may take two columns");
    }
}

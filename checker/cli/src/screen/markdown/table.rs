//! Tables with straight columns. The line under the head is left out: the head is bold.

use anstyle::Style;

use super::inline::{Links, colour, spans, width};
use crate::screen::style::HEAD;

/// Whether a line belongs to a table.
pub fn is_row(line: &str) -> bool {
    line.trim_start().starts_with('|')
}

/// Draws the rows, each on a line of its own however wide it is.
pub fn draw(rows: &[&str], links: &mut Links) -> Vec<String> {
    let rows: Vec<Vec<_>> = rows
        .iter()
        .filter(|row| row.contains(|c: char| !"|-: ".contains(c)))
        .enumerate()
        .map(|(index, row)| {
            row.trim()
                .trim_matches('|')
                .split('|')
                .map(|cell| {
                    let mut cell = spans(cell.trim(), links);
                    for (style, _) in &mut cell {
                        if index == 0 && *style == Style::new() {
                            *style = HEAD;
                        }
                    }
                    cell
                })
                .collect()
        })
        .collect();
    let widest = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column).map(|cell| width(cell)))
            .max()
            .unwrap_or(0)
    };
    rows.iter()
        .map(|row| {
            let mut line = String::new();
            for (column, cell) in row.iter().enumerate() {
                line.push_str(&colour(cell));
                if column + 1 < row.len() {
                    line.push_str(&" ".repeat(widest(column) - width(cell) + 2));
                }
            }
            line
        })
        .collect()
}

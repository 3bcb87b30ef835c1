//! Learners by exercises, as a heat map.
//!
//! A class may have 150,000 cells, so a cell has as few letters as it can: end tags that
//! HTML does not need are left out, and classes have one letter.

use std::io::{self, Write};

use maud::{Markup, PreEscaped, Render, html};

use crate::export::safe::html::Line;
use crate::record::{Cell, Gradebook, Mark, Points, Row, Total};

/// From how many columns on a printed page has room for numbers only.
const WIDE: usize = 18;
/// From how many rows on a browser lays out only those that are seen.
const MANY: usize = 250;

pub(super) fn write_to(out: &mut impl Write, book: &Gradebook) -> io::Result<()> {
    super::write(out, &opening(book))?;
    for row in &book.rows {
        write_row(out, book, row)?;
    }
    out.write_all(b"</tbody></table></div></section>")
}

fn opening(book: &Gradebook) -> Markup {
    let wide = if book.columns.len() > WIDE {
        "wide "
    } else {
        ""
    };
    let many = if book.rows.len() > MANY { "many" } else { "" };
    let table = format!(
        "<table id=matrix class=\"{wide}{many}\" style=--columns:{}>",
        book.columns.len()
    );
    html! {
        (PreEscaped("<section id=marks aria-labelledby=marks-title>"))
        h2 #marks-title { "Marks" }
        (legend())
        (PreEscaped("<div class=box tabindex=0 role=region aria-labelledby=marks-title>"))
        (PreEscaped(table))
        caption.away { "Each learner's marks and verdicts" }
        thead {
            tr {
                th scope="col" data-c="learner" { "Learner" }
                th scope="col" data-c="total" { "Total" small { (book.out_of) } }
                @for column in &book.columns {
                    th scope="col" data-c=(Line(&column.exercise)) title=(Line(&column.title)) {
                        (Line(&column.exercise)) small { (column.out_of) }
                    }
                }
            }
        }
        (PreEscaped("<tbody>"))
    }
}

fn legend() -> Markup {
    html! {
        p.legend {
            span { i.h0 {} "no points" }
            span { i.h1 {} "up to half" }
            span { i.h2 {} "more than half" }
            span { i.h3 {} "nearly all" }
            span { i.h4 {} "all points" }
            span { i.l {} "late" }
            span { i.w {} "held back" }
            span { i.n { "–" } "nothing handed in" }
        }
    }
}

fn write_row(out: &mut impl Write, book: &Gradebook, row: &Row) -> io::Result<()> {
    let mut name = String::new();
    if row.name.trim().is_empty() {
        Line(&row.learner.0).render_to(&mut name);
    } else {
        Line(&row.name).render_to(&mut name);
        name.push_str("<small>");
        Line(&row.learner.0).render_to(&mut name);
        name.push_str("</small>");
    }
    write!(out, "<tr><th scope=row>{name}<td>")?;
    match row.total {
        Total::Final(points) => write!(out, "{points}")?,
        Total::AtLeast(points) => write!(out, "{points}<i>or more</i>")?,
    }
    for at in 0..book.columns.len() {
        write_cell(out, row.marks.get(at).unwrap_or(&Cell::NothingHandedIn))?;
    }
    out.write_all(b"\n")
}

/// Nothing in a cell is foreign: numbers, and words of our own.
fn write_cell(out: &mut impl Write, cell: &Cell) -> io::Result<()> {
    match cell {
        Cell::NothingHandedIn => write!(out, "<td class=n>–"),
        Cell::Withheld(withheld) if withheld.at_least == Points(0) => {
            write!(out, "<td class=w>?<i>held back</i>")
        }
        Cell::Withheld(withheld) => {
            write!(out, "<td class=w>{}<i>or more</i>", withheld.at_least)
        }
        Cell::Mark(mark) => {
            let (heat, kind) = (heat(mark), mark.ruling.report.verdict.kind);
            match mark.late_by {
                0 => write!(out, "<td class=h{heat}>")?,
                _ => write!(out, "<td class=\"h{heat} l\">")?,
            }
            write!(out, "{}<i>{kind}</i>", mark.points)
        }
    }
}

/// 0 for no points to 4 for all of them.
fn heat(mark: &Mark) -> u8 {
    let (points, out_of) = (u64::from(mark.points.0), u64::from(mark.out_of.0));
    match points {
        0 if out_of > 0 => 0,
        points if points >= out_of => 4,
        points if points * 2 <= out_of => 1,
        points if points * 5 < out_of * 4 => 2,
        _ => 3,
    }
}

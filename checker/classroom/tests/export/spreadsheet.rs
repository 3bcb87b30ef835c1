//! The matrix in a real spreadsheet program.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use classroom::export::{Bom, Numbers, matrix};
use classroom::record::{Cell, Column, Gradebook, Points};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::class::row;
use crate::sample::{column, mark, passed};

/// What learners call themselves, and what the spreadsheet must show.
const NAMES: [(&str, &str); 36] = [
    ("Ada Lovelace", "Ada Lovelace"),
    ("12345", "12345"),
    ("007", "'007"),
    ("1234567890123456789", "'1234567890123456789"),
    ("1/2", "'1/2"),
    ("2026-01-02", "'2026-01-02"),
    ("1e9", "'1e9"),
    ("12E5678", "'12E5678"),
    ("7.50", "'7.50"),
    ("7,5", "'7,5"),
    ("5%", "'5%"),
    ("12:30", "'12:30"),
    ("10am", "'10am"),
    ("Jan 5", "'Jan 5"),
    ("TRUE", "'TRUE"),
    ("(5)", "'(5)"),
    ("1 1/2", "'1 1/2"),
    (
        "=HYPERLINK(\"http://evil.example\",\"you\")",
        "'=HYPERLINK(\"http://evil.example\",\"you\")",
    ),
    ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
    ("+1+1", "'+1+1"),
    ("-2", "'-2"),
    ("@SUM(1)", "'@SUM(1)"),
    ("\t=1+1", " '=1+1"),
    ("\r=1+1", "\\u{d}=1+1"),
    ("\n=1+1", " '=1+1"),
    ("Tables,\nBob", "Tables, Bob"),
    ("\u{feff}=1+1", "\\u{feff}=1+1"),
    ("＝1+1", "'＝1+1"),
    ("００７", "'００７"),
    ("\"quoted\" \"\"", "\"quoted\" \"\""),
    ("\";=1+1;\"", "\";'=1+1;\""),
    ("a;b,c\u{a0}d", "a;b,c\u{a0}d"),
    ("x;=1+1", "x;'=1+1"),
    ("\u{202e}evol\u{202c}", "\\u{202e}evol\\u{202c}"),
    ("שלום", "שלום"),
    ("", ""),
];

/// Ways to open the file, all as UTF-8, which a window asks for and a command must say: as
/// it is proposed; and in English and in German with whatever may stand between cells
/// there, and with dates and the like looked for, as Excel always does.
const WAYS: [(&str, Numbers, Bom); 5] = [
    (PROPOSED, Numbers::Point, Bom::With),
    (PROPOSED, Numbers::Point, Bom::Without),
    (ENGLISH, Numbers::Point, Bom::With),
    (ENGLISH, Numbers::Point, Bom::Without),
    (GERMAN, Numbers::Comma, Bom::Without),
];
const PROPOSED: &str = "CSV:44,34,76,1";
const ENGLISH: &str = "CSV:44/59/9,34,76,1,,1033,false,true";
const GERMAN: &str = "CSV:59/9,34,76,1,,1031,false,true";

#[test]
fn a_spreadsheet_shows_what_everyone_is_called_and_reckons_nothing() {
    let Some(program) = libreoffice() else {
        return;
    };
    let book = book();
    for way in WAYS {
        let text = crate::class::written(|out| matrix(&book, way.1, way.2, out));
        let table = opened(&program, &text, way.0);
        let head: Vec<_> = table[0].iter().map(|cell| cell.text.as_str()).collect();
        let heads = ["learner", "name", "ex01 (10)", "ex02 (10)", "total (20)"];
        assert_eq!(head, heads, "{way:?}");
        assert_eq!(table.len(), book.rows.len() + 1, "{way:?}");
        for (line, (row, shown)) in table[1..].iter().zip(book.rows.iter().zip(expected())) {
            assert_eq!(line.len(), 5, "{way:?}: {line:?}");
            for cell in line {
                assert_eq!(cell.formula, None, "{way:?}: {line:?}");
            }
            let (learner, name) = shown;
            assert_eq!(line[0].text, learner, "{way:?}: {line:?}");
            assert_eq!(line[1].text, name, "{way:?}: {line:?}");
            let first = row.marks[0].mark().unwrap().points;
            for (cell, points) in [(&line[2], first), (&line[4], first)] {
                assert_eq!(cell.kind, "float", "{way:?}: {line:?}");
                assert_eq!(cell.value, points.to_string(), "{way:?}: {line:?}");
            }
            assert_eq!((&*line[3].kind, &*line[3].text), ("", ""), "{way:?}");
        }
    }
}

/// The proof that the one above would see a formula: a file without guards.
#[test]
fn a_spreadsheet_reckons_what_nobody_guarded() {
    let Some(program) = libreoffice() else {
        return;
    };
    let table = opened(&program, "\"=1+1\",\"007\"\n", PROPOSED);
    assert_eq!(table[0][0].formula.as_deref(), Some("of:=1+1"));
    assert_eq!((&*table[0][1].kind, &*table[0][1].value), ("float", "7"));
}

/// Everyone has points of their own, so that a line that slipped would be seen.
fn book() -> Gradebook {
    let columns: Vec<Column> = vec![column(0), column(1)];
    let people = NAMES.iter().map(|(foreign, _)| (*foreign, *foreign));
    let long = long();
    let people = people.chain([("long", long.as_str())]);
    let rows = people.enumerate().map(|(number, (learner, name))| {
        let mut mark = mark(learner, &columns[0], passed(None), &[]);
        mark.points = Points(u32::try_from(number).unwrap() * 25);
        row(learner, name, vec![Cell::Mark(mark), Cell::NothingHandedIn])
    });
    Gradebook {
        title: "Class".to_owned(),
        out_of: Points(2000),
        rows: rows.collect(),
        columns,
        warnings: Vec::new(),
    }
}

fn expected() -> impl Iterator<Item = (String, String)> {
    let names = NAMES.iter();
    let names = names.map(|(_, shown)| ((*shown).to_owned(), (*shown).to_owned()));
    names.chain([("long".to_owned(), long())])
}

/// As long as a cell may be.
fn long() -> String {
    "Ada, \"the\" countess; ".repeat(32_000 / 22) + "."
}

/// A cell as the spreadsheet has it.
#[derive(Debug, Clone, Default)]
struct Seen {
    kind: String,
    value: String,
    formula: Option<String>,
    text: String,
}

/// The program. `None`: there is none, and nobody insists.
fn libreoffice() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let names = ["libreoffice", "soffice"];
    let found = std::env::split_paths(&folders)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|path| path.is_file());
    if found.is_none() {
        assert!(
            std::env::var_os("CI").is_none(),
            "there is no LibreOffice, and in CI there must be one"
        );
        println!("skipped: there is no LibreOffice on the path");
    }
    found
}

/// The cells that `text` has when it was opened in one of [`WAYS`] and saved again.
fn opened(program: &Path, text: &str, way: &str) -> Vec<Vec<Seen>> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("marks.csv");
    fs::write(&file, text).unwrap();
    // A profile of its own: two programs with the same one wait for each other.
    let profile = folder.path().join("profile");
    let output = Command::new(program)
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args(["--headless", "--norestore", "--convert-to", "fods"])
        .arg(format!("--infilter={way}"))
        .arg("--outdir")
        .arg(folder.path())
        .arg(&file)
        .output()
        .unwrap();
    let saved = fs::read_to_string(folder.path().join("marks.fods"));
    let saved = saved.unwrap_or_else(|error| panic!("{error}: {output:?}"));
    cells(&saved).unwrap()
}

/// The cells of the first table of a saved sheet.
fn cells(saved: &str) -> Result<Vec<Vec<Seen>>, quick_xml::Error> {
    let mut reader = Reader::from_str(saved);
    let mut table: Vec<Vec<Seen>> = Vec::new();
    let mut lines = 0;
    let mut open: Option<(Seen, usize)> = None;
    let mut in_text = false;
    loop {
        match reader.read_event()? {
            Event::Start(tag) => match tag.name().as_ref() {
                "table:table-row" => {
                    lines = times(&tag, "table:number-rows-repeated");
                    table.push(Vec::new());
                }
                "table:table-cell" => open = Some(begun(&tag)),
                "text:p" => {
                    if let Some((seen, _)) = &mut open
                        && !seen.text.is_empty()
                    {
                        seen.text.push('\n');
                    }
                    in_text = true;
                }
                _ => {}
            },
            Event::Empty(tag) => match tag.name().as_ref() {
                "table:table-cell" => close(&mut table, Some(begun(&tag))),
                "text:s" => {
                    if let Some((seen, _)) = &mut open {
                        let count = times(&tag, "text:c");
                        seen.text.push_str(&" ".repeat(count));
                    }
                }
                "text:tab" | "text:line-break" => panic!("a cell of more than a line"),
                _ => {}
            },
            Event::Text(text) if in_text => {
                if let Some((seen, _)) = &mut open {
                    seen.text.push_str(&text.xml10_content());
                }
            }
            Event::GeneralRef(entity) if in_text => {
                if let Some((seen, _)) = &mut open {
                    let known =
                        quick_xml::escape::resolve_predefined_entity(&entity.xml10_content());
                    let c = entity.resolve_char_ref()?;
                    seen.text.extend(known);
                    seen.text.extend(c);
                }
            }
            Event::End(tag) => match tag.name().as_ref() {
                "text:p" => in_text = false,
                "table:table-cell" => close(&mut table, open.take()),
                "table:table-row" if lines > 1 => {
                    let line = table.last().cloned().unwrap_or_default();
                    // The rest of the sheet is one empty line, repeated.
                    assert!(line.iter().all(|seen| seen.text.is_empty()));
                    table.pop();
                }
                "table:table" => return Ok(table),
                _ => {}
            },
            Event::Eof => return Err(io::Error::other("there is no table").into()),
            _ => {}
        }
    }
}

fn begun(tag: &BytesStart<'_>) -> (Seen, usize) {
    let seen = Seen {
        kind: attribute(tag, "office:value-type").unwrap_or_default(),
        value: attribute(tag, "office:value").unwrap_or_default(),
        formula: attribute(tag, "table:formula"),
        text: String::new(),
    };
    let times = times(tag, "table:number-columns-repeated");
    (seen, times)
}

fn close(table: &mut [Vec<Seen>], cell: Option<(Seen, usize)>) {
    if let (Some(line), Some((seen, times))) = (table.last_mut(), cell) {
        line.extend(std::iter::repeat_n(seen, times));
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).unwrap()?;
    let value = found.normalized_value(XmlVersion::Implicit1_0).unwrap();
    Some(value.into_owned())
}

/// How often something is repeated.
fn times(tag: &BytesStart<'_>, name: &str) -> usize {
    attribute(tag, name).map_or(1, |text| text.parse().unwrap())
}

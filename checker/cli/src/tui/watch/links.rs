//! Links that a terminal opens at a click (OSC 8), laid over a screen that is drawn already.

use std::io::{self, Write};

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;

/// What may be linked besides addresses.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The learner's file as the screen shows it, and its address.
    pub file: String,
    pub address: String,
}

/// A stretch of columns in one row.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Link {
    begin: usize,
    end: usize,
    address: String,
}

/// Lays the links of a drawn screen over it.
pub fn lay<W: Write>(
    backend: &mut CrosstermBackend<W>,
    drawn: &Buffer,
    known: &Known,
) -> io::Result<()> {
    let area = drawn.area;
    for y in area.top()..area.bottom() {
        // A column a letter: what is linked is written in narrow letters.
        let symbols = (area.left()..area.right()).map(|x| drawn[(x, y)].symbol());
        let row: Vec<char> = symbols.map(|s| s.chars().next().unwrap_or(' ')).collect();
        for link in find(&row, known) {
            write!(backend, "\x1b]8;;{}\x1b\\", link.address)?;
            let columns = (link.begin..link.end).filter_map(|x| u16::try_from(x).ok());
            let cells = columns.map(|x| (area.left() + x, y, &drawn[(area.left() + x, y)]));
            backend.draw(cells)?;
            write!(backend, "\x1b]8;;\x1b\\")?;
        }
    }
    Write::flush(backend)
}

fn find(row: &[char], known: &Known) -> Vec<Link> {
    let mut links = Vec::new();
    let mut at = 0;
    while at < row.len() {
        let link = address(row, at)
            .or_else(|| error_code(row, at))
            .or_else(|| place(row, at, known));
        at = match link {
            Some(link) => {
                let end = link.end;
                links.push(link);
                end
            }
            None => at + 1,
        };
    }
    links
}

fn starts_with(row: &[char], at: usize, text: &str) -> bool {
    let mut letters = row[at..].iter();
    text.chars().all(|wanted| letters.next() == Some(&wanted))
}

/// `https://doc.rust-lang.org/std`
fn address(row: &[char], begin: usize) -> Option<Link> {
    if !starts_with(row, begin, "https://") {
        return None;
    }
    let ends = |c: &char| c.is_whitespace() || matches!(c, '`' | '"' | '<' | '>' | ')');
    let length = row[begin..].iter().position(ends);
    let mut end = length.map_or(row.len(), |length| begin + length);
    while matches!(row[end - 1], '.' | ',' | ';') {
        end -= 1;
    }
    Some(Link {
        begin,
        end,
        address: row[begin..end].iter().collect(),
    })
}

/// `[E0382]`, as the compiler writes it. The page about it tells more.
fn error_code(row: &[char], at: usize) -> Option<Link> {
    let code: String = row.get(at + 1..at + 6)?.iter().collect();
    let digits = code.strip_prefix('E')?;
    let is_code = row[at] == '['
        && row.get(at + 6) == Some(&']')
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_code.then(|| Link {
        begin: at + 1,
        end: at + 6,
        address: format!("https://doc.rust-lang.org/error_codes/{code}.html"),
    })
}

/// The learner's file, with the line and the column that stand behind it.
fn place(row: &[char], begin: usize, known: &Known) -> Option<Link> {
    if known.file.is_empty() || !starts_with(row, begin, &known.file) {
        return None;
    }
    let mut end = begin + known.file.chars().count();
    while row
        .get(end)
        .is_some_and(|c| c.is_ascii_digit() || *c == ':')
    {
        end += 1;
    }
    Some(Link {
        begin,
        end,
        address: known.address.clone(),
    })
}

/// The address of a file on this machine.
pub fn address_of(file: &std::path::Path) -> String {
    use std::fmt::Write as _;

    let mut address = "file://".to_owned();
    let path = file.to_string_lossy().replace('\\', "/");
    if !path.starts_with('/') {
        address.push('/');
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~:".contains(&byte) {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, String)> {
        let row: Vec<char> = text.chars().collect();
        let known = Known {
            file: "exercises/ex01/src/lib.rs".to_owned(),
            address: "file:///w/exercises/ex01/src/lib.rs".to_owned(),
        };
        let text = |link: &Link| row[link.begin..link.end].iter().collect();
        let links = find(&row, &known);
        links.iter().map(|l| (text(l), l.address.clone())).collect()
    }

    #[test]
    fn what_can_be_opened_is_found() {
        assert_eq!(
            found("error[E0382]: see https://doc.rust-lang.org/a, or (https://b.c)."),
            [
                ("E0382", "https://doc.rust-lang.org/error_codes/E0382.html"),
                ("https://doc.rust-lang.org/a", "https://doc.rust-lang.org/a"),
                ("https://b.c", "https://b.c"),
            ]
            .map(|(text, address)| (text.to_owned(), address.to_owned()))
        );
        assert_eq!(
            found(" --> exercises/ex01/src/lib.rs:2:13 |"),
            [(
                "exercises/ex01/src/lib.rs:2:13".to_owned(),
                "file:///w/exercises/ex01/src/lib.rs".to_owned()
            )]
        );
        assert!(found("nothing [E12] here: [x] E0382").is_empty());
    }

    #[test]
    fn addresses_of_files_are_escaped() {
        let path = std::path::Path::new("/my work/é.rs");
        assert_eq!(address_of(path), "file:///my%20work/%C3%A9.rs");
    }

    #[test]
    fn a_link_wraps_the_cells_that_are_there() {
        use ratatui::layout::Rect;
        let mut drawn = Buffer::empty(Rect::new(0, 0, 12, 1));
        drawn.set_string(0, 0, "x https://a ", ratatui::style::Style::new());
        let mut written = Vec::new();
        let mut backend = CrosstermBackend::new(&mut written);
        lay(&mut backend, &drawn, &Known::default()).unwrap();
        let written = String::from_utf8(written).unwrap();
        assert!(written.contains("\x1b]8;;https://a\x1b\\"), "{written:?}");
        assert!(written.contains("https://a\x1b"), "{written:?}");
        assert!(written.ends_with("\x1b]8;;\x1b\\"), "{written:?}");
    }
}

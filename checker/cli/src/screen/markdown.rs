//! The Markdown that hint files and task texts use, drawn for a terminal: headings, paragraphs,
//! lists, tables, code, `names`, **stress** and [links](https://...).

mod code;
mod inline;
mod table;

use self::inline::{Links, fill};
use super::style::{CODE, DIM, HEAD, paint};

/// Draws Markdown for a terminal of `width` columns. Where links lead is told at the end, so that
/// addresses do not tear the sentences apart.
pub fn draw(source: &str, width: usize) -> String {
    let mut drawing = Drawing {
        width,
        out: Vec::new(),
        open: Vec::new(),
        code: Vec::new(),
        links: Links::default(),
    };
    let mut fenced = None;
    for line in source.lines() {
        if let Some(language) = line.trim_start().strip_prefix("```") {
            drawing.close();
            drawing.close_code();
            fenced = match fenced {
                None => Some(language.trim()),
                Some(_) => None,
            };
        } else if let Some(language) = fenced {
            drawing.fenced(line, language);
        } else {
            drawing.take(line);
        }
    }
    drawing.close();
    drawing.close_code();
    drawing.list_links();
    let text = drawing.out.join("\n");
    text.trim_matches('\n').to_owned()
}

struct Drawing<'a> {
    width: usize,
    out: Vec<String>,
    /// The lines of the paragraph, list item or table that is being read.
    open: Vec<&'a str>,
    /// The lines of code that are being read, and whether they are Rust.
    code: Vec<(&'a str, bool)>,
    links: Links,
}

impl<'a> Drawing<'a> {
    fn fenced(&mut self, line: &'a str, language: &str) {
        // Whatever else stands behind it, such as `ignore`.
        let language = language.split(',').next().unwrap_or_default();
        let is_rust = matches!(
            language,
            "" | "rust" | "ignore" | "no_run" | "should_panic" | "compile_fail"
        );
        // Rustdoc hides these lines of an example; so do we.
        let is_hidden = line.trim() == "#" || line.trim_start().starts_with("# ");
        if !(is_rust && is_hidden) {
            self.code.push((line, is_rust));
        }
    }

    fn take(&mut self, line: &'a str) {
        if line.starts_with("    ") && self.open.is_empty() {
            self.code.push((&line[4..], true));
            return;
        }
        self.close_code();
        let in_table = self.open.first().is_some_and(|first| table::is_row(first));
        if let Some(title) = heading(line) {
            self.close();
            self.out.push(paint(HEAD, title));
        } else if line.trim().is_empty() {
            self.close();
            self.out.push(String::new());
        } else {
            if starts_item(line) || in_table != table::is_row(line) {
                self.close();
            }
            self.open.push(line);
        }
    }

    /// Draws the code that was being read. All of it at once: a comment or a string may go over
    /// several lines.
    fn close_code(&mut self) {
        let read = std::mem::take(&mut self.code);
        let is_rust = read.iter().all(|(_, is_rust)| *is_rust);
        let text: Vec<&str> = read.iter().map(|(line, _)| line.trim_end()).collect();
        let lines = if is_rust {
            code::lines(&text.join("\n"))
        } else {
            text.iter().map(|line| paint(CODE, line)).collect()
        };
        for line in lines {
            self.out.push(if line.is_empty() {
                line
            } else {
                format!("    {line}")
            });
        }
    }

    /// Draws what was being read. Words of one paragraph are one text, wherever the author broke
    /// the lines.
    fn close(&mut self) {
        let Some(first) = self.open.first() else {
            return;
        };
        if table::is_row(first) {
            self.out.extend(table::draw(&self.open, &mut self.links));
        } else {
            let indent = first.len() - first.trim_start().len();
            let hanging = indent + marker(first.trim_start());
            let words = self
                .open
                .iter()
                .map(|line| line.trim())
                .collect::<Vec<_>>()
                .join(" ");
            self.out
                .extend(fill(&words, (indent, hanging), self.width, &mut self.links));
        }
        self.open.clear();
    }

    fn list_links(&mut self) {
        let links = std::mem::take(&mut self.links).into_list();
        if !links.is_empty() {
            self.out.push(String::new());
        }
        for (name, address) in links {
            let name = name.replace('`', "");
            self.out.push(format!("{name}: {}", paint(DIM, address)));
        }
    }
}

fn heading(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches('#');
    (rest.len() < line.len() && rest.starts_with(' ')).then(|| rest.trim())
}

fn starts_item(line: &str) -> bool {
    marker(line.trim_start()) > 0
}

/// How many columns the sign before a list item takes.
fn marker(line: &str) -> usize {
    if line.starts_with("- ") || line.starts_with("* ") {
        return 2;
    }
    match line.split_once(". ") {
        Some((number, _)) if number.len() < 3 && number.parse::<u8>().is_ok() => number.len() + 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::draw;

    fn plain(source: &str, width: usize) -> String {
        anstream::adapter::strip_str(&draw(source, width)).to_string()
    }

    #[test]
    fn paragraphs_are_filled_and_code_is_left_alone() {
        let source =
            "One two\nthree `four`\n\n```rust\n# hidden\nlet a = 1;\n```\n- item\n  more\n- other";
        assert_eq!(
            plain(source, 40),
            "One two three `four`\n\n    let a = 1;\n- item more\n- other"
        );
    }

    #[test]
    fn what_continues_an_item_is_indented() {
        assert_eq!(
            plain("1. one two three\n2. b", 9),
            "1. one\n   two\n   three\n2. b"
        );
    }

    #[test]
    fn headings_lose_their_signs() {
        assert_eq!(plain("## Why\ntext", 40), "Why\ntext");
        assert_eq!(
            plain("#[derive(Debug)] stays", 40),
            "#[derive(Debug)] stays"
        );
    }

    #[test]
    fn links_are_told_at_the_end() {
        assert_eq!(
            plain(
                "Read [the `Arc` page](https://doc.rust-lang.org/a), and [`f`].",
                60
            ),
            "Read the `Arc` page, and `f`.\n\nthe Arc page: https://doc.rust-lang.org/a"
        );
    }

    #[test]
    fn stars_stress_words_but_also_multiply() {
        assert_eq!(plain("**One** *two*, 3 * 4 * 5", 40), "One two, 3 * 4 * 5");
    }

    #[test]
    fn tables_have_straight_columns() {
        assert_eq!(
            plain("| a | bb |\n|---|---|\n| `ccc` | d |\nafter", 40),
            "a      bb\n`ccc`  d\nafter"
        );
    }
}

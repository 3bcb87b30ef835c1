//! Lines that fit the terminal.

/// Breaks each line of `text` between words so that it fits `width` columns. What continues a line
/// is indented as far as the line was (list items a little further), so that shapes survive.
/// A word that is too long stays whole: half a path helps nobody. So does a line of source
/// with its number, `12 | let a = 1;`.
pub fn wrap(text: &str, width: usize) -> String {
    text.lines()
        .map(|line| wrap_line(line, width))
        .collect::<Vec<_>>()
        .join("\n")
}

fn wrap_line(line: &str, width: usize) -> String {
    let body = line.trim_start();
    if columns(line) <= width || is_source(body) {
        return line.to_owned();
    }
    let mut indent = columns(line) - columns(body);
    let first = indent;
    if body.starts_with("- ") || body.starts_with("* ") {
        indent += 2;
    }
    let mut out = " ".repeat(first);
    let mut used = first;
    let mut fresh = true;
    for word in body.split_whitespace() {
        let wide = columns(word);
        if !fresh && used + 1 + wide > width {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            used = indent;
            fresh = true;
        }
        if !fresh {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += wide;
        fresh = false;
    }
    out
}

fn is_source(line: &str) -> bool {
    let number = line.split_once(" | ").map(|(number, _)| number);
    number.is_some_and(|number| number.parse::<u32>().is_ok())
}

/// How many columns `text` takes. Every text of the workbook is written in narrow letters,
/// so a letter is a column.
pub fn columns(text: &str) -> usize {
    text.chars().count()
}

/// A length of time for people: `45 s`, `12 min`, `1 h 05`.
pub fn time(seconds: u64) -> String {
    match (seconds / 3600, seconds / 60) {
        (0, 0) => format!("{seconds} s"),
        (0, minutes) => format!("{minutes} min"),
        (hours, minutes) => format!("{hours} h {:02}", minutes % 60),
    }
}

/// How often something was tried, for people.
pub fn tries(attempts: u32) -> String {
    match attempts {
        1 => "1 try".to_owned(),
        attempts => format!("{attempts} tries"),
    }
}

/// Puts `prefix` before every line that is not empty.
pub fn indent(text: &str, prefix: &str) -> String {
    text.lines()
        .map(|line| {
            if line.is_empty() {
                String::new()
            } else {
                format!("{prefix}{line}")
            }
        })
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::{indent, time, wrap};

    #[test]
    fn time_is_told_as_people_tell_it() {
        for (seconds, told) in [
            (0, "0 s"),
            (59, "59 s"),
            (60, "1 min"),
            (3_599, "59 min"),
            (3_600, "1 h 00"),
            (36_000 + 5 * 60 + 59, "10 h 05"),
        ] {
            assert_eq!(time(seconds), told);
        }
        assert!(time(u64::MAX).contains(" h "));
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrap("one two three four", 9), "one two\nthree\nfour");
        assert_eq!(wrap("short\n\nlines stay", 20), "short\n\nlines stay");
    }

    #[test]
    fn what_continues_keeps_the_indent() {
        assert_eq!(wrap("  aa bb cc", 7), "  aa bb\n  cc");
        assert_eq!(wrap("- aa bb cc", 7), "- aa bb\n  cc");
    }

    #[test]
    fn a_long_word_stays_whole() {
        assert_eq!(
            wrap("a https://doc.rust-lang.org b", 8),
            "a\nhttps://doc.rust-lang.org\nb"
        );
    }

    #[test]
    fn a_line_of_source_stays_whole() {
        let source = "    12 | let a = 1;";
        assert_eq!(wrap(source, 8), source);
        assert_eq!(wrap("a | b", 3), "a |\nb");
    }

    #[test]
    fn empty_lines_get_no_indent() {
        assert_eq!(indent("a\n\nb", "  "), "  a\n\n  b");
    }
}

//! Foreign text in Markdown, as `CommonMark` and GitHub read it.

use super::text::{Piece, block, line, pieces};

/// A block of code, without a line end after it, that nothing in `foreign` can end.
pub fn fenced(foreign: &str) -> String {
    let shown = block(foreign);
    let fence = "`".repeat(longest_run(&shown).max(2) + 1);
    format!("{fence}text\n{}\n{fence}", shown.trim_end_matches('\n'))
}

/// The length of the longest run of backticks.
fn longest_run(text: &str) -> usize {
    let runs = text.split(|c| c != '`');
    runs.map(str::len).max().unwrap_or_default()
}

/// A foreign text as code in a line.
pub fn code(foreign: &str) -> String {
    let shown = line(foreign);
    let fence = "`".repeat(longest_run(&shown) + 1);
    let needs_space =
        shown.is_empty() || shown.starts_with(['`', ' ']) || shown.ends_with(['`', ' ']);
    if needs_space {
        format!("{fence} {shown} {fence}")
    } else {
        format!("{fence}{shown}{fence}")
    }
}

/// Code of [`code`] in a cell of a table: there a bar ends the cell even in code.
pub fn cell(code: &str) -> String {
    code.replace('|', "\\|")
}

/// A foreign sentence in a line, or in a cell of a table, with its code as code.
pub fn prose(foreign: &str) -> String {
    let shown = line(foreign);
    let mut markdown = String::new();
    for piece in pieces(shown.trim()) {
        match piece {
            Piece::Words(words) => escape(words, &mut markdown),
            Piece::Code(words) => markdown.push_str(&cell_safe_code(words)),
        }
    }
    markdown
}

/// Sentences stand in cells too. Where code has a bar it becomes words.
fn cell_safe_code(words: &str) -> String {
    if words.contains('|') {
        let mut markdown = String::new();
        escape(words, &mut markdown);
        markdown
    } else {
        code(words)
    }
}

fn escape(words: &str, markdown: &mut String) {
    let begins = markdown.is_empty();
    // `1.` and `1)` begin a list.
    let number = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let list = begins && number.len() < words.len() && number.starts_with(['.', ')']);
    let list_at = list.then_some(words.len() - number.len());
    for (at, c) in words.char_indices() {
        let follows = &words[at + c.len_utf8()..];
        match c {
            '&' => markdown.push_str("&amp;"),
            '<' => markdown.push_str("&lt;"),
            '>' => markdown.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '#' => {
                markdown.extend(['\\', c]);
            }
            // Marks of a line that is no paragraph.
            '-' | '+' | '=' if begins && at == 0 => markdown.extend(['\\', c]),
            '.' | ')' if list_at == Some(at) => markdown.extend(['\\', c]),
            // Addresses become links by themselves.
            ':' if follows.starts_with("//") => markdown.push_str("\\:"),
            '.' if words[..at].to_ascii_lowercase().ends_with("www") => markdown.push_str("\\."),
            c => markdown.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sentence_is_markup() {
        for (foreign, markdown) in [
            ("plain, (really): yes.", "plain, (really): yes."),
            ("# no heading", "\\# no heading"),
            ("- no item", "\\- no item"),
            ("1. no item", "1\\. no item"),
            ("in 1. place", "in 1. place"),
            ("=== ", "\\==="),
            ("<img src=x>&lt;", "&lt;img src=x&gt;&amp;lt;"),
            ("![x](http://y)", "!\\[x\\](http\\://y)"),
            ("see www.evil.org", "see www\\.evil.org"),
            ("a|b", "a\\|b"),
            ("*a* _b_ ~c~ $d$", "\\*a\\* \\_b\\_ \\~c\\~ \\$d\\$"),
            ("use `a<b>` now", "use `a<b>` now"),
            ("use `a|b` now", "use a\\|b now"),
            ("lone ` tick", "lone \\` tick"),
            ("a\n\n# b", "a  \\# b"),
            ("\u{202e}x", "\\\\u{202e}x"),
            ("    four", "four"),
        ] {
            assert_eq!(prose(foreign), markdown, "{foreign:?}");
        }
    }

    /// What a reader of Markdown sees in a paragraph that begins with `markdown`: nothing
    /// but text and code.
    fn seen(markdown: &str) -> String {
        use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
        let mut seen = String::new();
        for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(text) | Event::Code(text) => seen.push_str(&text),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                other => panic!("{other:?} in {markdown:?}"),
            }
        }
        seen
    }

    proptest::proptest! {
        #[test]
        fn a_sentence_is_seen_as_it_is(foreign in "([ -~]|[\n\t\u{202e}é]|```|~~~|<!--|https?://|www[.]|\\[x\\]|:-+:|---){0,12}") {
            // White space at the ends of a paragraph is not seen, and backticks of code are not.
            let shown = line(&foreign);
            let words: String = pieces(shown.trim())
                .into_iter()
                .map(|piece| match piece { Piece::Words(words) | Piece::Code(words) => words })
                .collect();
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            proptest::prop_assert_eq!(squeezed(&seen(&prose(&foreign))), squeezed(&words));
        }

        #[test]
        fn code_is_seen_as_it_is(foreign in "[ -~\n`]{0,20}") {
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            proptest::prop_assert_eq!(squeezed(&seen(&code(&foreign))), squeezed(&foreign));
        }
    }

    #[test]
    fn code_cannot_be_left() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("``"), "``` `` ```");
        assert_eq!(code(""), "`  `");
        assert_eq!(code("a\nb"), "`a b`");
        assert_eq!(cell(&code("a|b")), "`a\\|b`");
    }

    #[test]
    fn a_block_cannot_be_left() {
        assert_eq!(
            fenced("a\n```\n<script>\n````\n"),
            "`````text\na\n```\n<script>\n````\n`````"
        );
    }
}

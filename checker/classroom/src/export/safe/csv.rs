//! Foreign text in a cell of a CSV file, which a spreadsheet may open.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;

use super::text;

/// `foreign` in one line, as a cell that no spreadsheet takes for a formula.
///
/// Where a formula could begin, `'` is put before it, which is how one types a text that
/// looks like a formula: `=1+1` becomes `'=1+1`. A formula begins with `=`, `+`, `-` or
/// `@`, also in full width and after white space. It could begin at the start of the cell
/// and, where a spreadsheet takes another character than the comma for the end of a cell,
/// after that one. Numbers of our own are not foreign and do not come here.
///
/// What quotes a cell is left to the crate `csv`.
pub fn cell(foreign: &str) -> Cow<'_, str> {
    let shown = text::line(foreign);
    let mut guarded = String::new();
    let mut copied = 0;
    let mut at_start = true;
    for (at, c) in shown.char_indices() {
        if at_start && begins_formula(c) {
            guarded.push_str(&shown[copied..at]);
            guarded.push('\'');
            copied = at;
        }
        // A quote at the start of a cell opens it and is no part of it.
        at_start = ends_cell(c) || at_start && (c.is_whitespace() || c == '"');
    }
    if copied == 0 && guarded.is_empty() {
        return shown;
    }
    guarded.push_str(&shown[copied..]);
    Cow::Owned(guarded)
}

/// `foreign` as [`cell`], and as a cell that no spreadsheet takes for a number, a date or
/// a truth value: as one, `007` would be 7, `1/2` a day and `12E5` more than a million.
///
/// `'` is put before it, as before a formula. A whole number that comes back as it was
/// needs none.
pub fn text(foreign: &str) -> Cow<'_, str> {
    let shown = cell(foreign);
    if is_value(&shown) {
        Cow::Owned(format!("'{shown}"))
    } else {
        shown
    }
}

/// Whether a spreadsheet may take `shown` for a value that is shown in another way.
fn is_value(shown: &str) -> bool {
    // Past this many digits Excel shows a power of ten.
    const SHORT: usize = 11;
    let is_short = shown.len() <= SHORT && shown.bytes().all(|byte| byte.is_ascii_digit());
    if is_short && (shown == "0" || !shown.starts_with('0')) {
        return false;
    }
    let plain: String = shown.nfkc().flat_map(char::to_lowercase).collect();
    let plain = plain.trim();
    if plain == "true" || plain == "false" {
        return true;
    }
    let first = plain.chars().find(|c| c.is_alphanumeric());
    let starts_with_digit = first.is_some_and(char::is_numeric);
    let is_sign = |c: char| !c.is_ascii() || ".,:/-+%$()' ".contains(c);
    let mut words = plain.split(|c: char| !c.is_alphabetic());
    plain.chars().any(char::is_numeric)
        && plain.chars().all(|c| c.is_alphanumeric() || is_sign(c))
        && !plain.starts_with('\'')
        && words.all(|word| {
            word.is_empty() || is_month(word) || starts_with_digit && is_part_of_value(word)
        })
}

/// What may stand in a power of ten or a time of day.
fn is_part_of_value(word: &str) -> bool {
    ["e", "a", "p", "am", "pm", "t", "z"].contains(&word)
}

/// Whether Excel reads `word` as a month, at least where it speaks English.
fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    word.len() >= 3 && MONTHS.iter().any(|month| month.starts_with(word))
}

/// Whether a spreadsheet may take a cell that begins with `c` for a formula. Also the
/// wide and small forms, which some take for the plain ones.
fn begins_formula(c: char) -> bool {
    let plain = std::iter::once(c).nfkc().next();
    matches!(plain, Some('=' | '+' | '-' | '@' | '\u{2212}'))
}

/// Whether a spreadsheet may take `c` for the end of a cell: that depends on the country.
fn ends_cell(c: char) -> bool {
    matches!(c, ',' | ';' | '|')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (foreign, shown) in [
            ("Ada Lovelace", "Ada Lovelace"),
            ("Kjærgård-Ødegaard", "Kjærgård-Ødegaard"),
            ("1+1", "1+1"),
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", " '=1"),
            ("\r=1", "\\u{d}=1"),
            ("\n=1", " '=1"),
            ("  \u{3000}=1", "  \u{3000}'=1"),
            ("\u{a0}=1", "\u{a0}'=1"),
            ("\u{200b}=1", "\\u{200b}=1"),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠A", "'＠A"),
            ("﹦1", "'﹦1"),
            ("−1", "'−1"),
            ("\"=1", "\"'=1"),
            ("x;=1", "x;'=1"),
            ("x; \"=1", "x; \"'=1"),
            ("x|=1", "x|'=1"),
            ("Lovelace, =1", "Lovelace, '=1"),
            ("==1", "'==1"),
            ("'=1", "'=1"),
            ("", ""),
        ] {
            assert_eq!(cell(foreign), shown, "{foreign:?}");
        }
    }

    #[test]
    fn no_text_is_taken_for_a_value() {
        for kept in [
            "0",
            "7",
            "12345",
            "99999999999",
            "",
            "Ada",
            "s0012",
            "e1234567",
            "12ab",
            "Anna 2",
            "May",
            "ada@x.org",
            "'007",
            "1=1",
            "2026-W01",
        ] {
            assert_eq!(text(kept), kept);
        }
        for value in [
            "007",
            "00",
            "100000000000",
            " 7",
            "7.50",
            "1,5",
            "1/2",
            "1-2-3",
            "2026-01-02",
            "2026-01-02T10:00Z",
            "1e9",
            "12E5678",
            "5%",
            "$5",
            "€5",
            "(5)",
            "12:30",
            "10am",
            "TRUE",
            "false",
            "mar12",
            "SEPT2",
            "1 Jan",
            "００７",
            "５",
            "\u{a0}7",
            "½",
        ] {
            assert_eq!(text(value), format!("'{value}"));
        }
        // One guard is enough.
        assert_eq!(text("-2"), "'-2");
        assert_eq!(text("=1"), "'=1");
    }

    proptest::proptest! {
        /// Whatever ends a cell, and whatever is skipped before its first character.
        #[test]
        fn no_part_of_a_cell_is_a_formula(foreign in "[-=+@＝＋－＠;,|\"' \ta\u{a0}\r\n]{0,12}") {
            let shown = cell(&foreign);
            for part in shown.split([',', ';', '|']) {
                let first = part.trim_start_matches(|c: char| c.is_whitespace() || c == '"').chars().next();
                proptest::prop_assert!(!first.is_some_and(|c| "=+-@＝＋－＠".contains(c)), "{shown:?}");
            }
        }
    }
}

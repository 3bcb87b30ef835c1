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

//! Two files against each other, the way `diff` and `git` show them.

use similar::{ChangeTag, TextDiff};

use super::style::{CODE, FAIL, PASS, paint};

/// The changes that lead from `yours` to `theirs`, three unchanged lines around each.
/// Empty when the two are the same.
pub fn unified(yours: &str, theirs: &str, names: (&str, &str)) -> String {
    let diff = TextDiff::from_lines(yours, theirs);
    let mut out = String::new();
    let mut hunks = diff.unified_diff();
    for hunk in hunks.context_radius(3).iter_hunks() {
        if out.is_empty() {
            out.push_str(&paint(FAIL, format_args!("--- {}", names.0)));
            out.push('\n');
            out.push_str(&paint(PASS, format_args!("+++ {}", names.1)));
            out.push('\n');
        }
        out.push_str(&paint(CODE, hunk.header()));
        out.push('\n');
        for change in hunk.iter_changes() {
            let line = change.value().trim_end_matches(['\n', '\r']);
            let (sign, style) = match change.tag() {
                ChangeTag::Delete => ('-', FAIL),
                ChangeTag::Insert => ('+', PASS),
                ChangeTag::Equal => (' ', anstyle::Style::new()),
            };
            out.push_str(&paint(style, format_args!("{sign}{line}")));
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::unified;

    fn plain(yours: &str, theirs: &str) -> String {
        anstream::adapter::strip_str(&unified(yours, theirs, ("yours", "reference"))).to_string()
    }

    #[test]
    fn the_same_file_has_no_difference() {
        assert_eq!(plain("a\n", "a\n"), "");
    }

    #[test]
    fn what_goes_and_what_comes_is_marked() {
        assert_eq!(
            plain("a\nb\n", "a\nc\n"),
            "--- yours\n+++ reference\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n"
        );
    }
}

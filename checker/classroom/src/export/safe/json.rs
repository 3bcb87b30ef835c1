//! JSON that can be shown.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CharEscape, CompactFormatter, Formatter, Serializer};

use crate::intake::name::deceives;

/// Writes `value` as JSON in one line, without a line end after it.
///
/// The text of a JSON file may go to a terminal, or into a page between `<script>` tags.
/// So whatever deceives is written as `\u202e` or the like, and `<` as `\u003c`: those who
/// read the file as JSON see no difference.
///
/// # Errors
/// When `out` fails, or `value` has something that JSON does not have.
pub fn to_writer(out: impl Write, value: &impl Serialize) -> io::Result<()> {
    let mut serializer = Serializer::with_formatter(out, Shown(CompactFormatter));
    value.serialize(&mut serializer).map_err(io::Error::from)
}

/// Escapes what JSON need not escape, but may.
struct Shown(CompactFormatter);

impl Formatter for Shown {
    fn write_string_fragment<W>(&mut self, out: &mut W, fragment: &str) -> io::Result<()>
    where
        W: ?Sized + Write,
    {
        let mut copied = 0;
        for (at, c) in fragment.char_indices() {
            if c != '<' && !deceives(c) {
                continue;
            }
            out.write_all(&fragment.as_bytes()[copied..at])?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            copied = at + c.len_utf8();
        }
        out.write_all(&fragment.as_bytes()[copied..])
    }

    fn write_char_escape<W>(&mut self, out: &mut W, escape: CharEscape) -> io::Result<()>
    where
        W: ?Sized + Write,
    {
        self.0.write_char_escape(out, escape)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: &impl Serialize) -> String {
        let mut out = Vec::new();
        to_writer(&mut out, value).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_deceives_is_escaped() {
        assert_eq!(
            written(&["</script>", "\u{1b}[1m\n", "\u{9b}31m", "\u{202e}x", "é"]),
            "[\"\\u003c/script>\",\"\\u001b[1m\\n\",\"\\u009b31m\",\"\\u202ex\",\"é\"]"
        );
        assert_eq!(written(&"\u{e0001}"), "\"\\udb40\\udc01\"");
    }

    proptest::proptest! {
        #[test]
        fn readers_of_json_see_no_difference(text in "\\PC{0,8}(.|[\u{0}-\u{ff}\u{200b}-\u{206f}<\"\\\\\u{e0001}]){0,12}") {
            let json = written(&text);
            proptest::prop_assert!(!json.chars().any(deceives));
            proptest::prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
    }
}

//! Foreign text in HTML, to be put into `maud::html!`.

use std::fmt::Write as _;

use maud::{Escaper, Render};

use super::text::{Piece, block, line, pieces};

/// A foreign text in one line of HTML.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a>(pub &'a str);

impl Render for Line<'_> {
    fn render_to(&self, html: &mut String) {
        escape(&line(self.0), html);
    }
}

/// A foreign text in HTML's `<pre>`.
#[derive(Debug, Clone, Copy)]
pub struct Block<'a>(pub &'a str);

impl Render for Block<'_> {
    fn render_to(&self, html: &mut String) {
        // HTML swallows the first line end of a `pre`.
        html.push('\n');
        escape(&block(self.0), html);
    }
}

/// A foreign sentence in HTML, with its code as code.
#[derive(Debug, Clone, Copy)]
pub struct Prose<'a>(pub &'a str);

impl Render for Prose<'_> {
    fn render_to(&self, html: &mut String) {
        for piece in pieces(&line(self.0)) {
            match piece {
                Piece::Words(words) => escape(words, html),
                Piece::Code(code) => {
                    html.push_str("<code>");
                    escape(code, html);
                    html.push_str("</code>");
                }
            }
        }
    }
}

fn escape(text: &str, html: &mut String) {
    // Writing to a string does not fail.
    let _ = Escaper::new(html).write_str(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_foreign_is_markup() {
        let evil = "`<script>`\"&'</script>]]>";
        let html = |text: &dyn Render| text.render().into_string();
        assert_eq!(
            html(&Prose(evil)),
            "<code>&lt;script&gt;</code>&quot;&amp;'&lt;/script&gt;]]&gt;"
        );
        assert_eq!(html(&Line("<b>\n\u{7}")), "&lt;b&gt; \\u{7}");
        assert_eq!(html(&Block("\nx<")), "\n\nx&lt;");
    }
}

//! Colours. They are written always, and taken out at the door (`anstream`) where nobody wants them.

use anstyle::{AnsiColor, Style};

pub const PASS: Style = AnsiColor::Green.on_default().bold();
pub const FAIL: Style = AnsiColor::Red.on_default().bold();
pub const OPEN: Style = AnsiColor::Yellow.on_default();
pub const CODE: Style = AnsiColor::Cyan.on_default();
pub const HEAD: Style = Style::new().bold();
pub const DIM: Style = Style::new().dimmed();

/// `text` in a style, and the style ended again.
pub fn paint(style: Style, text: impl std::fmt::Display) -> String {
    format!("{style}{text}{style:#}")
}

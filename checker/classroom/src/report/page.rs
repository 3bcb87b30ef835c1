//! What every page has: its policy, its look, and pictures that cannot do anything.

use data_encoding::BASE64;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use crate::export::safe::html::Line;

/// The look that all pages share.
const LOOK: &str = include_str!("look.css");

/// A page's head, up to and with `<body>`.
///
/// `look` and `script` are our own files, with lines that end in `\n`. Nothing but `script` can run: the policy names
/// its digest, and neither markup nor attributes that slipped through would have it.
pub(super) fn opening(title: &str, look: &str, script: Option<&str>) -> Markup {
    let runs = script.map_or_else(
        || "'none'".to_owned(),
        |script| {
            let digest = BASE64.encode(&Sha256::digest(script.as_bytes()));
            format!("'sha256-{digest}'")
        },
    );
    let policy = format!(
        "default-src 'none'; style-src 'unsafe-inline'; script-src {runs}; img-src data:; \
         base-uri 'none'; form-action 'none'"
    );
    html! {
        (DOCTYPE)
        (PreEscaped("<html lang=en>"))
        meta charset="utf-8";
        meta http-equiv="Content-Security-Policy" content=(policy);
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta name="referrer" content="no-referrer";
        meta name="color-scheme" content="light dark";
        // Without it a browser asks the server for an icon.
        link rel="icon" href="data:,";
        title { (Line(title)) }
        style { (PreEscaped(LOOK)) (PreEscaped(look)) }
        (PreEscaped("<body>"))
    }
}

/// `svg`, a file that a judged process wrote, as something to look at: in an `img` no
/// script runs and nothing is loaded.
pub(super) fn data_url(svg: &str) -> String {
    format!(
        "data:image/svg+xml;base64,{}",
        BASE64.encode(svg.as_bytes())
    )
}

/// `26 November 2026, 12:04`.
pub(super) fn date_and_time(at: Timestamp, zone: &TimeZone) -> String {
    zone.to_datetime(at)
        .strftime("%-d %B %Y, %H:%M")
        .to_string()
}

/// `26 Nov, 12:04`.
pub(super) fn short_time(at: Timestamp, zone: &TimeZone) -> String {
    zone.to_datetime(at).strftime("%-d %b, %H:%M").to_string()
}

/// What to call the zone in which times are shown: `Europe/Paris`, `UTC`, `+02:00`.
pub(super) fn zone_name(zone: &TimeZone, at: Timestamp) -> String {
    match zone.iana_name() {
        Some(name) => name.to_owned(),
        None if zone.to_offset(at).is_zero() => "UTC".to_owned(),
        None => zone.to_offset(at).to_string(),
    }
}

/// `1 learner`, `2 learners`.
pub(super) fn counted(count: usize, one: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        _ => format!("{} {one}s", grouped(count)),
    }
}

/// `1,432`.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut shown = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

/// A part of a whole in percent, rounded, but never to all or nothing what is neither.
/// `None`: there is no whole.
pub(super) fn percent(part: u64, whole: u64) -> Option<u64> {
    match (part, whole) {
        (_, 0) => None,
        (0, _) => Some(0),
        (part, whole) if part >= whole => Some(100),
        (part, whole) => Some(((part * 100 + whole / 2) / whole).clamp(1, 99)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_script_may_run() {
        let page = opening("t", "", Some("alert(1)")).into_string();
        // echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
        let digest = "sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=";
        assert!(page.contains(&format!("script-src '{digest}';")), "{page}");
        assert!(opening("t", "", None).0.contains("script-src 'none';"));
    }

    #[test]
    fn a_picture_is_letters_and_digits() {
        let url = data_url("<svg onload=\"alert(1)\"/>");
        assert_eq!(
            url,
            "data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+"
        );
    }

    #[test]
    fn numbers_are_easy_to_read() {
        let shown = [0, 999, 1000, 1_234_567].map(grouped);
        assert_eq!(shown, ["0", "999", "1,000", "1,234,567"]);
        assert_eq!(counted(1, "learner"), "1 learner");
        assert_eq!(counted(1000, "learner"), "1,000 learners");
    }

    #[test]
    fn nearly_all_is_not_all() {
        assert_eq!(percent(999, 1000), Some(99));
        assert_eq!(percent(1, 1000), Some(1));
        assert_eq!(percent(1000, 1000), Some(100));
        assert_eq!(percent(0, 1000), Some(0));
        assert_eq!(percent(1, 2), Some(50));
        assert_eq!(percent(0, 0), None);
    }

    #[test]
    fn a_zone_has_a_name() {
        let at: Timestamp = "2026-11-26T12:04:00Z".parse().unwrap();
        let east = TimeZone::fixed(jiff::tz::offset(2));
        assert_eq!(zone_name(&TimeZone::UTC, at), "UTC");
        assert_eq!(zone_name(&east, at), "+02");
        assert_eq!(date_and_time(at, &east), "26 November 2026, 14:04");
    }
}

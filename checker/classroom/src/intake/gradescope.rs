//! The metadata of a Gradescope export.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Deserialize;

use crate::RawName;

/// The file's name.
pub(crate) const METADATA: &str = "submission_metadata.yml";

/// One submission in the metadata.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Described {
    #[serde(rename = ":submitters", default)]
    pub submitters: Vec<Submitter>,
    #[serde(rename = ":created_at", default)]
    created_at: Option<String>,
}

/// Someone who handed in. Several people may hand in together.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Submitter {
    #[serde(rename = ":name", default)]
    pub name: Option<String>,
    #[serde(rename = ":sid", default)]
    pub sid: Option<String>,
    #[serde(rename = ":email", default)]
    pub email: Option<String>,
}

/// The metadata, by the name of the folder.
pub(crate) type Metadata = BTreeMap<String, Described>;

/// Reads the metadata.
///
/// # Errors
/// What is wrong with it, and where.
pub(crate) fn read(text: &str) -> Result<Metadata, String> {
    // An export of nobody is an empty document.
    let body = text.trim_start_matches('\u{feff}');
    if body.trim().trim_start_matches("---").trim().is_empty() {
        return Ok(Metadata::new());
    }
    // The file is Gradescope's and as long as the class is large; all that learners put
    // into it are texts. What an alias repeats stays limited as it is.
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_events: 100_000_000,
            max_nodes: 50_000_000,
            max_anchors: 1_000_000,
            max_aliases: 1_000_000,
            enforce_alias_anchor_ratio: false,
        },
    };
    serde_saphyr::from_str_with_options(body, options).map_err(|error| {
        RawName::from(error.to_string().lines().next().unwrap_or_default()).to_string()
    })
}

impl Described {
    /// When it was handed in.
    pub(crate) fn time(&self) -> Option<Timestamp> {
        // 2023-02-01 04:21:18.470418000 Z, or with -07:00.
        let text = self.created_at.as_deref()?;
        let words: Vec<&str> = text.split_whitespace().collect();
        match words.as_slice() {
            [whole] => whole.parse().ok(),
            [date, time] => format!("{date}T{time}").parse().ok(),
            [date, time, "UTC"] => format!("{date}T{time}Z").parse().ok(),
            [date, time, offset] => format!("{date}T{time}{offset}").parse().ok(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "---
submission_101:
  :submitters:
  - :name: Jane Doe
    :sid: '0123'
    :email: jane@example.org
  - :name: \"Zoë\"
    :sid: 77
    :email:
  :created_at: 2023-02-01 04:21:18.470418000 Z
  :score: 10.0
  :status: processed
  :results:
    tests:
    - name: a
      score: 1.0
  :history:
  - :id: 1
    :created_at: 2023-01-01 04:21:18.470418000 Z
submission_102:
  :submitters: []
  :created_at: 2018-07-01 14:22:32.365935 -07:00
";

    #[test]
    fn submitters_and_times_are_read() {
        let all = read(TEXT).unwrap();
        let first = &all["submission_101"];
        assert_eq!(first.submitters.len(), 2, "a group");
        assert_eq!(first.submitters[0].sid.as_deref(), Some("0123"));
        assert_eq!(first.submitters[1].sid.as_deref(), Some("77"));
        assert_eq!(first.submitters[1].email, None);
        assert_eq!(
            first.time().unwrap().to_string(),
            "2023-02-01T04:21:18.470418Z"
        );
        let second = &all["submission_102"];
        assert!(second.submitters.is_empty());
        assert_eq!(
            second.time().unwrap().to_string(),
            "2018-07-01T21:22:32.365935Z"
        );
    }

    #[test]
    fn a_large_class_with_long_histories_is_read() {
        let mut text = String::from("---\n");
        for number in 0..3000 {
            let line =
                format!("submission_{number}:\n  :submitters:\n  - :sid: S{number}\n  :history:\n");
            text.push_str(&line);
            for _ in 0..40 {
                text.push_str("  - :id: 1\n    :score: 1.0\n");
            }
        }
        assert_eq!(read(&text).unwrap().len(), 3000);
    }

    #[test]
    fn what_is_wrong_is_told_and_a_bomb_does_not_go_off() {
        assert!(read("---\n").unwrap().is_empty());
        assert!(read("submission_1: [").is_err());
        assert!(read("submission_1: 7").is_err());
        let mut bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n".to_owned();
        for (inner, outer) in "abcdefghijklm".chars().zip("bcdefghijklmn".chars()) {
            let nine = format!("*{inner},").repeat(9);
            bomb.extend([outer, ':', ' ', '&', outer, ' ', '[']);
            bomb.push_str(&nine);
            bomb.push_str("]\n");
        }
        assert!(read(&bomb).is_err());
    }
}

//! How Moodle names what it lets an instructor download.

/// `Jane Doe_123_assignsubmission_file_`, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MoodleName {
    /// The learner's full name.
    pub learner: String,
    /// Moodle's number of the participant.
    pub participant: String,
    /// Whether it holds what was typed into a form.
    pub typed: bool,
    /// For a download without folders: the learner's own name for the file.
    pub file: Option<String>,
}

impl MoodleName {
    /// Reads a name. `None` when Moodle did not make it.
    pub(crate) fn read(name: &str) -> Option<Self> {
        let (before, after) = name.split_once("_assignsubmission_")?;
        let (learner, participant) = before.rsplit_once('_')?;
        let number = !participant.is_empty() && participant.bytes().all(|b| b.is_ascii_digit());
        if !number || learner.is_empty() {
            return None;
        }
        let (typed, rest) = if let Some(rest) = after.strip_prefix("file") {
            (false, rest)
        } else {
            (true, after.strip_prefix("onlinetext")?)
        };
        let file = match rest {
            "" | "_" => None,
            rest => Some(rest.strip_prefix('_')?.to_owned()),
        };
        Some(Self {
            learner: learner.to_owned(),
            participant: participant.to_owned(),
            typed,
            file,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_apart() {
        for (name, learner, participant, typed, file) in [
            (
                "Jane Doe_123_assignsubmission_file_",
                "Jane Doe",
                "123",
                false,
                None,
            ),
            (
                "Jane Doe_123_assignsubmission_file",
                "Jane Doe",
                "123",
                false,
                None,
            ),
            (
                "Zoë_O'Neil_7_assignsubmission_onlinetext_",
                "Zoë_O'Neil",
                "7",
                true,
                None,
            ),
            (
                "Jane Doe_123_assignsubmission_file_ex05.rs",
                "Jane Doe",
                "123",
                false,
                Some("ex05.rs"),
            ),
        ] {
            let read = MoodleName::read(name).unwrap();
            assert_eq!(
                (
                    &*read.learner,
                    &*read.participant,
                    read.typed,
                    read.file.as_deref()
                ),
                (learner, participant, typed, file)
            );
        }
        for name in [
            "Jane Doe",
            "_123_assignsubmission_file_",
            "Jane_x_assignsubmission_file_",
            "Jane__assignsubmission_file_",
            "Jane_1_assignsubmission_other_",
            "Jane_1_assignsubmission_fileex05.rs",
        ] {
            assert_eq!(MoodleName::read(name), None, "{name}");
        }
    }
}

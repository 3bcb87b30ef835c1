//! The task of an exercise: the `//!` text with which its stub opens.

/// A task text, in Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// All of it but its title, which the exercise knows.
    pub text: String,
}

impl Task {
    /// Reads the task out of an exercise's stub.
    pub fn read(stub: &str) -> Self {
        let text = stub
            .lines()
            .map_while(|line| line.strip_prefix("//!"))
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
            .skip_while(|line| line.trim().is_empty() || line.starts_with("# "))
            .collect::<Vec<_>>()
            .join("\n");
        Self { text }
    }

    /// What is to be done, in one paragraph on one line: the one below "Your task", otherwise the
    /// first of all.
    pub fn summary(&self) -> String {
        let from = self
            .text
            .lines()
            .position(|line| line.trim_end() == "## Your task")
            .map_or(0, |heading| heading + 1);
        let words = self
            .text
            .lines()
            .skip(from)
            .skip_while(|line| line.trim().is_empty())
            .take_while(|line| !line.trim().is_empty())
            .map(str::trim)
            .collect::<Vec<_>>()
            .join(" ");
        match words.strip_suffix(':') {
            // The list that follows is not shown.
            Some(words) => format!("{words}."),
            None => words,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Task;

    #[test]
    fn the_first_paragraph_sums_it_up() {
        let task =
            Task::read("//! # Title\n//!\n//! Count\n//! words.\n//!\n//! More.\n\nfn f() {}\n");
        assert_eq!(task.text, "Count\nwords.\n\nMore.");
        assert_eq!(task.summary(), "Count words.");
    }

    #[test]
    fn the_task_itself_sums_it_up_better() {
        let task =
            Task::read("//! Why?\n//!\n//! ## Your task\n//!\n//! Build a bank:\n//!\n//! - x\n");
        assert_eq!(task.summary(), "Build a bank.");
    }

    #[test]
    fn a_stub_without_a_task_has_an_empty_one() {
        assert_eq!(Task::read("fn f() {}\n").summary(), "");
    }
}

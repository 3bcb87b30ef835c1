//! What a comparison found.

use std::fmt::Write as _;

use serde::Serialize;

use crate::record::LearnerId;

/// What every likeness says of itself.
pub const PROVES_NOTHING: &str = "Likeness proves nothing. A short exercise has few solutions; \
     people are taught the same way, work side by side and read the same forum. Read both files, \
     and ask both people, before you think of anything else.";

/// What is alike in the solutions of one exercise.
///
/// The order of everything in it follows from the essays alone, whatever their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Likeness {
    /// The exercise's package, such as `ex16`.
    pub exercise: String,
    /// [`PROVES_NOTHING`], so that whoever shows a likeness has it at hand.
    pub caveat: &'static str,
    /// How many different texts were handed in.
    pub texts: usize,
    /// How many of them had enough of their own to be compared.
    pub compared: usize,
    /// How many tokens of its own the middle one of those compared has: those that
    /// stand neither in the stub nor in a reference. 0 if none was compared.
    pub median_own: usize,
    /// How many fingerprints did not count because too much of the class has them.
    pub common: usize,
    /// The texts that leave too little to compare.
    pub too_little: Vec<Hand>,
    /// Those of whose text only the beginning was compared: it is far longer than an
    /// honest one.
    pub cut: Vec<LearnerId>,
    /// Texts that several learners handed in, the same to the byte, with enough of
    /// their own to count.
    pub identical: Vec<Hand>,
    /// The pairs above the threshold, the most alike first.
    pub pairs: Vec<Pair>,
    /// How many pairs above the threshold there are beyond those.
    pub pairs_left_out: usize,
    /// Learners who hang together by pairs or identical texts, also by those left out.
    /// Two of a cluster need not be alike themselves.
    pub clusters: Vec<Cluster>,
}

/// A text, by those who handed it in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Hand {
    /// Who handed in this very text. At least one; in order.
    pub learners: Vec<LearnerId>,
    /// How many of its tokens stand neither in the stub nor in a reference.
    pub own_tokens: usize,
}

/// Two texts that are alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pair {
    /// The one.
    pub left: Hand,
    /// The other.
    pub right: Hand,
    /// How alike they are.
    pub score: Score,
    /// Where, in the order of the left text: what is at least as long as the winnowing
    /// promises to find, the longest 100.
    pub passages: Vec<Passage>,
}

/// How alike two texts are: of the fingerprints of the one that has fewer, how many
/// the other has too. What is in the stub, in a reference or too common counts on
/// neither side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Score {
    /// The fingerprints that both have.
    pub shared: usize,
    /// The fingerprints of the one that has fewer. Never 0.
    pub of: usize,
}

impl Score {
    /// In per cent, rounded down.
    pub fn percent(self) -> usize {
        self.shared.saturating_mul(100) / self.of.max(1)
    }
}

/// A passage that two texts have in common, up to names, values and layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// Where it is in the left text.
    pub left: Lines,
    /// Where it is in the right text.
    pub right: Lines,
    /// How many tokens it is long.
    pub tokens: usize,
}

/// A range of lines, from 1, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Lines {
    /// The first line.
    pub first: u32,
    /// The last line.
    pub last: u32,
}

impl Lines {
    /// Whether `next` begins no earlier, and no line lies between the two.
    pub(super) fn leads_to(self, next: Self) -> bool {
        self.first <= next.first && next.first <= self.last.saturating_add(1)
    }

    /// From the first line of both to the last.
    pub(super) fn with(self, other: Self) -> Self {
        Self {
            first: self.first.min(other.first),
            last: self.last.max(other.last),
        }
    }
}

/// Learners whose solutions hang together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cluster {
    /// At least two, in order.
    pub learners: Vec<LearnerId>,
    /// How many pairs above the threshold hold it together.
    pub pairs: usize,
}

impl Likeness {
    /// Whether the exercise leaves too little to compare anybody with anybody.
    pub fn says_nothing(&self) -> bool {
        self.compared < 2 && self.identical.is_empty()
    }

    /// What a reader must know before the pairs. Several sentences of plain text,
    /// without anything that a learner wrote.
    pub fn note(&self) -> String {
        let mut note = String::from(self.caveat);
        let mut say = |sentence: std::fmt::Arguments| {
            note.push(' ');
            // Writing to a string cannot fail.
            let _ = note.write_fmt(sentence);
        };
        if self.compared < 2 {
            say(format_args!(
                "This exercise leaves too little to compare: of {}, {} enough of its own beside \
                 the stub and the references.",
                texts(self.texts),
                match self.compared {
                    0 => "none has",
                    _ => "one has",
                },
            ));
        } else {
            say(format_args!(
                "Compared: {} of {}. The middle one has {} tokens of its own beside the stub and \
                 the references.",
                self.compared,
                texts(self.texts),
                self.median_own,
            ));
            if !self.too_little.is_empty() {
                say(format_args!("The others leave too little to compare."));
            }
        }
        if self.common > 0 {
            say(format_args!(
                "Not counted: {} that too much of the class has.",
                plural(self.common, "fingerprint", "fingerprints"),
            ));
        }
        if !self.cut.is_empty() {
            say(format_args!(
                "Compared by the beginning alone, for being too long: the texts of {}.",
                plural(self.cut.len(), "learner", "learners"),
            ));
        }
        if self.pairs_left_out > 0 {
            say(format_args!(
                "Not shown: {} that are less alike than those here.",
                plural(self.pairs_left_out, "pair", "pairs"),
            ));
        }
        note
    }
}

fn texts(count: usize) -> String {
    plural(count, "text", "different texts")
}

fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness() -> Likeness {
        Likeness {
            exercise: "ex16".to_owned(),
            caveat: PROVES_NOTHING,
            texts: 30,
            compared: 0,
            median_own: 0,
            common: 0,
            too_little: Vec::new(),
            cut: Vec::new(),
            identical: Vec::new(),
            pairs: Vec::new(),
            pairs_left_out: 0,
            clusters: Vec::new(),
        }
    }

    fn hand(learner: &str) -> Hand {
        Hand {
            learners: vec![LearnerId(learner.to_owned())],
            own_tokens: 7,
        }
    }

    #[test]
    fn a_note_says_that_there_is_nothing_to_compare() {
        insta::assert_snapshot!(likeness().note());
        assert!(likeness().says_nothing());
        let one = Likeness {
            texts: 1,
            compared: 1,
            ..likeness()
        };
        assert!(one.says_nothing());
        assert!(
            one.note().ends_with(
                "of 1 text, one has enough of its own beside the stub and the references."
            )
        );
    }

    #[test]
    fn a_note_says_all_that_was_left_out_and_nothing_that_a_learner_wrote() {
        let all = Likeness {
            compared: 20,
            median_own: 84,
            common: 1,
            too_little: vec![hand("<b>ann</b>")],
            cut: vec![LearnerId("<b>bob</b>".to_owned())],
            pairs_left_out: 12,
            ..likeness()
        };
        insta::assert_snapshot!(all.note());
        assert!(!all.says_nothing());
    }

    #[test]
    fn scores_are_rounded_down() {
        let percent = |shared, of| Score { shared, of }.percent();
        assert_eq!([percent(2, 3), percent(7, 7), percent(0, 9)], [66, 100, 0]);
    }

    #[test]
    fn lines_lead_to_the_next_but_not_back() {
        let lines = |first, last| Lines { first, last };
        assert!(lines(2, 4).leads_to(lines(5, 6)));
        assert!(lines(2, 4).leads_to(lines(2, 3)));
        assert!(!lines(2, 4).leads_to(lines(6, 6)));
        assert!(!lines(2, 4).leads_to(lines(1, 9)));
        assert_eq!(lines(2, 4).with(lines(3, 3)), lines(2, 4));
    }
}

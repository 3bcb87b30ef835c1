//! A class that nobody taught: learners whose files come from the workbook's solutions.
//!
//! Three of ten hand in the untouched stub, five something right, two something wrong.
//! What each hands in is drawn by a fixed rule, so that the same class comes out every
//! time, on every machine.

use std::fs;
use std::path::{Path, PathBuf};

use course::{Course, Exercise, Group};

/// How different the files of a class are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(dead_code, reason = "each test and benchmark uses its own")]
pub enum Variety {
    /// One right and one wrong file for each exercise.
    Least,
    /// Every file that the solutions have.
    AsSolved,
    /// The same, but only the untouched stubs are alike: what somebody wrote has a comment
    /// of their own.
    OwnWork,
    /// The same, and no two learners have the same text at all.
    NoTwoAlike,
}

/// The workbook that these tests are part of.
pub fn course() -> Course {
    Course::discover(env!("CARGO_MANIFEST_DIR")).expect("this is part of a workbook")
}

/// Writes a folder for each learner below `folder`, with a file for each of the first
/// `exercises` exercises.
pub fn write_class(
    course: &Course,
    folder: &Path,
    learners: usize,
    exercises: usize,
    variety: Variety,
) {
    let shelves: Vec<Shelf> = course
        .exercises()
        .iter()
        .take(exercises)
        .map(|exercise| Shelf::of(course, exercise))
        .collect();
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    for learner in 1..=learners {
        let home = folder.join(format!("learner-{learner:04}"));
        fs::create_dir_all(&home).expect("the folder can be made");
        for shelf in &shelves {
            let text = shelf.draw(&mut dice, variety);
            let is_own = match variety {
                Variety::Least | Variety::AsSolved => false,
                Variety::OwnWork => text != shelf.stub,
                Variety::NoTwoAlike => true,
            };
            let text = if is_own {
                format!("// By learner {learner}.\n{text}")
            } else {
                text.to_owned()
            };
            let file = home.join(format!("{}.rs", shelf.package));
            fs::write(file, text).expect("the file can be written");
        }
    }
}

/// What there is to hand in for an exercise.
struct Shelf {
    package: String,
    stub: String,
    right: Vec<String>,
    wrong: Vec<String>,
}

impl Shelf {
    fn of(course: &Course, exercise: &Exercise) -> Self {
        let solutions = course.solutions(exercise).expect("there are solutions");
        let texts = |wanted: &dyn Fn(Group) -> bool| -> Vec<String> {
            let mut files: Vec<PathBuf> = solutions
                .iter()
                .filter(|solution| wanted(solution.group))
                .map(|solution| solution.path.clone())
                .collect();
            files.sort();
            files
                .iter()
                .map(|file| fs::read_to_string(file).expect("a solution can be read"))
                .collect()
        };
        Self {
            package: exercise.package.clone(),
            stub: course.pristine(exercise).stub().expect("there is a stub"),
            right: texts(&|group| group != Group::Wrong),
            wrong: texts(&|group| group == Group::Wrong),
        }
    }

    fn draw(&self, dice: &mut Dice, variety: Variety) -> &str {
        let kind = dice.roll(10);
        let pile = match kind {
            0..=2 => return &self.stub,
            3..=7 => &self.right,
            _ => &self.wrong,
        };
        let at = match variety {
            Variety::Least => 0,
            Variety::AsSolved | Variety::OwnWork | Variety::NoTwoAlike => dice.roll(pile.len()),
        };
        &pile[at]
    }
}

/// Numbers without a pattern, the same every time (xorshift64*, Vigna 2016).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(number).unwrap_or_default() % sides
    }
}

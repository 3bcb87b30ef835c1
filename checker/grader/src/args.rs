//! What can be typed after `checker grade` and its sisters.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use classroom::grading::Shard;
use jiff::Timestamp;
use judge::jail::Level;

const EXIT_CODES: &str = "\
Exit codes:
    0  done
    1  done, but look at what was said: the grader itself failed on some file, and that
       mark is withheld
    2  the command, a path or a file of yours is wrong
    3  the grader itself failed
  130  interrupted, with Ctrl-C for instance; what was judged is in the ledger";

/// Grades a class: submissions in, marks out.
#[derive(Debug, Parser)]
#[command(
    name = "checker",
    bin_name = "checker",
    version,
    after_help = EXIT_CODES,
    disable_help_subcommand = true,
    subcommand_value_name = "COMMAND"
)]
pub struct Args {
    /// The file in which every verdict is kept
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        default_value = "class.ledger"
    )]
    pub ledger: PathBuf,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Judge what a class handed in, and keep every verdict
    Grade(Grade),
    /// Judge again what is in the ledger, and add what comes of it
    Regrade(Regrade),
    /// Print the marks: learners by exercises
    Marks(Marks),
    /// Print everything that one mark rests on
    Explain(Explain),
    /// Write one page about the class: marks, pass rates, mistakes, time line, likeness
    Report(Report),
    /// Write a page for each learner: marks, failing schedules, what to do next
    Feedback(Feedback),
    /// Write the marks for spreadsheets, programs and course platforms
    Export(Export),
    /// Put the ledgers of several machines together
    Merge(Merge),
    /// Say which jails this machine has
    Jails,
}

/// How it is judged.
#[derive(Debug, Clone, clap::Args)]
#[command(next_help_heading = "Judging")]
pub struct Judging {
    /// Use this jail, no other: bubblewrap or landlock
    #[arg(long, value_name = "NAME")]
    pub jail: Option<Level>,
    /// Refuse to judge in a jail that is weaker than this one
    #[arg(long, value_name = "NAME")]
    pub require_jail: Option<Level>,
    /// How many hand-ins to judge at a time [default: one a core]
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: Option<u16>,
    /// A folder with tests that learners do not have, laid out as `exercises` is
    #[arg(long, value_name = "FOLDER")]
    pub hidden: Option<PathBuf>,
    /// Judge this exercise only; may be given again
    #[arg(long = "exercise", value_name = "EX")]
    pub exercises: Vec<String>,
    /// Print for people, or one line of JSON a verdict
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "FORMAT")]
    pub format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Human,
    Json,
}

#[derive(Debug, clap::Args)]
pub struct Grade {
    /// Folders, archives, repositories, or lists of repositories
    #[arg(value_name = "SUBMISSIONS", required_unless_present = "resume")]
    pub sources: Vec<PathBuf>,
    /// Take nothing new in; judge what an interrupted run left
    #[arg(long)]
    pub resume: bool,
    /// Write Gradescope's results of the one learner that is graded
    #[arg(long, value_name = "FILE")]
    pub gradescope: Option<PathBuf>,
    /// Write the feedback of those who are graded, as Markdown
    #[arg(long, value_name = "FILE")]
    pub summary: Option<PathBuf>,
    /// Judge one part of the class: 3/16 is the third of sixteen
    #[arg(long, value_name = "N/OF")]
    pub shard: Option<Shard>,
    #[command(flatten)]
    pub class: Class,
    #[command(flatten)]
    pub judging: Judging,
}

#[derive(Debug, clap::Args)]
pub struct Regrade {
    /// Only what was last judged at this time or later, such as 2026-03-01T12:00:00Z
    #[arg(long, value_name = "TIME")]
    pub since: Option<Timestamp>,
    /// Only this learner; may be given again
    #[arg(long = "learner", value_name = "ID")]
    pub learners: Vec<String>,
    /// Judge nothing: show which verdicts moved, and why
    #[arg(long)]
    pub diff: bool,
    #[command(flatten)]
    pub class: Class,
    #[command(flatten)]
    pub judging: Judging,
}

#[derive(Debug, clap::Args)]
pub struct Merge {
    /// The ledgers that are added to the one named by --ledger
    #[arg(required = true, value_name = "LEDGER")]
    pub others: Vec<PathBuf>,
}

/// What the instructor says of the class.
#[derive(Debug, Clone, clap::Args)]
#[command(next_help_heading = "Class")]
pub struct Class {
    /// The rules of the class [default: classroom.toml, if there is one]
    #[arg(long, value_name = "FILE")]
    pub class: Option<PathBuf>,
    /// Who is in the class: a CSV file with a column `id` [default: the one in the rules]
    #[arg(long, value_name = "FILE")]
    pub roster: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct Marks {
    #[command(flatten)]
    pub class: Class,
    /// Print for people, or as one JSON document
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "FORMAT")]
    pub format: Format,
}

#[derive(Debug, clap::Args)]
pub struct Explain {
    /// The learner, as `checker marks` calls them
    pub learner: String,
    /// The exercise: ex05, 5, 05 or the topic
    #[arg(value_name = "EX")]
    pub exercise: String,
    /// Print what was handed in as well
    #[arg(long)]
    pub source: bool,
    #[command(flatten)]
    pub class: Class,
}

#[derive(Debug, clap::Args)]
pub struct Report {
    /// The HTML file to write
    #[arg(long, short, value_name = "FILE", default_value = "class.html")]
    pub out: PathBuf,
    /// Leave out which solutions are alike
    #[arg(long)]
    pub no_similarity: bool,
    #[command(flatten)]
    pub class: Class,
}

#[derive(Debug, clap::Args)]
pub struct Feedback {
    /// The folder to write to
    #[arg(long, short, value_name = "FOLDER", default_value = "feedback")]
    pub out: PathBuf,
    /// Which kinds of pages
    #[arg(long, value_enum, default_value_t = Pages::Both, value_name = "KIND")]
    pub pages: Pages,
    #[command(flatten)]
    pub class: Class,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Pages {
    Html,
    Markdown,
    Both,
}

#[derive(Debug, clap::Args)]
pub struct Export {
    /// The file to write
    #[arg(
        long,
        short,
        global = true,
        value_name = "FILE",
        default_value = "marks.out"
    )]
    pub out: PathBuf,
    #[command(subcommand)]
    pub what: Exported,
}

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true)]
pub enum Exported {
    /// A table of learners and exercises, for a spreadsheet
    Csv {
        #[command(flatten)]
        class: Class,
        /// Begin with a byte-order mark, for older versions of Excel
        #[arg(long)]
        bom: bool,
        /// Write 7,5 instead of 7.5, and `;` between cells, as spreadsheets in many
        /// countries expect
        #[arg(long)]
        comma: bool,
    },
    /// Everything, as one JSON document: checker/classroom/schema/marks.schema.json
    Json {
        #[command(flatten)]
        class: Class,
    },
    /// `JUnit` XML: a suite for each learner and exercise
    Junit {
        #[command(flatten)]
        class: Class,
    },
    /// Marks to be imported by Canvas
    Canvas(Platform),
    /// Marks to be imported by Moodle
    Moodle {
        #[command(flatten)]
        platform: Platform,
        /// By what Moodle is to know the learners
        #[arg(long, value_enum, default_value_t = MoodleColumn::Email, value_name = "WHAT")]
        by: MoodleColumn,
        /// Fill in the grades of this worksheet, which an assignment of Moodle's gave out
        #[arg(long, value_name = "FILE", conflicts_with = "by")]
        worksheet: Option<PathBuf>,
        /// Fill in the marks of this exercise instead of the total
        #[arg(long, value_name = "EX", requires = "worksheet")]
        exercise: Option<String>,
        /// Bring the marks to the assignment's maximum grade
        #[arg(long, requires = "worksheet")]
        scale: bool,
    },
    /// The zip that Gradescope makes an autograder of
    Gradescope,
    /// A GitHub workflow that grades what is pushed
    Github {
        /// The course's repository, such as school/concurrency
        course: String,
        /// A branch, tag or commit of it
        #[arg(default_value = "main")]
        reference: String,
    },
}

#[derive(Debug, clap::Args)]
pub struct Platform {
    #[command(flatten)]
    pub class: Class,
    /// Give a zero where nothing was handed in, instead of no mark
    #[arg(long)]
    pub zero: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MoodleColumn {
    /// The roster's column `email`
    Email,
    /// The "ID number" of the profile, which is the roster's `id`
    IdNumber,
    /// The user name, which is the roster's `id`
    Username,
}

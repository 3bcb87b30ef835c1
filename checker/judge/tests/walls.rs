//! The walls themselves, tried by programs that no scan of the source saw.
//!
//! `walls/*.rs` are probes: each makes the one attempt that it is asked for and says what
//! came of it. `walls/walls.txt` says what must come of it: outside, as the control, and
//! in either cell of either level. `walls/may-run.txt` and `walls/may-not-compile.txt` say
//! which system calls there are: all others are tried by their numbers.
//!
//! With `CI` in the environment both levels must be there; elsewhere a level that the
//! machine lacks is left out, and said to be.

use std::env;
use std::fs::{self, File};
use std::net::{TcpListener, UdpSocket};
use std::os::linux::net::SocketAddrExt as _;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::{SocketAddr, UnixListener};
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{self, Command, ExitCode, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use course::{Course, Exercise};
use judge::jail::{Jail, Level, enter_if_asked};
use judge::trial::{Ending, Room};
use judge::{Config, Judge, Mode, Request, Source};
use libtest_mimic::{Arguments, Failed, Trial};
use rustix::io::{FdFlags, fcntl_setfd};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

/// On whose desk the probes run.
const EXERCISE: &str = "ex01";
/// What only its owner may read.
const SECRET: &str = "another learner's file\n";
/// The variables that the judge means to be there. `PWD` is bubblewrap's.
const VARIABLES: [&str; 11] = [
    "PATH",
    "PWD",
    "TMPDIR",
    "WORKBOOK_RUN",
    "CARGO_MANIFEST_DIR",
    "CARGO_PKG_NAME",
    "CARGO_CRATE_NAME",
    "RUST_BACKTRACE",
    "INTERLEAVE_WIDTH",
    "INTERLEAVE_SOURCE_ROOT",
    "TESTKIT_DEADLINE_SECONDS",
];

fn main() -> ExitCode {
    enter_if_asked();
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(2);
    if !cfg!(target_arch = "x86_64") {
        println!("Left out: the probes know the system calls of x86-64 alone.");
        return ExitCode::SUCCESS;
    }
    match trials() {
        Ok(trials) => libtest_mimic::run(&arguments, trials).exit_code(),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

// --- What is expected -------------------------------------------------------------------

/// A row of `walls.txt`.
struct Row {
    probe: String,
    attempt: String,
    outside: String,
    /// Run in bubblewrap and in Landlock, compile in bubblewrap and in Landlock.
    inside: [String; 4],
}

impl Row {
    fn all() -> Vec<Self> {
        let rows = lines(include_str!("walls/walls.txt"));
        rows.into_iter().map(Self::read).collect()
    }

    fn read(line: &str) -> Self {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        let [name, outside, inside @ ..] = &words[..] else {
            panic!("`{line}` is no row");
        };
        let (probe, attempt) = name.split_once("::").expect("a probe and its attempt");
        Self {
            probe: probe.to_owned(),
            attempt: attempt.to_owned(),
            outside: outside.clone(),
            inside: inside.to_vec().try_into().expect("four cells"),
        }
    }

    fn expected(&self, room: Room, level: Level) -> &str {
        let run = usize::from(room == Room::Compile) * 2;
        &self.inside[run + usize::from(level == Level::Landlock)]
    }
}

/// The lines that say something.
fn lines(text: &'static str) -> Vec<&'static str> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
}

/// A row of the files about system calls: number, name, and what is to be said of it.
fn calls(text: &'static str) -> Vec<(u32, &'static str, &'static str)> {
    let read = |line: &'static str| {
        let (number, rest) = line.split_once(' ').expect("a number first");
        let rest = rest.trim();
        let (name, note) = rest.split_once(' ').unwrap_or((rest, ""));
        (number.parse().expect("a number"), name, note.trim())
    };
    lines(text).into_iter().map(read).collect()
}

// --- What there is to attack ------------------------------------------------------------

/// What the trials share.
struct Scene {
    course: Course,
    exercise: Exercise,
    programs: TempDir,
    tcp: TcpListener,
    udp: UdpSocket,
    socket: PathBuf,
    abstract_name: String,
    _listeners: [UnixListener; 2],
    temporary: tempfile::NamedTempFile,
    /// Open in every process that is started from here.
    _leak: File,
}

impl Scene {
    fn new() -> Result<Self, String> {
        let course = Course::discover(env!("CARGO_MANIFEST_DIR"))
            .map_err(|error| format!("{error}\n{}", error.advice()))?;
        let mut exercises = course.exercises().iter();
        let exercise = exercises
            .find(|exercise| exercise.package == EXERCISE)
            .ok_or("the exercise is not there")?
            .clone();
        let built = || -> std::io::Result<_> {
            let programs = TempDir::with_prefix_in("walls-", env!("CARGO_TARGET_TMPDIR"))?;
            // The name of a socket may not be long.
            let socket = env::temp_dir().join(format!("walls-{}", process::id()));
            let abstract_name = format!("walls-{}", process::id());
            let by_name = SocketAddr::from_abstract_name(&abstract_name)?;
            let listeners = [
                UnixListener::bind(&socket)?,
                UnixListener::bind_addr(&by_name)?,
            ];
            let leak = File::open(env!("CARGO_MANIFEST_DIR"))?;
            fcntl_setfd(&leak, FdFlags::empty())?;
            Ok(Self {
                tcp: TcpListener::bind("127.0.0.1:0")?,
                udp: UdpSocket::bind("127.0.0.1:0")?,
                temporary: tempfile::NamedTempFile::new()?,
                course: course.clone(),
                exercise,
                programs,
                socket,
                abstract_name,
                _listeners: listeners,
                _leak: leak,
            })
        };
        built().map_err(|error| error.to_string())
    }

    fn program(&self, probe: &str) -> PathBuf {
        self.programs.path().join(probe)
    }

    /// Compiles a probe.
    fn build(&self, probe: &str) -> Result<(), String> {
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/walls");
        let output = Command::new("rustc")
            .args(["--edition", "2024", "-C", "debuginfo=0", "-o"])
            .arg(self.program(probe))
            .arg(sources.join(probe).with_extension("rs"))
            .current_dir(self.course.root())
            .output()
            .map_err(|error| error.to_string())?;
        if output.status.success() {
            Ok(())
        } else {
            Err(String::from_utf8_lossy(&output.stderr).into_owned())
        }
    }

    /// What a probe is told.
    fn arguments(&self, attempt: &str, place: &Place, inside: bool) -> Result<Vec<String>, String> {
        let address = |of: std::io::Result<std::net::SocketAddr>| of.map_err(|e| e.to_string());
        let exercise = &self.exercise;
        let solution = self.course.root().join(course::SOLUTIONS);
        let solution = solution.join(exercise.folder()).join("lib.rs");
        let shown = |path: &Path| path.display().to_string();
        let dose = if inside { "large" } else { "small" };
        let told = [
            ("attempt", attempt.to_owned()),
            ("dose", dose.to_owned()),
            ("judge", process::id().to_string()),
            ("tcp", address(self.tcp.local_addr())?.to_string()),
            ("udp", address(self.udp.local_addr())?.to_string()),
            ("socket", shown(&self.socket)),
            ("abstract", self.abstract_name.clone()),
            ("temporary", shown(self.temporary.path())),
            ("solution", shown(&solution)),
            ("hidden", shown(&place.hidden)),
            ("source", shown(&place.source)),
            ("source_spoilt", shown(&place.source)),
            ("neighbour", shown(&place.neighbour.path().join("lib.rs"))),
            ("spoilt", shown(&place.neighbour.path().join("lib.rs"))),
            ("neighbours", shown(place.neighbour.path())),
            ("out", shown(&place.out)),
            ("token", place.token()),
            ("known", VARIABLES.join(",")),
            ("spaces", spaces().join(",")),
        ];
        Ok(told.map(|(name, value)| format!("{name}={value}")).into())
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.socket);
    }
}

/// What a probe finds around itself.
struct Place {
    out: PathBuf,
    source: PathBuf,
    hidden: PathBuf,
    /// The folder of somebody else.
    neighbour: TempDir,
}

impl Place {
    /// Next to whatever lies in `beside`.
    fn new(beside: &Path, out: PathBuf, home: &Path) -> Result<Self, String> {
        let built = || -> std::io::Result<_> {
            let neighbour = TempDir::with_prefix_in("neighbour-", beside)?;
            let file = neighbour.path().join("lib.rs");
            fs::write(&file, SECRET)?;
            fs::set_permissions(&file, fs::Permissions::from_mode(0o644))?;
            Ok(Self {
                out,
                source: home.join("src/lib.rs"),
                hidden: home.join("tests/behaviour.rs"),
                neighbour,
            })
        };
        built().map_err(|error| error.to_string())
    }

    /// Found on the command line of a process that should not be there.
    fn token(&self) -> String {
        format!("{}-left-behind", self.neighbour.path().display())
    }

    /// Whether somebody else's folder is as it was.
    fn is_untouched(&self) -> Result<(), Failed> {
        let text = fs::read_to_string(self.neighbour.path().join("lib.rs"))?;
        if text != SECRET {
            return Err("another learner's file was changed".into());
        }
        match fs::read_dir(self.neighbour.path())?.count() {
            1 => Ok(()),
            _ => Err("something came into another learner's folder".into()),
        }
    }
}

/// The name spaces that this process is in, each with its name before its number.
fn spaces() -> Vec<String> {
    ["cgroup", "ipc", "mnt", "net", "pid", "user", "uts"]
        .into_iter()
        .filter_map(|name| fs::read_link(format!("/proc/self/ns/{name}")).ok())
        .map(|space| space.display().to_string())
        .collect()
}

/// The processes that have this on their command line.
fn with(token: &str) -> Vec<Pid> {
    let Ok(processes) = fs::read_dir("/proc") else {
        return Vec::new();
    };
    processes
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let number: i32 = entry.file_name().to_str()?.parse().ok()?;
            let line = fs::read(entry.path().join("cmdline")).ok()?;
            let words = line.split(|byte| *byte == 0);
            let found = words.into_iter().any(|word| word == token.as_bytes());
            found.then(|| Pid::from_raw(number)).flatten()
        })
        .collect()
}

// --- The trials -------------------------------------------------------------------------

fn trials() -> Result<Vec<Trial>, String> {
    let rows = Arc::new(Row::all());
    let scene = Scene::new()?;
    let mut probes: Vec<&str> = rows.iter().map(|row| row.probe.as_str()).collect();
    probes.dedup();
    for probe in probes {
        scene.build(probe)?;
    }
    let mut judges = Vec::new();
    for level in Level::ALL {
        let jail = match Jail::probe(level) {
            Ok(jail) => jail,
            Err(no) if env::var_os("CI").is_some() => return Err(no.to_string()),
            Err(no) => {
                eprintln!("Left out: {no}.");
                continue;
            }
        };
        judges.push((level, Arc::new(judge(&scene.course, jail)?)));
    }
    let scene = Arc::new(scene);
    let mut trials = Vec::new();
    for index in 0..rows.len() {
        let (rows, scene) = (Arc::clone(&rows), Arc::clone(&scene));
        let row = &rows[index];
        let name = format!("outside::{}::{}", row.probe, row.attempt);
        let rows = Arc::clone(&rows);
        trials.push(Trial::test(name, move || outside(&scene, &rows[index])));
    }
    for (level, judge) in judges {
        for room in [Room::Run, Room::Compile] {
            let prefix = format!("{level}::{}", format!("{room:?}").to_lowercase());
            for index in 0..rows.len() {
                let row = &rows[index];
                if row.expected(room, level) == "-" {
                    continue;
                }
                let name = format!("{prefix}::{}::{}", row.probe, row.attempt);
                let (rows, scene) = (Arc::clone(&rows), Arc::clone(&scene));
                let judge = Arc::clone(&judge);
                trials.push(Trial::test(name, move || {
                    inside(&scene, &judge, &rows[index], room, level)
                }));
            }
            let (scene, judge) = (Arc::clone(&scene), Arc::clone(&judge));
            trials.push(Trial::test(format!("{prefix}::calls"), move || {
                every_call(&scene, &judge, room)
            }));
        }
    }
    let shared = Arc::clone(&scene);
    trials.push(Trial::test("outside::calls", move || {
        calls_outside(&shared)
    }));
    Ok(trials)
}

fn judge(course: &Course, jail: Jail) -> Result<Judge, String> {
    let mut config = Config::default();
    config.jobs = 2;
    config.eager = false;
    config.reuse = false;
    config.jail = Some(jail);
    // Endless things end here; the others need a fraction of a second.
    config.compile_deadline = Duration::from_secs(5);
    config.test_deadline = Duration::from_secs(5);
    Judge::prepare(course, config, &mut |_| {
        eprintln!("Building the explorer. This happens once.");
    })
    .map_err(|error| format!("{error}\n{}", error.advice()))
}

/// What came of an attempt, in the words of the table, and all that was printed.
struct Came {
    word: String,
    printed: String,
}

/// The control: without walls the attempt gets through.
fn outside(scene: &Scene, row: &Row) -> Result<(), Failed> {
    let folder = TempDir::with_prefix_in("outside-", env!("CARGO_TARGET_TMPDIR"))?;
    let (out, home) = (folder.path().join("out"), folder.path().join("home"));
    for (file, text) in [
        ("src/lib.rs", "// a file\n"),
        ("tests/behaviour.rs", "// tests\n"),
    ] {
        let file = home.join(file);
        fs::create_dir_all(file.parent().unwrap_or(&home))?;
        fs::write(file, text)?;
    }
    fs::create_dir_all(&out)?;
    let place = Place::new(folder.path(), out.clone(), &home)?;
    let program = out.join("stranger");
    judge::trial::copy(&scene.program(&row.probe), &program)?;
    let output = Command::new(&program)
        .args(scene.arguments(&row.attempt, &place, false)?)
        .current_dir(&out)
        .stdin(Stdio::null())
        .output()?;
    let stdout = String::from_utf8_lossy(&output.stdout);
    let printed = format!("{stdout}{}", String::from_utf8_lossy(&output.stderr));
    let word = match output.status.signal() {
        Some(_) => "killed".to_owned(),
        None => stdout.lines().last().unwrap_or_default().to_owned(),
    };
    if row.attempt == "left_behind" {
        // Without walls it is there, and goes on.
        let left = with(&place.token());
        for process in &left {
            kill_process(*process, Signal::KILL)?;
        }
        if left.len() != 1 {
            return Err(format!("{} were left behind", left.len()).into());
        }
    }
    let came = Came { word, printed };
    if row.outside == "?" && came.word != "through" {
        eprintln!(
            "{}::{}: no control here: {}",
            row.probe, row.attempt, came.word
        );
        return Ok(());
    }
    let expected = match row.outside.as_str() {
        "?" => "through",
        expected => expected,
    };
    came.must_be(expected)
}

fn inside(scene: &Scene, judge: &Judge, row: &Row, room: Room, level: Level) -> Result<(), Failed> {
    let (came, place) = attempt(scene, judge, room, &row.probe, |place| {
        scene.arguments(&row.attempt, place, true)
    })?;
    came.must_be(row.expected(room, level))?;
    place.is_untouched()?;
    // A process that was killed may take a moment to be gone. One that was not stays.
    let patience = Instant::now() + Duration::from_secs(20);
    while !with(&place.token()).is_empty() {
        if Instant::now() > patience {
            return Err("a process was left behind".into());
        }
        thread::sleep(Duration::from_millis(5));
    }
    Ok(())
}

/// Runs a probe in a cell.
fn attempt(
    scene: &Scene,
    judge: &Judge,
    room: Room,
    probe: &str,
    arguments: impl FnOnce(&Place) -> Result<Vec<String>, String>,
) -> Result<(Came, Place), Failed> {
    let tests = scene.course.pristine(&scene.exercise);
    let tests = tests.with_tests_of(&scene.exercise.dir);
    let request = Request {
        exercise: &scene.exercise,
        source: &Source::Text(tests.stub().map_err(|error| error.to_string())?),
        tests: &tests,
        mode: Mode::FirstFailure,
    };
    let mut around = Err("nothing was laid out".to_owned());
    let outcome = judge.try_walls(&request, room, &scene.program(probe), |desk| {
        // Where other desks stand.
        let beside = desk.root.join("../..");
        let made = beside.canonicalize().map_err(|error| error.to_string());
        let made = made.and_then(|beside| Place::new(&beside, desk.out.clone(), &desk.home));
        let told = made.and_then(|place| Ok((arguments(&place)?, place)));
        let (told, place) = match told {
            Ok((told, place)) => (told, Ok(place)),
            Err(error) => (Vec::new(), Err(error)),
        };
        around = place;
        told
    })?;
    let word = match &outcome.ending {
        Ending::Exited(_) => outcome.stdout.lines().last().unwrap_or_default(),
        Ending::Killed(_) => "killed",
        Ending::TimedOut => "time",
        Ending::Stuck => "stuck",
        Ending::TooMuchMemory => "memory",
        Ending::TooManyThreads => "threads",
        Ending::TooMuchOutput => "output",
    };
    let came = Came {
        word: word.to_owned(),
        printed: format!("{:?}\n{}{}", outcome.ending, outcome.stdout, outcome.stderr),
    };
    Ok((came, around?))
}

impl Came {
    fn must_be(&self, expected: &str) -> Result<(), Failed> {
        if expected.split('|').any(|word| word == self.word) {
            return Ok(());
        }
        // The end of it.
        let from = self.printed.chars().count().saturating_sub(1000);
        let printed: String = self.printed.chars().skip(from).collect();
        Err(format!("{}, not {expected}\n{printed}", self.word).into())
    }
}

// --- Every system call ------------------------------------------------------------------

/// One more than the highest number that is tried.
const NUMBERS: u32 = 480;
/// The newest call that the filter knows.
const NEWEST: u32 = 462;
/// `clone3`, which is told not to exist.
const CLONE3: u32 = 435;

/// Makes these calls, and says of each what came of it.
fn make(
    scene: &Scene,
    judge: &Judge,
    room: Room,
    numbers: &[u32],
) -> Result<Vec<(u32, String)>, Failed> {
    let list: Vec<String> = numbers.iter().map(u32::to_string).collect();
    let (came, _) = attempt(scene, judge, room, "inherited", |place| {
        let mut told = scene.arguments("calls", place, true)?;
        told.push(format!("numbers={}", list.join(",")));
        Ok(told)
    })?;
    came.must_be("through")?;
    let made = came.printed.lines().filter_map(|line| {
        let (number, word) = line.split_once(' ')?;
        Some((number.parse().ok()?, word.to_owned()))
    });
    let made: Vec<_> = made.collect();
    if made.len() != numbers.len() {
        return Err(format!("{} calls were made, not {}", made.len(), numbers.len()).into());
    }
    Ok(made)
}

fn every_call(scene: &Scene, judge: &Judge, room: Room) -> Result<(), Failed> {
    let may_run = calls(include_str!("walls/may-run.txt"));
    let may_not_compile = calls(include_str!("walls/may-not-compile.txt"));
    let numbers: Vec<u32> = match room {
        Room::Run => {
            let untried = |number: &u32| {
                let row = may_run.iter().find(|(known, ..)| known == number);
                row.is_some_and(|(_, _, note)| *note == "untried")
            };
            (0..NUMBERS).filter(|number| !untried(number)).collect()
        }
        // All others are allowed, and would be made.
        Room::Compile => may_not_compile
            .iter()
            .map(|(number, ..)| *number)
            .chain(NEWEST + 1..NUMBERS)
            .collect(),
    };
    let mut wrong = Vec::new();
    for (number, came) in make(scene, judge, room, &numbers)? {
        let row = may_run.iter().find(|(known, ..)| *known == number);
        let is_right = match (room, row) {
            _ if number == CLONE3 => came == "ENOSYS",
            (Room::Run, Some((_, _, ""))) => came != "EPERM",
            (Room::Compile, _) if number > NEWEST => came == "ENOSYS",
            _ => came == "EPERM",
        };
        if !is_right {
            wrong.push(format!("{number}: {came}"));
        }
    }
    // The same by the numbers of the x32 interface.
    let x32: Vec<u32> = numbers.iter().map(|number| number | 0x4000_0000).collect();
    for (number, came) in make(scene, judge, room, &x32)? {
        let expected = match room {
            Room::Run => "EPERM",
            Room::Compile => "ENOSYS",
        };
        if came != expected {
            wrong.push(format!("{number:#x}: {came}"));
        }
    }
    if wrong.is_empty() {
        return Ok(());
    }
    Err(format!("these are not as they should be:\n{}", wrong.join("\n")).into())
}

/// The control of the above: without walls nobody says "not permitted" to nonsense.
fn calls_outside(scene: &Scene) -> Result<(), Failed> {
    // Those that nonsense cannot do any harm with, and that need no rights.
    let numbers = "16,22,62,64,68,76,101,109,110,133,200,253,272,284,292,317,319,424,434,438";
    let output = Command::new(scene.program("inherited"))
        .args(["attempt=calls", &format!("numbers={numbers}")])
        .stdin(Stdio::null())
        .output()?;
    let stdout = String::from_utf8_lossy(&output.stdout);
    let made = stdout.lines().filter(|line| line.contains(' ')).count();
    if made != numbers.split(',').count() || stdout.contains("EPERM") {
        return Err(stdout.into_owned().into());
    }
    Ok(())
}

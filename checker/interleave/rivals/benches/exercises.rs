//! How long the schedule tests of each exercise take, and how much memory, with
//! the reference solution and as a learner builds them: in the dev profile.
//!
//! `cargo bench -p rivals --bench exercises [-- EXERCISE]`. Everything is built in
//! a clone of this repository, so what is not committed does not count.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// Rounds of which the fastest counts.
const ROUNDS: usize = 5;
/// What one exercise may take.
const AIM: Duration = Duration::from_millis(500);
const AIM_KIB: u64 = 64 << 10;

fn main() -> Result<()> {
    let wanted = std::env::args().skip(1).find(|a| !a.starts_with('-'));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exercises");
    let root = folder.join("workbook");
    clone_to(&root)?;
    let mut exercises = Vec::new();
    for entry in fs::read_dir(root.join("solutions"))? {
        let name = entry?.file_name().into_string().map_err(|_| "a name")?;
        if wanted.as_ref().is_none_or(|w| name.contains(w.as_str())) {
            exercises.push(name);
        }
    }
    exercises.sort();

    println!("{:<28} {:>10} {:>12}", "schedule tests", "ms", "peak KiB");
    let mut all_met = true;
    for exercise in &exercises {
        let solution = root.join("solutions").join(exercise).join("lib.rs");
        let home = root.join("exercises").join(exercise);
        fs::copy(solution, home.join("src/lib.rs"))?;
        let test = build(&root, &folder.join("target"), exercise)?;
        let mut best: Option<Duration> = None;
        let mut most = 0;
        for _ in 0..ROUNDS {
            let (took, kib) = run(&test, &home)?;
            best = Some(best.map_or(took, |best| best.min(took)));
            most = most.max(kib);
        }
        let best = best.unwrap_or_default();
        let met = best <= AIM && most <= AIM_KIB;
        all_met &= met;
        let note = if met { "" } else { "  too much" };
        let ms = best.as_secs_f64() * 1e3;
        println!("{exercise:<28} {ms:>10.1} {most:>12}{note}");
    }
    println!(
        "aims, {} ms and {AIM_KIB} KiB: {}",
        AIM.as_millis(),
        if all_met { "met" } else { "missed" }
    );
    Ok(())
}

fn clone_to(root: &Path) -> Result<()> {
    if root.exists() {
        fs::remove_dir_all(root)?;
    }
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let mut git = Command::new("git");
    git.args(["clone", "--quiet", "--depth=1"])
        .arg(format!("file://{}", here.canonicalize()?.display()))
        .arg(root);
    if git.status()?.success() {
        return Ok(());
    }
    Err("git cannot clone this repository".into())
}

/// Builds the schedule tests of an exercise, and says where they are.
fn build(root: &Path, target: &Path, exercise: &str) -> Result<PathBuf> {
    let package = exercise.split('_').next().unwrap_or(exercise);
    let output = Command::new(env!("CARGO"))
        .args(["test", "--no-run", "--quiet", "--message-format=json"])
        .args(["--package", package, "--test", "schedules"])
        .env("CARGO_TARGET_DIR", target)
        .current_dir(root)
        .stderr(Stdio::inherit())
        .output()?;
    let text = String::from_utf8(output.stdout)?;
    // The only executable of the only target; the rest is libraries.
    let path = text
        .lines()
        .filter_map(|line| line.split_once("\"executable\":\""))
        .find_map(|(_, rest)| rest.split_once('"'))
        .map(|(path, _)| PathBuf::from(path));
    path.ok_or_else(|| format!("{exercise} does not build").into())
}

/// Runs the tests. How long they took, and the most memory they had in use: as
/// of the last look, where the system says so.
fn run(test: &Path, home: &Path) -> Result<(Duration, u64)> {
    let start = Instant::now();
    let mut child = Command::new(test)
        .current_dir(home)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    let ended = loop {
        if let Some(ended) = child.try_wait()? {
            break ended;
        }
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|l| l.strip_prefix("VmHWM:"));
        let kib = line.and_then(|l| l.trim().trim_end_matches("kB").trim().parse().ok());
        most = most.max(kib.unwrap_or(0));
        std::thread::sleep(Duration::from_micros(500));
    };
    let took = start.elapsed();
    if ended.success() {
        return Ok((took, most));
    }
    Err(format!("{} fails", test.display()).into())
}

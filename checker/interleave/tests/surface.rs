//! Holds the look-alike against the real `std`: every stable public item is modelled, passed
//! through on purpose, or refused.
//!
//! `surface/ledger.txt` says which. This test does not believe it. For each line of the
//! inventory there is a small function, a probe, that compiles only if the item is there and
//! takes and gives what the documentation says; and for each item one that compiles only if
//! it is the standard one itself. So an item that is missing fails by its name, and so does
//! one that is silently the real one. (That happens easily: with two glob re-exports,
//! `pub use std::thread::*; pub use ours::*`, the real one may win and nobody notices.)
//!
//! `surface/README.md` says where the inventory comes from.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The version of Rust that the inventory is of.
const VERSION: &str = "1.95";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/surface")
}

fn read(name: &str) -> String {
    fs::read_to_string(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

// --- The inventory and the ledger ---

/// The items of the inventory, each with its members.
fn inventory() -> Vec<(String, Vec<String>)> {
    let mut items: Vec<(String, Vec<String>)> = Vec::new();
    for line in read(&format!("std-{VERSION}.txt")).lines() {
        match (line.strip_prefix("  "), items.last_mut()) {
            (Some(member), Some((_, members))) => members.push(member.to_owned()),
            _ => items.push((line.to_owned(), Vec::new())),
        }
    }
    items
}

/// What the look-alike does with an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Claim {
    /// It has its own.
    Modelled,
    /// It has its own, a function which no constant can call.
    NotConst,
    /// It gives the real one.
    PassedThrough,
    /// It has its own, and using it while exploring says the way out.
    Refused,
    /// It has none. The compiler names what is missing.
    Absent,
}

fn parse_claim(text: &str) -> Option<Claim> {
    if text == "modelled" {
        return Some(Claim::Modelled);
    }
    let (word, why) = text.split_once(": ")?;
    match word {
        _ if why.trim().is_empty() => None,
        "not const" => Some(Claim::NotConst),
        "passed through" => Some(Claim::PassedThrough),
        "refused" => Some(Claim::Refused),
        "absent" => Some(Claim::Absent),
        _ => None,
    }
}

/// Whether a line of the ledger is about a line of the inventory. A `*` stands for any one
/// name: `fn std::sync::atomic::*::as_ptr`.
fn is_about(pattern: &str, line: &str) -> bool {
    let (pattern, line): (Vec<&str>, Vec<&str>) =
        (pattern.split("::").collect(), line.split("::").collect());
    pattern.len() == line.len()
        && std::iter::zip(pattern, line).all(|(pattern, name)| pattern == "*" || pattern == name)
}

/// Every line of the inventory with its claim. Members follow their item unless they
/// have a line of their own.
fn claims() -> BTreeMap<String, Claim> {
    let mut ledger = BTreeMap::new();
    for line in read("ledger.txt").lines() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let claim = line
            .split_once(" = ")
            .and_then(|(item, claim)| Some((item.trim_end(), parse_claim(claim)?)));
        let (item, claim) =
            claim.unwrap_or_else(|| panic!("ledger.txt: no `item = claim`:\n{line}"));
        let before = ledger.insert(item.to_owned(), claim);
        assert!(before.is_none(), "ledger.txt: twice: {item}");
    }

    let mut used = BTreeSet::new();
    let mut look_up = |line: &str| {
        let exact = ledger.get_key_value(line);
        let (pattern, claim) =
            exact.or_else(|| ledger.iter().find(|(pattern, _)| is_about(pattern, line)))?;
        used.insert(pattern.clone());
        Some(*claim)
    };
    let mut claims = BTreeMap::new();
    let mut without = Vec::new();
    for (item, members) in inventory() {
        let Some(claim) = look_up(&item) else {
            without.push(item);
            continue;
        };
        for member in members {
            let claim = look_up(&member).unwrap_or(claim);
            claims.insert(member, claim);
        }
        claims.insert(item, claim);
    }
    assert!(
        without.is_empty(),
        "ledger.txt says nothing of:\n{}",
        without.join("\n")
    );
    let idle: Vec<&String> = ledger.keys().filter(|line| !used.contains(*line)).collect();
    assert!(
        idle.is_empty(),
        "ledger.txt speaks of what is not in the inventory: {idle:#?}"
    );
    claims
}

// --- The probes ---

/// Functions by the line that each is held by.
fn probes(file: &str) -> Vec<(String, String)> {
    let mut probes: Vec<(String, String)> = Vec::new();
    // What stands above the first probe is about the file.
    for line in read(file).lines().skip_while(|line| !line.is_empty()) {
        match (line.strip_prefix("// "), probes.last_mut()) {
            (Some(name), _) => probes.push((name.to_owned(), String::new())),
            (None, Some((_, code))) => {
                code.push_str(line);
                code.push('\n');
            }
            (None, None) => {}
        }
    }
    assert!(!probes.is_empty(), "{file} has no probes");
    probes
}

/// What `std` is in the probes.
#[derive(Clone, Copy)]
enum Std {
    Real,
    LookAlike,
}

/// Compiles the probes, and returns those that do not, with what the compiler says.
fn failures(name: &str, std: Std, probes: &[(String, String)]) -> BTreeMap<String, String> {
    let mut failed = BTreeMap::new();
    // The compiler may stop at the first kind of error. So take out what fails, and try again.
    loop {
        let left: Vec<&(String, String)> = probes
            .iter()
            .filter(|(name, _)| !failed.contains_key(name))
            .collect();
        let errors = compile(name, std, &left);
        if errors.is_empty() {
            return failed;
        }
        failed.extend(errors);
    }
}

fn compile(name: &str, std: Std, probes: &[&(String, String)]) -> BTreeMap<String, String> {
    // Two globs that mean different things are an error here: identity is told by it.
    let mut source = String::from(
        "#![allow(warnings)]\n#![deny(ambiguous_glob_imports)]\nextern crate std as real;\n",
    );
    if let Std::LookAlike = std {
        source.push_str(
            "#[macro_use]\nextern crate interleave as std;\nextern crate interleave as core;\n",
        );
    }
    source.push_str("fn same<T>(_: T, _: T) {}\n");
    let mut holders = vec![None; source.lines().count()];
    for (holder, code) in probes {
        source.push_str(code);
        holders.resize(source.lines().count(), Some(holder));
    }

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("surface");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join(format!("{name}.rs"));
    fs::write(&file, source).unwrap();
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut command = Command::new(rustc);
    command
        .args(["--edition=2024", "--crate-type=lib", "--emit=metadata"])
        .args(["--error-format=short", "--out-dir"])
        .arg(&folder)
        .arg(&file);
    if let Std::LookAlike = std {
        let library = library();
        command.arg("-L").arg(format!(
            "dependency={}",
            library.parent().unwrap().display()
        ));
        command
            .arg("--extern")
            .arg(format!("interleave={}", library.display()));
    }
    let output = command.output().expect("rustc does not start");
    let said = String::from_utf8(output.stderr).unwrap();
    if output.status.success() {
        return BTreeMap::new();
    }

    // `path:line:column: error[E0432]: words`
    let place = format!("{}:", file.display());
    let errors: BTreeMap<String, String> = said
        .lines()
        .filter_map(|line| {
            let (line, rest) = line.strip_prefix(&place)?.split_once(':')?;
            let (_column, error) = rest.split_once(": error")?;
            let holder = holders[line.parse::<usize>().ok()? - 1]?;
            Some((holder.clone(), error.trim_start_matches(": ").to_owned()))
        })
        .collect();
    assert!(!errors.is_empty(), "the probes do not compile:\n{said}");
    errors
}

/// The look-alike, as cargo built it for this test: the newest beside the test itself.
fn library() -> PathBuf {
    let test = env::current_exe().unwrap();
    let folder = test.parent().unwrap();
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            name.starts_with("libinterleave-") && name.ends_with(".rlib")
        })
        .max_by_key(|path| path.metadata().unwrap().modified().unwrap())
        .expect("no libinterleave beside the test: run this with cargo test")
}

fn told(failures: &BTreeMap<String, String>) -> String {
    let lines: Vec<String> = failures
        .iter()
        .map(|(name, error)| format!("{name}\n    {error}"))
        .collect();
    lines.join("\n")
}

// --- The tests ---

#[test]
fn every_item_has_a_claim() {
    let claims = claims();
    let probed = probes(&format!("std-{VERSION}.probes.rs"));
    let probed: BTreeSet<String> = probed.into_iter().map(|(name, _)| name).collect();
    let listed: BTreeSet<String> = claims.into_keys().collect();
    let apart: Vec<&String> = probed.symmetric_difference(&listed).collect();
    assert!(apart.is_empty(), "run extract.py, for {apart:#?}");
}

/// The probes themselves are right: nothing they demand is more than `std` gives.
#[test]
fn the_probes_hold_of_the_real_thing() {
    for file in ["probes", "identity"] {
        let probes = probes(&format!("std-{VERSION}.{file}.rs"));
        let failed = failures(&format!("real_{file}"), Std::Real, &probes);
        assert!(failed.is_empty(), "{}", told(&failed));
    }
    let failed = failures("real_beyond", Std::Real, &probes("beyond.rs"));
    assert!(failed.is_empty(), "{}", told(&failed));
}

#[test]
fn everything_is_there_but_what_the_ledger_calls_absent() {
    let claims = claims();
    let mut probes = probes(&format!("std-{VERSION}.probes.rs"));
    for (name, code) in &mut probes {
        // What refuses does so at run time, so it cannot be const either.
        if let Claim::NotConst | Claim::Refused = claims[name] {
            *code = code.replacen("pub const ", "pub ", 1);
        }
    }
    let failed = failures("probes", Std::LookAlike, &probes);
    let missing: BTreeMap<String, String> = failed
        .iter()
        .filter(|(name, _)| claims[*name] != Claim::Absent)
        .map(|(name, error)| (name.clone(), error.clone()))
        .collect();
    assert!(
        missing.is_empty(),
        "the look-alike has not, or not as documented:\n{}",
        told(&missing)
    );
    let present: Vec<&String> = claims
        .iter()
        .filter(|(name, claim)| **claim == Claim::Absent && !failed.contains_key(*name))
        .map(|(name, _)| name)
        .collect();
    assert!(
        present.is_empty(),
        "the ledger calls absent what is there: {present:#?}"
    );
}

#[test]
fn what_no_signature_shows_holds_too() {
    let failed = failures("beyond", Std::LookAlike, &probes("beyond.rs"));
    assert!(failed.is_empty(), "{}", told(&failed));
}

/// What is modelled or refused is ours, and what is passed through is the real one.
#[test]
fn nothing_is_silently_the_real_one() {
    let claims = claims();
    let probes = probes(&format!("std-{VERSION}.identity.rs"));
    let ours = failures("identity", Std::LookAlike, &probes);
    let mut wrong = Vec::new();
    for (name, _) in &probes {
        match (claims[name], ours.contains_key(name)) {
            (Claim::Modelled | Claim::NotConst | Claim::Refused, false) => {
                wrong.push(format!("{name}\n    is the real one"));
            }
            (Claim::PassedThrough, true) => {
                wrong.push(format!("{name}\n    is not the real one: {}", ours[name]));
            }
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Where the documentation is installed, the inventory is what it says.
#[test]
fn the_inventory_is_what_the_documentation_says() {
    let run = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).output().ok()?;
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8(said).ok()?.trim().to_owned();
        Some((output.status.success(), said))
    };
    let Some((true, version)) = run("rustc", &["--version"]) else {
        return println!("skipped: no rustc");
    };
    if !version.starts_with(&format!("rustc {VERSION}.")) {
        return println!("skipped: the inventory is of {VERSION}, this is {version}");
    }
    let Some((true, sysroot)) = run("rustc", &["--print", "sysroot"]) else {
        return println!("skipped: no sysroot");
    };
    if !Path::new(&sysroot).join("share/doc/rust/html/std").exists() {
        return println!("skipped: no documentation (rustup component add rust-docs)");
    }
    let script = folder().join("extract.py");
    match run("python3", &["-B", script.to_str().unwrap(), "--check"]) {
        None => println!("skipped: no python3"),
        Some((success, said)) => assert!(success, "{said}"),
    }
}

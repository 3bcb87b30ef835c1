//! The pages in a real browser.
//!
//! Each test adds a probe to a page: a script of its own, whose digest it adds to the
//! page's policy. All else is the page as it is.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use data_encoding::BASE64;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::feedback::pages;
use crate::{hostile, sample};

/// Chromium. `None`: there is none, and nobody insists.
fn chromium() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let found = std::env::split_paths(&folders)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|path| path.is_file());
    if found.is_none() {
        assert!(
            std::env::var_os("CI").is_none(),
            "there is no Chromium, and in CI there must be one"
        );
        println!("skipped: there is no Chromium on the path");
    }
    found
}

/// The page as a file that stays there, to be looked at.
pub fn written(name: &str, page: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, page).unwrap();
    path
}

/// What the browser made of a page.
struct Seen {
    title: String,
    /// What the probe told.
    told: Value,
    /// What the browser complained about.
    complaints: Vec<String>,
}

/// No window is narrower than this, but a frame may be.
const NARROWEST: u32 = 500;

/// Opens `page#fragment` in a window of `width` and has `probe`, an expression, evaluated.
fn open(chromium: &Path, page: &str, fragment: &str, width: u32, probe: &str) -> Seen {
    let folder = tempfile::tempdir().unwrap();
    let script = format!(
        "const told = document.documentElement.dataset.told = encodeURIComponent(JSON.stringify({probe}));\
         if (parent !== window) parent.postMessage(told, '*');"
    );
    let digest = BASE64.encode(&Sha256::digest(script.as_bytes()));
    let probed = page
        .replacen("script-src 'none'", "script-src", 1)
        .replacen("script-src", &format!("script-src 'sha256-{digest}'"), 1)
        + &format!("<script>{script}</script>");
    let mut file = folder.path().join("page.html");
    fs::write(&file, probed).unwrap();
    if width < NARROWEST {
        file = folder.path().join("frame.html");
        let frame = format!(
            "<!doctype html><title>frame</title><script>\
             addEventListener('message', ({{data}}) => document.documentElement.dataset.told = data)\
             </script><iframe src='page.html' style='width: {width}px; height: 800px; border: 0'></iframe>"
        );
        fs::write(&file, frame).unwrap();
    }
    let profile = folder.path().join("profile");
    let output = Command::new(chromium)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            // Until it has passed, messages between frames arrive.
            "--virtual-time-budget=1000",
            "--enable-logging=stderr",
            "--dump-dom",
        ])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("--window-size={width},900"))
        .arg(format!("file://{}#{fragment}", file.display()))
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let dom = String::from_utf8(output.stdout).unwrap();
    let between = |from: &str, to: &str| {
        let rest = dom.split_once(from)?.1;
        Some(rest.split_once(to)?.0.to_owned())
    };
    let said = String::from_utf8_lossy(&output.stderr);
    let complaints = said.lines().filter(|line| line.contains("CONSOLE"));
    let told = between("data-told=\"", "\"").expect("the probe ran");
    Seen {
        title: between("<title>", "</title>").unwrap(),
        told: serde_json::from_str(&decoded(&told)).unwrap(),
        complaints: complaints.map(str::to_owned).collect(),
    }
}

/// What `encodeURIComponent` made of a text, back again.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first == b'%' {
            let (digits, after) = rest.split_at(2);
            rest = after;
            let digits = std::str::from_utf8(digits).unwrap();
            bytes.push(u8::from_str_radix(digits, 16).unwrap());
        } else {
            bytes.push(first);
        }
    }
    String::from_utf8(bytes).unwrap()
}

fn class() -> String {
    let book = sample::gradebook(40, 14);
    let hand_ins = sample::hand_ins(&book);
    let page = sample::page(&book, &hand_ins, Some(&sample::similarity(&book)));
    written("class.html", &page);
    page
}

fn feedback() -> String {
    let mut book = sample::gradebook(40, 14);
    book.rows.drain(..7);
    let [markdown, html] = pages(&book);
    written("feedback.md", &markdown);
    written("feedback.html", &html);
    html
}

/// The rows that are seen: their texts, cell by cell, of the columns that are seen.
const ROWS: &str = "[...document.querySelectorAll('#matrix tbody tr')]\
    .filter(row => row.offsetParent)\
    .map(row => [...row.cells].filter(cell => cell.offsetParent)\
        .map(cell => cell.innerText.trim().replace(/\\s+/g, ' ')))";

fn rows(told: &Value) -> Vec<Vec<String>> {
    serde_json::from_value(told.clone()).unwrap()
}

/// The number that a cell begins with; nothing handed in is less than 0.
fn points(cell: &str) -> f64 {
    let first = cell.split(' ').next().unwrap_or_default();
    first.parse().unwrap_or(-1.0)
}

#[test]
fn the_address_sorts_and_filters() {
    let Some(chromium) = chromium() else { return };
    let page = class();
    let probe = format!(
        "[{ROWS}, document.querySelector('[data-c=ex05]').ariaSort, document.querySelector('#shown').innerText]"
    );
    for (fragment, sort) in [
        ("sort=ex05&verdict=race", "ascending"),
        ("verdict=race&sort=-ex05", "descending"),
    ] {
        let seen = open(&chromium, &page, fragment, 1280, &probe);
        assert_eq!(seen.complaints, [""; 0]);
        assert_eq!(seen.told[1], sort);
        let rows = rows(&seen.told[0]);
        assert_eq!(seen.told[2], format!("{} of 40 learners", rows.len()));
        assert!(rows.len() > 1 && rows.len() < 40, "{}", rows.len());
        let has_race = |row: &Vec<String>| row.iter().any(|cell| cell.ends_with(" race"));
        assert!(rows.iter().all(has_race));
        let mut order: Vec<_> = rows.iter().map(|row| points(&row[6])).collect();
        if sort == "descending" {
            order.reverse();
        }
        assert!(order.is_sorted(), "{order:?}");
        assert!(order.first() < order.last(), "{order:?}");
    }
}

#[test]
fn an_exercise_and_a_name_leave_what_they_name() {
    let Some(chromium) = chromium() else { return };
    let page = class();
    let probe = format!(
        "[{ROWS}, [...document.querySelectorAll('.rate')].filter(one => one.offsetParent).length,\
         [...document.querySelectorAll('.mistakes li')].filter(one => one.offsetParent).map(one => one.dataset.e)]"
    );
    let seen = open(&chromium, &page, "exercise=ex03&learner=ADA", 1280, &probe);
    let rows = rows(&seen.told[0]);
    assert!(!rows.is_empty());
    for row in &rows {
        assert_eq!(row.len(), 3, "name, total and one exercise: {row:?}");
        assert!(row[0].starts_with("Ada Lovelace"), "{row:?}");
    }
    assert_eq!(seen.told[1], 1);
    let mistakes: Vec<String> = serde_json::from_value(seen.told[2].clone()).unwrap();
    assert!(mistakes.iter().all(|one| one == "ex03"), "{mistakes:?}");
    let seen = open(&chromium, &page, "verdict=held+back", 1280, ROWS);
    let held = crate::browser::rows(&seen.told);
    assert!(!held.is_empty() && held.len() < 6, "{held:?}");
    for row in held {
        assert!(row.iter().any(|cell| cell == "? held back"), "{row:?}");
    }
    // A choice that there is not chooses nothing.
    let seen = open(
        &chromium,
        &page,
        "exercise=ex99&verdict=%3Cb%3E&sort=x",
        1280,
        ROWS,
    );
    assert_eq!(crate::browser::rows(&seen.told).len(), 40);
    assert_eq!(seen.complaints, [""; 0]);
}

#[test]
fn a_click_sorts_and_the_third_brings_the_order_back() {
    let Some(chromium) = chromium() else { return };
    let probe = format!(
        "(() => {{ const told = [];\
           const button = document.querySelector('[data-c=total] button');\
           for (let i = 0; i < 4; i++) {{\
             told.push([button.parentElement.ariaSort, {ROWS}.map(row => row[1]), location.hash]);\
             button.click();\
           }}\
           return told; }})()"
    );
    let seen = open(&chromium, &class(), "", 1280, &probe);
    assert_eq!(seen.complaints, [""; 0]);
    let totals = |at: usize| -> Vec<f64> {
        let texts: Vec<String> = serde_json::from_value(seen.told[at][1].clone()).unwrap();
        texts.iter().map(|text| points(text)).collect()
    };
    assert_eq!(seen.told[0][0], Value::Null);
    assert_eq!(seen.told[1][0], "ascending");
    assert!(totals(1).is_sorted() && !totals(0).is_sorted());
    assert_eq!(seen.told[1][2], "#sort=total");
    assert_eq!(seen.told[2][0], "descending");
    assert!(totals(2).iter().rev().is_sorted());
    assert_eq!(seen.told[2][2], "#sort=-total");
    assert_eq!(seen.told[3][0], Value::Null);
    assert_eq!(totals(3), totals(0));
}

/// What the probe sees of an attack that came through.
const OWNED: &str = "[window.owned === undefined, document.scripts.length,\
    document.querySelectorAll('[onerror], [onload], [onmouseover], [onfocus], iframe, a[href^=http]').length]";

#[test]
fn nothing_foreign_runs() {
    let Some(chromium) = chromium() else { return };
    let [_, feedback] = pages(&hostile::book());
    // Our own script, where there is one, and the probe.
    for (page, scripts) in [(hostile::class_page(), 2), (feedback, 1)] {
        let before = page.split_once("<title>").unwrap().1;
        let before = before.split_once("</title>").unwrap().0;
        let seen = open(&chromium, &page, "sort=learner&learner=a", 1280, OWNED);
        assert_eq!(seen.complaints, [""; 0]);
        assert_eq!(seen.title, before.replace("&quot;", "\""));
        assert_eq!(seen.told, serde_json::json!([true, scripts, 0]));
    }
}

/// Were a text not escaped, the policy would still hold. This also shows that complaints
/// are seen.
#[test]
fn what_slips_through_does_not_run() {
    let Some(chromium) = chromium() else { return };
    for page in [class(), feedback()] {
        let slipped = "<script>document.title='owned'</script>\
                       <img src=x onerror=\"document.title='owned'\">\
                       <img src=http://evil.example/x.png>\
                       <iframe src=\"data:text/html,x\"></iframe><h1";
        let page = page.replacen("<h1", slipped, 1);
        let seen = open(&chromium, &page, "", 1280, "1");
        assert_ne!(seen.title, "owned");
        assert!(seen.complaints.len() >= 4, "{:?}", seen.complaints);
        for complaint in &seen.complaints {
            assert!(complaint.contains("Content Security Policy"), "{complaint}");
        }
    }
}

#[test]
fn nothing_pushes_a_phone_sideways() {
    let Some(chromium) = chromium() else { return };
    let [_, hostile] = pages(&hostile::book());
    let many = sample::page(&sample::gradebook(260, 6), &[], None);
    assert!(many.contains("<table id=matrix class=\"many\""));
    for page in [class(), many, feedback(), hostile::class_page(), hostile] {
        let probe = "(() => { for (const one of document.querySelectorAll('details')) one.open = true;\
            return [innerWidth, document.documentElement.scrollWidth]; })()";
        let seen = open(&chromium, &page, "", 375, probe);
        assert_eq!(seen.told, serde_json::json!([375, 375]));
    }
}

#[test]
fn without_the_script_everything_is_there() {
    let Some(chromium) = chromium() else { return };
    let page = class();
    // A script of another digest does not run.
    let page = page.replacen("\"use strict\";", "\"use strict\"; ", 1);
    let probe = format!(
        "[{ROWS}.length, document.querySelector('#filter').offsetParent, document.querySelectorAll('#matrix td').length]"
    );
    let seen = open(&chromium, &page, "sort=total&verdict=race", 1280, &probe);
    assert_eq!(seen.told, serde_json::json!([40, null, 40 * 15]));
}

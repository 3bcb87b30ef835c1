//! Prints the whole verdict on every wrong solution, to be read. `stories ex16`
//! tells those of one exercise.

use course::Course;
use course::Pristine;
use judge::{Cancel, Config, Judge, Mode, Request, Source};

fn main() {
    let only: Vec<String> = std::env::args().skip(1).collect();
    let course = Course::discover(env!("CARGO_MANIFEST_DIR")).expect("a workbook");
    let judge = Judge::prepare(&course, Config::default(), &mut |_| {}).expect("a toolchain");
    for exercise in course.exercises() {
        if !only.is_empty() && !only.contains(&exercise.package) {
            continue;
        }
        for solution in course.solutions(exercise).expect("solutions") {
            if !solution.label().starts_with("wrong") {
                continue;
            }
            let request = Request {
                exercise,
                source: &Source::File(solution.path.clone()),
                tests: &Pristine::as_it_stands(exercise),
                mode: Mode::FirstFailure,
            };
            let report = judge
                .judge(&request, &Cancel::new())
                .expect("not cancelled");
            println!(
                "=== {} {}: {}",
                exercise.package,
                solution.label(),
                report.verdict.kind
            );
            let verdict = report.verdict;
            let evidence = verdict.evidence;
            println!("{}", verdict.cause);
            if let Some(test) = &evidence.test {
                println!("test: {test}");
            }
            if let Some(file) = &evidence.file {
                println!("at: {file}:{}", evidence.line.unwrap_or_default());
            }
            let story = evidence.story.unwrap_or_default();
            if let Some(message) = evidence.message.filter(|said| !story.contains(said)) {
                println!("{message}");
            }
            println!("{story}\nNext step: {}\n", verdict.next_step);
        }
    }
}

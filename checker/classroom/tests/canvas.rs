//! Downloads of Canvas, as a folder and packed.

mod common;

use classroom::{Key, SourceKind, Submission, WhyRefused};
use common::*;

#[test]
fn a_canvas_download_in_three_wrappings() {
    let work = work();
    let (_place, ways) = three_ways(&[
        ("doejane_101_1_ex05.rs", TEXT.as_bytes()),
        ("doejane_101_2_ex16-1.rs", TEXT.as_bytes()),
        ("roerick_LATE_102_3_work.zip", &work),
        ("poemary_103_4_ex05.rs", b"// first\n"),
        ("poemary_103_5_ex05-1.rs", TEXT.as_bytes()),
        ("poemary_103_6_ex16.rs", TEXT.as_bytes()),
        ("badone_104_7_ex05.rs", b"\xff\xfe"),
        ("grades.csv", b""),
    ]);
    for way in ways {
        let class = read(&way);
        assert_eq!(class.submissions.len(), 5, "{:?}", names(&class));
        let jane = of(&class, "doejane");
        whole(jane);
        assert_eq!(jane.learner.keys(), [Key::CanvasId("101".into())]);
        assert_eq!(jane.origin.kind, SourceKind::Canvas);
        assert!(!jane.late);
        let rick = of(&class, "roerick");
        whole(rick);
        assert!(rick.late);
        let mary: Vec<&Submission> = class
            .submissions
            .iter()
            .filter(|one| one.learner.name.to_string() == "poemary")
            .collect();
        assert_eq!(mary[0].attempt.number(), 1);
        assert_eq!(text(mary[0], 5), Some("// first\n".to_owned()));
        assert_eq!(mary[1].attempt.number(), 2);
        whole(mary[1]);
        assert!(matches!(
            of(&class, "badone").refused[0].why,
            WhyRefused::TextNotUtf8(1)
        ));
        assert_eq!(class.ignored[0].path.to_string(), "grades.csv");
        assert_eq!(class.ignored.len(), 1);
    }
}

#[test]
fn a_damaged_download_is_told_and_yields_nothing() {
    let (place, ways) = three_ways(&[("doejane_101_1_ex05.rs", TEXT.as_bytes())]);
    for way in &ways[1..] {
        let bytes = std::fs::read(way).unwrap();
        let cut = file(place.path(), "cut", &bytes[..bytes.len() - 5]);
        let class = intake().read(&[cut]).unwrap();
        assert_eq!(class.notes.len(), 1);
        assert!(class.submissions.iter().all(|one| one.work.is_empty()));
    }
}

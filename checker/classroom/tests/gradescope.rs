//! Exports of Gradescope, as a folder and packed.

mod common;

use classroom::{Key, Vouched};
use common::*;

#[test]
fn a_gradescope_export_in_three_wrappings() {
    let work = work();
    let ex05 = format!("export/submission_1/{EX05}");
    let (_place, ways) = three_ways(&[
        ("export/submission_metadata.yml", METADATA.as_bytes()),
        (&ex05, TEXT.as_bytes()),
        ("export/submission_1/ex16.rs", TEXT.as_bytes()),
        ("export/submission_2/work.zip", &work),
        ("export/submission_3/ex05.rs", TEXT.as_bytes()),
    ]);
    for way in ways {
        let class = read(&way);
        assert!(class.notes.is_empty(), "{:?}", class.notes);
        assert_eq!(class.submissions.len(), 5, "{:?}", names(&class));
        let (jane, rick) = (of(&class, "Jane Doe"), of(&class, "Rick Roe"));
        whole(jane);
        whole(rick);
        assert_eq!(jane.learner.surest(), &Key::GradescopeSid("S1".into()));
        assert!(jane.notes[0].contains("2 people"));
        let time = jane.time.unwrap();
        assert_eq!(time.at.to_string(), "2023-02-01T04:21:18Z");
        assert_eq!(time.vouched, Vouched::Platform);
        let mary = of(&class, "Mary Poe");
        whole(mary);
        assert_eq!(
            mary.learner.surest(),
            &Key::Email("mary@example.org".into())
        );
        assert_eq!(text(of(&class, "submission_3"), 5), Some(TEXT.to_owned()));
        assert!(of(&class, "Gone").work.is_empty() && !of(&class, "Gone").notes.is_empty());
        assert!(class.ignored.is_empty() && class.refused.is_empty());
    }
}

#[test]
fn broken_metadata_drops_nobody() {
    let (_place, ways) = three_ways(&[
        ("submission_metadata.yml", b"submission_1: ["),
        ("submission_1/ex05.rs", TEXT.as_bytes()),
    ]);
    for way in ways {
        let class = read(&way);
        assert_eq!(class.notes.len(), 1);
        assert_eq!(text(of(&class, "submission_1"), 5), Some(TEXT.to_owned()));
    }
}

#[test]
fn attempts_go_by_time_where_all_have_one() {
    let metadata = "s_2:\n  :submitters:\n  - :sid: S1\n  :created_at: 2023-01-01 00:00:00 Z\n\
                    s_1:\n  :submitters:\n  - :sid: S1\n  :created_at: 2023-02-01 00:00:00 Z\n";
    let (_place, ways) = three_ways(&[
        ("submission_metadata.yml", metadata.as_bytes()),
        ("s_1/ex05.rs", b"// later\n"),
        ("s_2/ex05.rs", b"// earlier\n"),
    ]);
    let class = read(&ways[0]);
    for one in &class.submissions {
        let expected = if text(one, 5).as_deref() == Some("// later\n") {
            2
        } else {
            1
        };
        assert_eq!(one.attempt.number(), expected);
    }
    assert_eq!(class.submissions.len(), 2);
}

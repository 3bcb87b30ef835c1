//! Downloads of Moodle, as a folder and packed.

mod common;

use classroom::{Key, SourceKind, WhyIgnored, WhyRefused};
use common::*;

#[test]
fn a_moodle_download_in_three_wrappings() {
    let work = work();
    let ex05 = format!("Zoë Doe_12_assignsubmission_file_/{EX05}");
    let (_place, ways) = three_ways(&[
        (&ex05, TEXT.as_bytes()),
        ("Zoë Doe_12_assignsubmission_file_/ex16.rs", TEXT.as_bytes()),
        (
            "Zoë Doe_12_assignsubmission_onlinetext_/onlinetext.html",
            b"<p>hello",
        ),
        ("Rick Roe_13_assignsubmission_file_/my work.zip", &work),
        ("Bad One_14_assignsubmission_file_/work.zip", &work[..50]),
        (
            "Flat File_15_assignsubmission_file_ex05.rs",
            TEXT.as_bytes(),
        ),
        (
            "Flat File_15_assignsubmission_file_ex16.rs",
            TEXT.as_bytes(),
        ),
    ]);
    for way in ways {
        let class = read(&way);
        assert_eq!(class.submissions.len(), 4, "{:?}", names(&class));
        for name in ["Zoë Doe", "Rick Roe", "Flat File"] {
            whole(of(&class, name));
        }
        let zoe = of(&class, "Zoë Doe");
        assert_eq!(zoe.learner.surest(), &Key::MoodleParticipant("12".into()));
        assert_eq!(zoe.origin.kind, SourceKind::Moodle);
        let bad = of(&class, "Bad One");
        assert!(matches!(refused(bad, "work.zip"), WhyRefused::Damaged(_)));
        assert_eq!(class.ignored.len(), 1, "{:#?}", class.ignored);
        assert_eq!(class.ignored[0].why, WhyIgnored::TypedText);
    }
}

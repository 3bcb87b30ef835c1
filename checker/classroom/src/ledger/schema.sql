-- The ledger: everything that a mark rests on. Rows are added, never changed, never
-- removed; the triggers at the end see to that.
--
-- Every fact says in which session it was learnt, so that a newer fact stands beside an
-- older one, and ledgers of several machines can be put together in any order. Which of
-- them counts is reckoned when it is asked for, never written down.
--
-- Times are RFC 3339 in UTC with nine digits of a second, so that their order as text is
-- their order in time. Digests are BLAKE3 in 64 hexadecimal digits. What is called
-- `deflate` is compressed (RFC 1951).

-- One run of a command that judges. "The newer session" is the one that started later.
CREATE TABLE sessions (
    id        INTEGER PRIMARY KEY,
    uid       TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
                                  -- tells it from all others, in every ledger
    command   TEXT NOT NULL,      -- as typed
    started   TEXT NOT NULL,      -- a time
    jail      TEXT NOT NULL,      -- the walls around what was judged
    toolchain TEXT NOT NULL,      -- the compiler's release
    course    TEXT NOT NULL       -- a digest of exercises, explorer and judge
) STRICT;

-- Who was ever seen, with or without a submission.
CREATE TABLE learners (
    learner TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What people call a learner. The newest session's word counts.
CREATE TABLE names (
    session INTEGER NOT NULL REFERENCES sessions,
    learner TEXT NOT NULL REFERENCES learners,
    name    TEXT NOT NULL,        -- may be empty
    PRIMARY KEY (learner, session)
) STRICT, WITHOUT ROWID;

-- The text of what was handed in, once for each content.
CREATE TABLE sources (
    hash    TEXT PRIMARY KEY,     -- the digest of the text
    deflate BLOB NOT NULL
) STRICT;

-- One content that a learner handed in for an exercise as their first, second... attempt.
CREATE TABLE hand_ins (
    id       INTEGER PRIMARY KEY,
    learner  TEXT NOT NULL REFERENCES learners,
    exercise TEXT NOT NULL,       -- the package, such as ex16
    attempt  INTEGER NOT NULL CHECK (attempt >= 1),
    work     TEXT NOT NULL,       -- a digest of all files handed in for it
    source   TEXT REFERENCES sources (hash), -- src/lib.rs; NULL where it was missing
    UNIQUE (learner, exercise, attempt, work)
) STRICT;

-- That a session found a hand-in, where, and when it had been handed in. The same attempt
-- may be found with another content later: the one that the newest session found counts.
CREATE TABLE findings (
    id        INTEGER PRIMARY KEY,
    session   INTEGER NOT NULL REFERENCES sessions,
    hand_in   INTEGER NOT NULL REFERENCES hand_ins,
    submitted TEXT,               -- a time; NULL where the source does not say
    vouched   TEXT CHECK (vouched IN ('platform', 'commit')), -- on whose word
    origin    TEXT NOT NULL       -- where it was found
) STRICT;

-- What was left out of a submission and why, and other things to know about it.
CREATE TABLE notes (
    session INTEGER NOT NULL REFERENCES sessions,
    learner TEXT NOT NULL,        -- empty: about the class
    what    TEXT NOT NULL,
    PRIMARY KEY (learner, session, what)
) STRICT, WITHOUT ROWID;

-- What the judge said, once for each key. The key is a digest of the file, the tests,
-- the explorer, the judge, the toolchain and the walls: same key, same verdict.
CREATE TABLE verdicts (
    key     TEXT PRIMARY KEY,
    said    TEXT NOT NULL,        -- a digest of the report without durations
    deflate BLOB NOT NULL         -- the report as JSON
) STRICT;

-- That a verdict was given on a hand-in.
CREATE TABLE rulings (
    id       INTEGER PRIMARY KEY,
    session  INTEGER NOT NULL REFERENCES sessions,
    hand_in  INTEGER NOT NULL REFERENCES hand_ins,
    key      TEXT NOT NULL,
    verdict  TEXT NOT NULL,       -- the kind, such as race
    standing TEXT NOT NULL CHECK (standing IN ('lasting', 'once', 'fault')),
        -- lasting: holds for whatever has the same key, and is not judged again
        -- once:    stands for this hand-in; another one with the same key is judged anew,
        --          for a busy machine may have run out of time
        -- fault:   the grader failed; never a mark, tried again
    said     TEXT NOT NULL,       -- a digest of the report without durations
    judged   TEXT NOT NULL,       -- a time
    millis   INTEGER NOT NULL CHECK (millis >= 0), -- how long it took; 0: it was known
    deflate  BLOB                 -- the report as JSON, where it is not the one in verdicts
) STRICT;

-- What the judge said of an exercise's untouched stub: what it passes earns no points.
-- The newest session's counts.
CREATE TABLE stubs (
    session  INTEGER NOT NULL REFERENCES sessions,
    exercise TEXT NOT NULL,
    key      TEXT NOT NULL,       -- as in verdicts
    deflate  BLOB NOT NULL,       -- the report as JSON
    PRIMARY KEY (exercise, session)
) STRICT, WITHOUT ROWID;

CREATE INDEX findings_by_hand_in ON findings (hand_in);
CREATE INDEX rulings_by_hand_in ON rulings (hand_in);
CREATE INDEX rulings_by_time ON rulings (judged);

-- No ruling without its report.
CREATE TRIGGER rulings_have_reports BEFORE INSERT ON rulings
WHEN NEW.deflate IS NULL
 AND NOT EXISTS (SELECT 1 FROM verdicts WHERE key = NEW.key AND said = NEW.said)
BEGIN SELECT RAISE(ABORT, 'a ruling needs its report'); END;

-- What is there stays. `INSERT OR REPLACE` would remove a row without a word to the
-- triggers against removal, so a row that is there already is refused before that: with
-- silence where adding it again is harmless.
CREATE TRIGGER learners_stay BEFORE INSERT ON learners
WHEN EXISTS (SELECT 1 FROM learners WHERE learner = NEW.learner)
BEGIN SELECT RAISE(IGNORE); END;

CREATE TRIGGER names_stay BEFORE INSERT ON names
WHEN EXISTS (SELECT 1 FROM names WHERE learner = NEW.learner AND session = NEW.session)
BEGIN SELECT RAISE(IGNORE); END;

CREATE TRIGGER sources_stay BEFORE INSERT ON sources
WHEN EXISTS (SELECT 1 FROM sources WHERE hash = NEW.hash OR rowid = NEW.rowid)
BEGIN SELECT RAISE(IGNORE); END;

CREATE TRIGGER hand_ins_stay BEFORE INSERT ON hand_ins
WHEN EXISTS (SELECT 1 FROM hand_ins WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM hand_ins WHERE learner = NEW.learner AND exercise = NEW.exercise
             AND attempt = NEW.attempt AND work = NEW.work)
BEGIN SELECT RAISE(IGNORE); END;

CREATE TRIGGER notes_stay BEFORE INSERT ON notes
WHEN EXISTS (SELECT 1 FROM notes
             WHERE learner = NEW.learner AND session = NEW.session AND what = NEW.what)
BEGIN SELECT RAISE(IGNORE); END;

CREATE TRIGGER verdicts_stay BEFORE INSERT ON verdicts
WHEN EXISTS (SELECT 1 FROM verdicts WHERE key = NEW.key OR rowid = NEW.rowid)
BEGIN SELECT RAISE(IGNORE); END;

CREATE TRIGGER findings_stay BEFORE INSERT ON findings
WHEN EXISTS (SELECT 1 FROM findings WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM findings WHERE hand_in = NEW.hand_in AND session = NEW.session
             AND submitted IS NEW.submitted AND vouched IS NEW.vouched
             AND origin = NEW.origin)
BEGIN SELECT RAISE(IGNORE); END;

CREATE TRIGGER stubs_stay BEFORE INSERT ON stubs
WHEN EXISTS (SELECT 1 FROM stubs WHERE exercise = NEW.exercise AND session = NEW.session)
BEGIN SELECT RAISE(IGNORE); END;

CREATE TRIGGER sessions_stay BEFORE INSERT ON sessions
WHEN EXISTS (SELECT 1 FROM sessions WHERE id = NEW.id OR uid = NEW.uid)
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER rulings_stay BEFORE INSERT ON rulings
WHEN EXISTS (SELECT 1 FROM rulings WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

-- Nothing is changed, nothing is removed.
CREATE TRIGGER sessions_no_update BEFORE UPDATE ON sessions
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER sessions_no_delete BEFORE DELETE ON sessions
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER learners_no_update BEFORE UPDATE ON learners
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER learners_no_delete BEFORE DELETE ON learners
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER names_no_update BEFORE UPDATE ON names
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER names_no_delete BEFORE DELETE ON names
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER sources_no_update BEFORE UPDATE ON sources
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER sources_no_delete BEFORE DELETE ON sources
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER hand_ins_no_update BEFORE UPDATE ON hand_ins
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER hand_ins_no_delete BEFORE DELETE ON hand_ins
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER findings_no_update BEFORE UPDATE ON findings
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER findings_no_delete BEFORE DELETE ON findings
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER notes_no_update BEFORE UPDATE ON notes
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER notes_no_delete BEFORE DELETE ON notes
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER verdicts_no_update BEFORE UPDATE ON verdicts
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER verdicts_no_delete BEFORE DELETE ON verdicts
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER rulings_no_update BEFORE UPDATE ON rulings
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER rulings_no_delete BEFORE DELETE ON rulings
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER stubs_no_update BEFORE UPDATE ON stubs
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER stubs_no_delete BEFORE DELETE ON stubs
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

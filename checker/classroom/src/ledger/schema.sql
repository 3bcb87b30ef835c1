-- The ledger: everything that a mark rests on. Rows are added, never changed, never
-- removed; the triggers at the end see to that.

-- One run of `grade` or `regrade`.
CREATE TABLE sessions (
    id        INTEGER PRIMARY KEY,
    command   TEXT NOT NULL,      -- as typed
    started   TEXT NOT NULL,      -- RFC 3339, UTC
    jail      TEXT NOT NULL,      -- the walls around what was judged
    toolchain TEXT NOT NULL,      -- the compiler's release
    course    TEXT NOT NULL       -- a digest of exercises, explorer and judge
) STRICT;

-- Who was ever seen, with or without a submission.
CREATE TABLE learners (
    learner TEXT PRIMARY KEY,
    name    TEXT NOT NULL         -- for people to read; may be empty
) STRICT;

-- The text of what was handed in, once for each content.
CREATE TABLE sources (
    hash    TEXT PRIMARY KEY,     -- BLAKE3 of the text, 64 hexadecimal digits
    deflate BLOB NOT NULL         -- the text, compressed (RFC 1951)
) STRICT;

-- What one learner handed in for one exercise, once.
CREATE TABLE hand_ins (
    id        INTEGER PRIMARY KEY,
    learner   TEXT NOT NULL REFERENCES learners,
    exercise  TEXT NOT NULL,      -- the package, such as ex16
    attempt   INTEGER NOT NULL,   -- from 1
    submitted TEXT,               -- RFC 3339, UTC; NULL where the source does not say
    vouched   TEXT,               -- who says so: platform or commit
    work      TEXT NOT NULL,      -- a digest of all files handed in
    source    TEXT REFERENCES sources (hash), -- src/lib.rs; NULL where it was missing
    origin    TEXT NOT NULL,      -- where it was found
    UNIQUE (learner, exercise, attempt, work)
) STRICT;

-- What was left out of a submission, and other things to know about it.
CREATE TABLE notes (
    session INTEGER NOT NULL REFERENCES sessions,
    learner TEXT NOT NULL,        -- empty: about the class
    what    TEXT NOT NULL,
    UNIQUE (learner, what)
) STRICT;

-- What the judge said, once for each key. The key is a digest of the file, the tests,
-- the explorer, the judge, the toolchain and the walls: same key, same verdict.
CREATE TABLE verdicts (
    key     TEXT PRIMARY KEY,
    deflate BLOB NOT NULL         -- the report as JSON, compressed (RFC 1951)
) STRICT;

-- That a verdict was given on a hand-in.
CREATE TABLE rulings (
    id      INTEGER PRIMARY KEY,
    session INTEGER NOT NULL REFERENCES sessions,
    hand_in INTEGER NOT NULL REFERENCES hand_ins,
    key     TEXT NOT NULL,
    verdict TEXT NOT NULL,        -- the kind, such as race
    judged  TEXT NOT NULL,        -- RFC 3339, UTC
    millis  INTEGER NOT NULL,     -- how long it took; 0: the verdict was known
    deflate BLOB                  -- the report, where it may not be used again
) STRICT;

CREATE INDEX rulings_by_hand_in ON rulings (hand_in, id);
CREATE INDEX hand_ins_by_exercise ON hand_ins (exercise, learner);

CREATE TRIGGER sessions_no_update BEFORE UPDATE ON sessions
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER sessions_no_delete BEFORE DELETE ON sessions
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER learners_no_update BEFORE UPDATE ON learners
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER learners_no_delete BEFORE DELETE ON learners
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER sources_no_update BEFORE UPDATE ON sources
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER sources_no_delete BEFORE DELETE ON sources
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER hand_ins_no_update BEFORE UPDATE ON hand_ins
BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER hand_ins_no_delete BEFORE DELETE ON hand_ins
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

-- The MoU office: templates of its own, values they ask for, blocks of numbers, and what comes of a MoU.

ALTER TABLE mou ADD COLUMN details TEXT NOT NULL DEFAULT '';
ALTER TABLE mou_party ADD COLUMN person BLOB REFERENCES person (id);
CREATE INDEX mou_party_by_person ON mou_party (person) WHERE person IS NOT NULL;

CREATE TABLE mou_template (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    key TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 0,
    name TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    in_use INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX mou_template_by_key ON mou_template (key, version);

CREATE TABLE library_clause (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    key TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 0,
    name TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    in_use INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX library_clause_by_key ON library_clause (key, version);

CREATE TABLE number_block (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    series BLOB REFERENCES number_series (id),
    first INTEGER NOT NULL DEFAULT 0,
    last INTEGER NOT NULL DEFAULT 0,
    conference BLOB REFERENCES conference (id),
    holder TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX number_block_by_series ON number_block (series);

CREATE TABLE obligation (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    mou BLOB REFERENCES mou (id),
    organisation BLOB REFERENCES organisation (id),
    task TEXT NOT NULL DEFAULT '',
    due TEXT,
    state TEXT NOT NULL DEFAULT '',
    done_on TEXT,
    evidence TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX obligation_by_mou ON obligation (mou);
CREATE INDEX obligation_by_organisation ON obligation (organisation) WHERE organisation IS NOT NULL;

CREATE TABLE follow_up (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    mou BLOB REFERENCES mou (id),
    date TEXT,
    with_whom TEXT NOT NULL DEFAULT '',
    channel TEXT NOT NULL DEFAULT '',
    result TEXT NOT NULL DEFAULT '',
    obstacles TEXT NOT NULL DEFAULT '',
    next_step TEXT NOT NULL DEFAULT '',
    next_date TEXT,
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX follow_up_by_mou ON follow_up (mou);

CREATE TABLE contract (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    mou BLOB REFERENCES mou (id),
    kind TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL DEFAULT '',
    date TEXT,
    amount INTEGER,
    valid_to TEXT,
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX contract_by_mou ON contract (mou);

CREATE TABLE sales (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    mou BLOB REFERENCES mou (id),
    year INTEGER,
    quarter INTEGER,
    amount INTEGER,
    jobs INTEGER,
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sales_by_mou ON sales (mou);

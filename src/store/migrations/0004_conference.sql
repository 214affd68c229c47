-- The day of a conference: programme, committees, tasks, budget, forms, desks, booths, meetings, statements.

ALTER TABLE conference ADD COLUMN answer_by TEXT;
ALTER TABLE conference ADD COLUMN contact TEXT NOT NULL DEFAULT '';
ALTER TABLE conference ADD COLUMN chair BLOB REFERENCES person (id);
ALTER TABLE conference ADD COLUMN secretary BLOB REFERENCES person (id);
ALTER TABLE conference ADD COLUMN conclusions TEXT NOT NULL DEFAULT '';
ALTER TABLE conference ADD COLUMN meeting_tables INTEGER;
ALTER TABLE conference ADD COLUMN meeting_minutes INTEGER;
ALTER TABLE conference ADD COLUMN meeting_from TEXT;
ALTER TABLE conference ADD COLUMN meeting_to TEXT;
ALTER TABLE participation ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE participation ADD COLUMN answered_on TEXT;
ALTER TABLE participation ADD COLUMN answer_channel TEXT NOT NULL DEFAULT '';
ALTER TABLE participation ADD COLUMN reminded_on TEXT;
ALTER TABLE participation ADD COLUMN hotel TEXT NOT NULL DEFAULT '';
ALTER TABLE participation ADD COLUMN transport TEXT NOT NULL DEFAULT '';
ALTER TABLE participation ADD COLUMN walk_in INTEGER NOT NULL DEFAULT 0;

CREATE TABLE programme_item (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    conference BLOB REFERENCES conference (id),
    date TEXT,
    start TEXT,
    minutes INTEGER,
    point TEXT NOT NULL DEFAULT '',
    point_en TEXT NOT NULL DEFAULT '',
    person BLOB REFERENCES person (id),
    speaker TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX programme_item_by_conference ON programme_item (conference);
CREATE INDEX programme_item_by_person ON programme_item (person) WHERE person IS NOT NULL;

CREATE TABLE committee_member (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    conference BLOB REFERENCES conference (id),
    subcommittee TEXT NOT NULL DEFAULT '',
    person BLOB REFERENCES person (id),
    duty TEXT NOT NULL DEFAULT '',
    work TEXT NOT NULL DEFAULT '',
    sequence INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX committee_member_by_conference ON committee_member (conference);
CREATE INDEX committee_member_by_person ON committee_member (person) WHERE person IS NOT NULL;

CREATE TABLE conference_task (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    conference BLOB REFERENCES conference (id),
    origin TEXT NOT NULL DEFAULT '',
    task TEXT NOT NULL DEFAULT '',
    responsible TEXT NOT NULL DEFAULT '',
    due TEXT,
    state TEXT NOT NULL DEFAULT '',
    done_on TEXT,
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX conference_task_by_conference ON conference_task (conference);

CREATE TABLE budget_line (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    conference BLOB REFERENCES conference (id),
    item TEXT NOT NULL DEFAULT '',
    planned INTEGER,
    spent INTEGER,
    source TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX budget_line_by_conference ON budget_line (conference);

CREATE TABLE registration (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    conference BLOB REFERENCES conference (id),
    organisation BLOB REFERENCES organisation (id),
    received_on TEXT,
    forms TEXT NOT NULL DEFAULT '',
    needs TEXT NOT NULL DEFAULT '',
    wants TEXT NOT NULL DEFAULT '',
    wants_trades TEXT NOT NULL DEFAULT '',
    wants_quantity TEXT NOT NULL DEFAULT '',
    markets TEXT NOT NULL DEFAULT '',
    logistics TEXT NOT NULL DEFAULT '',
    consents TEXT NOT NULL DEFAULT '',
    confirmed INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX registration_by_conference ON registration (conference);
CREATE INDEX registration_by_organisation ON registration (organisation) WHERE organisation IS NOT NULL;

CREATE TABLE offer (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    registration BLOB REFERENCES registration (id),
    name TEXT NOT NULL DEFAULT '',
    trades TEXT NOT NULL DEFAULT '',
    specification TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    capacity_per_month INTEGER,
    minimum_order INTEGER,
    wholesale INTEGER,
    certificates TEXT NOT NULL DEFAULT '',
    product BLOB REFERENCES product (id),
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX offer_by_registration ON offer (registration);
CREATE INDEX offer_by_product ON offer (product) WHERE product IS NOT NULL;

CREATE TABLE check_in (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    participation BLOB REFERENCES participation (id),
    kind TEXT NOT NULL DEFAULT '',
    at INTEGER,
    desk TEXT NOT NULL DEFAULT '',
    officer TEXT NOT NULL DEFAULT '',
    handouts TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX check_in_by_participation ON check_in (participation);

CREATE TABLE statement (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    conference BLOB REFERENCES conference (id),
    kind TEXT NOT NULL DEFAULT '',
    person BLOB REFERENCES person (id),
    organisation BLOB REFERENCES organisation (id),
    topic TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    addressed_to TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT '',
    sent_on TEXT,
    reply TEXT NOT NULL DEFAULT '',
    replied_by TEXT NOT NULL DEFAULT '',
    replied_on TEXT,
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX statement_by_conference ON statement (conference);
CREATE INDEX statement_by_person ON statement (person) WHERE person IS NOT NULL;
CREATE INDEX statement_by_organisation ON statement (organisation) WHERE organisation IS NOT NULL;

CREATE TABLE booth (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    conference BLOB REFERENCES conference (id),
    code TEXT NOT NULL DEFAULT '',
    plan_row INTEGER,
    plan_place INTEGER,
    size TEXT NOT NULL DEFAULT '',
    organisation BLOB REFERENCES organisation (id),
    village BLOB REFERENCES village (id),
    sign TEXT NOT NULL DEFAULT '',
    products TEXT NOT NULL DEFAULT '',
    needs TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT '',
    fee INTEGER,
    supported INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX booth_by_conference ON booth (conference);
CREATE INDEX booth_by_organisation ON booth (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX booth_by_village ON booth (village) WHERE village IS NOT NULL;

CREATE TABLE booth_day (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    booth BLOB REFERENCES booth (id),
    date TEXT,
    takings INTEGER,
    visitors INTEGER,
    orders INTEGER,
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX booth_day_by_booth ON booth_day (booth);

CREATE TABLE meeting_wish (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    conference BLOB REFERENCES conference (id),
    organisation BLOB REFERENCES organisation (id),
    side TEXT NOT NULL DEFAULT '',
    trades TEXT NOT NULL DEFAULT '',
    provinces TEXT NOT NULL DEFAULT '',
    quantity INTEGER,
    partner BLOB REFERENCES organisation (id),
    words TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_wish_by_conference ON meeting_wish (conference);
CREATE INDEX meeting_wish_by_organisation ON meeting_wish (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX meeting_wish_by_partner ON meeting_wish (partner) WHERE partner IS NOT NULL;

CREATE TABLE meeting (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    conference BLOB REFERENCES conference (id),
    seller BLOB REFERENCES organisation (id),
    buyer BLOB REFERENCES organisation (id),
    table_number INTEGER,
    date TEXT,
    start TEXT,
    reason TEXT NOT NULL DEFAULT '',
    fixed INTEGER NOT NULL DEFAULT 0,
    result TEXT NOT NULL DEFAULT '',
    next_step TEXT NOT NULL DEFAULT '',
    next_date TEXT,
    mou BLOB REFERENCES mou (id),
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_by_conference ON meeting (conference);
CREATE INDEX meeting_by_seller ON meeting (seller) WHERE seller IS NOT NULL;
CREATE INDEX meeting_by_buyer ON meeting (buyer) WHERE buyer IS NOT NULL;
CREATE INDEX meeting_by_mou ON meeting (mou) WHERE mou IS NOT NULL;

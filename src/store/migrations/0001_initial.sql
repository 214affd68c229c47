-- The first schema. Never edited after its release; later schemas are further numbered steps.
--
-- Every record has a local `rid` (full-text rowid, order of tables; never leaves the laptop), a global
-- `id` (UUIDv7, used by references and in the log), `deleted` (the trash; nothing is ever really
-- deleted), and two local columns that are derived and not logged: `changed_at` (milliseconds since
-- 1970, UTC) and `sort_key` (bytes of the Vietnamese order). No UNIQUE but on the id: two laptops may
-- enter the same thing, and a person decides later. Triggers that write the log are made from these
-- tables by `change_log.rs`.

-- Engine ------------------------------------------------------------------------------------------

-- One row: what this file is and what is going on in it.
CREATE TABLE engine (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    book BLOB NOT NULL CHECK (length(book) = 16),  -- the same in every copy of this register
    replica INTEGER NOT NULL REFERENCES replica (rid),  -- who writes here
    clock INTEGER NOT NULL,  -- hybrid logical clock: milliseconds << 16, or one more than the last
    operation INTEGER,  -- the operation that is being written; NULL forbids every change
    front INTEGER NOT NULL DEFAULT 0  -- what this replica has seen of the others
) STRICT;

-- A copy of the register on one machine.
CREATE TABLE replica (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    code TEXT NOT NULL DEFAULT '',  -- two or three letters for paper, given by the head office
    made_at INTEGER NOT NULL
) STRICT;

-- What a replica had seen of the others from one of its imports on: a version vector as JSON,
-- { replica id in hexadecimal: highest sequence }.
CREATE TABLE front (
    rid INTEGER PRIMARY KEY,
    replica INTEGER NOT NULL REFERENCES replica (rid),
    number INTEGER NOT NULL,
    seen TEXT NOT NULL,
    UNIQUE (replica, number)
) STRICT;

-- One act of an officer: one transaction. The unit of undo, of history and of exchange.
CREATE TABLE operation (
    rid INTEGER PRIMARY KEY,
    replica INTEGER NOT NULL REFERENCES replica (rid),
    sequence INTEGER NOT NULL,  -- 1, 2, 3 … within the replica, without gaps
    clock INTEGER NOT NULL,
    front INTEGER NOT NULL,
    kind TEXT NOT NULL,  -- do, undo, redo
    label TEXT NOT NULL,  -- i18n::Message as JSON
    officer TEXT NOT NULL,
    at INTEGER NOT NULL,  -- wall clock, milliseconds since 1970, UTC; shown, never compared
    target INTEGER REFERENCES operation (rid),  -- what an undo or redo takes back
    first_change INTEGER NOT NULL DEFAULT 0,
    last_change INTEGER NOT NULL DEFAULT -1,
    UNIQUE (replica, sequence)
) STRICT;

-- One row that changed. Values by column name as JSON; ids as hexadecimal text. The order within an
-- operation is that of `rid`.
CREATE TABLE change (
    rid INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL REFERENCES operation (rid),
    tbl TEXT NOT NULL,
    row BLOB NOT NULL,
    kind TEXT NOT NULL,  -- I inserted, U updated
    new TEXT NOT NULL,
    old TEXT  -- NULL for I
) STRICT;
CREATE INDEX change_by_row ON change (row);

-- Bytes that never change, under their SHA-256.
CREATE TABLE blob (
    sha256 TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Settings of this laptop.
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Search: rowid = kind << 40 | rid of the record. Text holds the words without tones and, where they
-- differ, as they are spelt. Maintained by `search.rs`.
CREATE VIRTUAL TABLE search USING fts5 (
    text, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 0'
);

-- What is shown of a hit, and its name as `search.rs` compares it; the same numbers as `search`.
CREATE TABLE search_hit (
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    exact TEXT NOT NULL,
    commune TEXT
) STRICT;

-- Telephone numbers and tax codes: looked up by their beginning without touching the full-text index, which
-- would read every number that begins like them.
CREATE TABLE search_number (
    row INTEGER NOT NULL,
    number TEXT NOT NULL,
    kind INTEGER NOT NULL,
    PRIMARY KEY (row, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_number_in_order ON search_number (kind, number);

-- Every word without tones that was ever indexed: where a mistyped word is looked up.
CREATE TABLE search_word (
    word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Records -----------------------------------------------------------------------------------------

CREATE TABLE village (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    name TEXT NOT NULL DEFAULT '',
    other_names TEXT NOT NULL DEFAULT '',
    name_en TEXT NOT NULL DEFAULT '',
    recognition TEXT NOT NULL DEFAULT '',
    recognition_number TEXT NOT NULL DEFAULT '',
    recognition_date TEXT,
    recognition_issuer TEXT NOT NULL DEFAULT '',
    trade_group TEXT NOT NULL DEFAULT '',
    trades TEXT NOT NULL DEFAULT '',
    commune TEXT,
    street TEXT NOT NULL DEFAULT '',
    latitude INTEGER,
    longitude INTEGER,
    former_address TEXT NOT NULL DEFAULT '',
    place_needs_checking INTEGER NOT NULL DEFAULT 0,
    founded TEXT NOT NULL DEFAULT '',
    founded_year INTEGER,
    founded_basis TEXT NOT NULL DEFAULT '',
    founder TEXT NOT NULL DEFAULT '',
    story_sentence TEXT NOT NULL DEFAULT '',
    story_sentence_en TEXT NOT NULL DEFAULT '',
    story_short TEXT NOT NULL DEFAULT '',
    story_short_en TEXT NOT NULL DEFAULT '',
    story_long TEXT NOT NULL DEFAULT '',
    story_long_en TEXT NOT NULL DEFAULT '',
    process TEXT NOT NULL DEFAULT '',
    materials TEXT NOT NULL DEFAULT '',
    distinctive TEXT NOT NULL DEFAULT '',
    products_made TEXT NOT NULL DEFAULT '',
    households INTEGER,
    craft_households INTEGER,
    workers INTEGER,
    revenue INTEGER,
    revenue_year INTEGER,
    environment TEXT NOT NULL DEFAULT '',
    lead_organisation BLOB REFERENCES organisation (id),
    visiting_hours TEXT NOT NULL DEFAULT '',
    visiting_experiences TEXT NOT NULL DEFAULT '',
    directions TEXT NOT NULL DEFAULT '',
    parking TEXT NOT NULL DEFAULT '',
    festival TEXT,
    festival_note TEXT NOT NULL DEFAULT '',
    in_catalogue INTEGER NOT NULL DEFAULT 0,
    sources TEXT NOT NULL DEFAULT '',
    certainty TEXT NOT NULL DEFAULT '',
    invented INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL,
    sort_key BLOB NOT NULL DEFAULT x''
) STRICT;
CREATE INDEX village_in_order ON village (sort_key) WHERE deleted = 0;

CREATE TABLE person (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    full_name TEXT NOT NULL DEFAULT '',
    sort_name TEXT NOT NULL DEFAULT '',
    honorific TEXT NOT NULL DEFAULT '',
    sex TEXT,
    birth TEXT,
    phones TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    commune TEXT,
    street TEXT NOT NULL DEFAULT '',
    former_address TEXT NOT NULL DEFAULT '',
    personal_id TEXT NOT NULL DEFAULT '',
    invented INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL,
    sort_key BLOB NOT NULL DEFAULT x''
) STRICT;
CREATE INDEX person_in_order ON person (sort_key) WHERE deleted = 0;

CREATE TABLE artisan (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    person BLOB REFERENCES person (id),
    village BLOB REFERENCES village (id),
    craft TEXT NOT NULL DEFAULT '',
    started INTEGER,
    state TEXT NOT NULL DEFAULT '',
    works TEXT NOT NULL DEFAULT '',
    taught INTEGER,
    note TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL,
    sort_key BLOB NOT NULL DEFAULT x''
) STRICT;
CREATE INDEX artisan_by_person ON artisan (person);
CREATE INDEX artisan_by_village ON artisan (village);
CREATE INDEX artisan_in_order ON artisan (sort_key) WHERE deleted = 0;

CREATE TABLE apprenticeship (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    master BLOB REFERENCES artisan (id),
    apprentice BLOB REFERENCES artisan (id),
    from_date TEXT,
    to_date TEXT,
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX apprenticeship_by_master ON apprenticeship (master);
CREATE INDEX apprenticeship_by_apprentice ON apprenticeship (apprentice);

CREATE TABLE organisation (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    name TEXT NOT NULL DEFAULT '',
    short_name TEXT NOT NULL DEFAULT '',
    sort_name TEXT NOT NULL DEFAULT '',
    name_en TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    roles TEXT NOT NULL DEFAULT '',
    tax_code TEXT NOT NULL DEFAULT '',
    commune TEXT,
    street TEXT NOT NULL DEFAULT '',
    former_address TEXT NOT NULL DEFAULT '',
    phones TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    website TEXT NOT NULL DEFAULT '',
    bank_account TEXT NOT NULL DEFAULT '',
    bank_name TEXT NOT NULL DEFAULT '',
    bank_name_en TEXT NOT NULL DEFAULT '',
    village BLOB REFERENCES village (id),
    seeks TEXT NOT NULL DEFAULT '',
    seeks_trades TEXT NOT NULL DEFAULT '',
    network TEXT NOT NULL DEFAULT '',
    network_en TEXT NOT NULL DEFAULT '',
    payment_days INTEGER,
    invented INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL,
    sort_key BLOB NOT NULL DEFAULT x''
) STRICT;
CREATE INDEX organisation_by_village ON organisation (village);
CREATE INDEX organisation_in_order ON organisation (sort_key) WHERE deleted = 0;

CREATE TABLE position (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    person BLOB REFERENCES person (id),
    organisation BLOB REFERENCES organisation (id),
    title TEXT NOT NULL DEFAULT '',
    title_en TEXT NOT NULL DEFAULT '',
    from_date TEXT,
    to_date TEXT,
    signs INTEGER NOT NULL DEFAULT 0,
    authorisation_number TEXT NOT NULL DEFAULT '',
    authorisation_date TEXT,
    authorised_by TEXT NOT NULL DEFAULT '',
    authorised_by_en TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX position_by_person ON position (person);
CREATE INDEX position_by_organisation ON position (organisation);

CREATE TABLE product (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    name TEXT NOT NULL DEFAULT '',
    name_en TEXT NOT NULL DEFAULT '',
    code TEXT NOT NULL DEFAULT '',
    village BLOB REFERENCES village (id),
    artisan BLOB REFERENCES artisan (id),
    organisation BLOB REFERENCES organisation (id),
    description TEXT NOT NULL DEFAULT '',
    material TEXT NOT NULL DEFAULT '',
    size TEXT NOT NULL DEFAULT '',
    weight_grams INTEGER,
    unit TEXT NOT NULL DEFAULT '',
    unit_en TEXT NOT NULL DEFAULT '',
    retail_from INTEGER,
    retail_to INTEGER,
    wholesale_from INTEGER,
    wholesale_to INTEGER,
    minimum_order INTEGER,
    capacity_per_month INTEGER,
    lead_days INTEGER,
    packaging TEXT NOT NULL DEFAULT '',
    hs_code TEXT NOT NULL DEFAULT '',
    barcode TEXT NOT NULL DEFAULT '',
    made_to_order INTEGER NOT NULL DEFAULT 0,
    export_markets TEXT NOT NULL DEFAULT '',
    on_sale INTEGER NOT NULL DEFAULT 0,
    invented INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL,
    sort_key BLOB NOT NULL DEFAULT x''
) STRICT;
CREATE INDEX product_by_village ON product (village);
CREATE INDEX product_by_artisan ON product (artisan);
CREATE INDEX product_by_organisation ON product (organisation);
CREATE INDEX product_in_order ON product (sort_key) WHERE deleted = 0;

CREATE TABLE certificate (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    village BLOB REFERENCES village (id),
    artisan BLOB REFERENCES artisan (id),
    organisation BLOB REFERENCES organisation (id),
    product BLOB REFERENCES product (id),
    kind TEXT NOT NULL DEFAULT '',
    stars INTEGER,
    criteria TEXT NOT NULL DEFAULT '',
    field TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL DEFAULT '',
    date TEXT,
    issuer TEXT NOT NULL DEFAULT '',
    valid_to TEXT,
    invented INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX certificate_by_village ON certificate (village);
CREATE INDEX certificate_by_artisan ON certificate (artisan);
CREATE INDEX certificate_by_organisation ON certificate (organisation);
CREATE INDEX certificate_by_product ON certificate (product);

CREATE TABLE conference (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    name TEXT NOT NULL DEFAULT '',
    name_en TEXT NOT NULL DEFAULT '',
    theme TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    from_date TEXT,
    to_date TEXT,
    venue TEXT NOT NULL DEFAULT '',
    venue_en TEXT NOT NULL DEFAULT '',
    commune TEXT,
    street TEXT NOT NULL DEFAULT '',
    host BLOB REFERENCES organisation (id),
    cohosts TEXT NOT NULL DEFAULT '',
    sponsors TEXT NOT NULL DEFAULT '',
    planned_delegates INTEGER,
    planned_booths INTEGER,
    planned_mous INTEGER,
    code_prefix TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT '',
    invented INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL,
    sort_key BLOB NOT NULL DEFAULT x''
) STRICT;
CREATE INDEX conference_in_order ON conference (sort_key) WHERE deleted = 0;

CREATE TABLE participation (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    conference BLOB REFERENCES conference (id),
    person BLOB REFERENCES person (id),
    organisation BLOB REFERENCES organisation (id),
    guest_group TEXT NOT NULL DEFAULT '',
    protocol_order INTEGER,
    class TEXT NOT NULL DEFAULT '',
    invitation_number TEXT NOT NULL DEFAULT '',
    invitation_channel TEXT NOT NULL DEFAULT '',
    invited_on TEXT,
    answer TEXT NOT NULL DEFAULT '',
    substitute_for BLOB REFERENCES person (id),
    forms TEXT NOT NULL DEFAULT '',
    code TEXT NOT NULL DEFAULT '',
    companions INTEGER,
    meal TEXT NOT NULL DEFAULT '',
    consent INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX participation_by_conference ON participation (conference);
CREATE INDEX participation_by_person ON participation (person);

CREATE TABLE number_series (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    name TEXT NOT NULL DEFAULT '',
    pattern TEXT NOT NULL DEFAULT '',
    year INTEGER,
    first INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE mou (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    series BLOB REFERENCES number_series (id),
    number TEXT NOT NULL DEFAULT '',
    template TEXT NOT NULL DEFAULT '',
    template_version INTEGER NOT NULL DEFAULT 0,
    subject TEXT NOT NULL DEFAULT '',
    subject_en TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    head TEXT NOT NULL DEFAULT '',
    page_numbering TEXT NOT NULL DEFAULT '',
    conference BLOB REFERENCES conference (id),
    date TEXT,
    place TEXT NOT NULL DEFAULT '',
    place_en TEXT NOT NULL DEFAULT '',
    village BLOB REFERENCES village (id),
    village_name TEXT NOT NULL DEFAULT '',
    product_group TEXT NOT NULL DEFAULT '',
    product_group_en TEXT NOT NULL DEFAULT '',
    corner_name TEXT NOT NULL DEFAULT '',
    corner_name_en TEXT NOT NULL DEFAULT '',
    outlets INTEGER,
    first_months INTEGER,
    supply TEXT NOT NULL DEFAULT '',
    supply_en TEXT NOT NULL DEFAULT '',
    target_value INTEGER,
    contract_by TEXT,
    certificates TEXT NOT NULL DEFAULT '',
    certificates_en TEXT NOT NULL DEFAULT '',
    payment_days INTEGER,
    report_period TEXT NOT NULL DEFAULT '',
    report_period_en TEXT NOT NULL DEFAULT '',
    review_months INTEGER,
    term_months INTEGER,
    notice_days INTEGER,
    copies_each INTEGER,
    witness_copies INTEGER,
    state TEXT NOT NULL DEFAULT '',
    ceremony_batch INTEGER,
    ceremony_order INTEGER,
    amends BLOB REFERENCES mou (id),
    invented INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL,
    sort_key BLOB NOT NULL DEFAULT x''
) STRICT;
CREATE INDEX mou_by_conference ON mou (conference);
CREATE INDEX mou_in_order ON mou (sort_key) WHERE deleted = 0;

CREATE TABLE mou_party (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    mou BLOB REFERENCES mou (id),
    role TEXT NOT NULL DEFAULT '',
    sequence INTEGER NOT NULL DEFAULT 0,
    organisation BLOB REFERENCES organisation (id),
    signer BLOB REFERENCES position (id),
    contact BLOB REFERENCES person (id),
    address_form TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX mou_party_by_mou ON mou_party (mou);
CREATE INDEX mou_party_by_organisation ON mou_party (organisation);
CREATE INDEX mou_party_by_signer ON mou_party (signer);

CREATE TABLE mou_clause (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    mou BLOB REFERENCES mou (id),
    parent BLOB REFERENCES mou_clause (id),
    kind TEXT NOT NULL DEFAULT '',
    sequence INTEGER NOT NULL DEFAULT 0,
    key TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    text_en TEXT NOT NULL DEFAULT '',
    condition TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX mou_clause_by_mou ON mou_clause (mou);

CREATE TABLE mou_product (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    mou BLOB REFERENCES mou (id),
    sequence INTEGER NOT NULL DEFAULT 0,
    product BLOB REFERENCES product (id),
    name TEXT NOT NULL DEFAULT '',
    name_en TEXT NOT NULL DEFAULT '',
    specification TEXT NOT NULL DEFAULT '',
    specification_en TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    unit_en TEXT NOT NULL DEFAULT '',
    quantity INTEGER,
    price INTEGER,
    remarks TEXT NOT NULL DEFAULT '',
    remarks_en TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX mou_product_by_mou ON mou_product (mou);

CREATE TABLE mou_event (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    mou BLOB REFERENCES mou (id),
    state TEXT NOT NULL DEFAULT '',
    date TEXT,
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX mou_event_by_mou ON mou_event (mou);

CREATE TABLE issued_number (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    series BLOB REFERENCES number_series (id),
    value INTEGER,
    text TEXT NOT NULL DEFAULT '',
    mou BLOB REFERENCES mou (id),
    state TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX issued_number_by_series ON issued_number (series, value);
CREATE INDEX issued_number_by_mou ON issued_number (mou);

CREATE TABLE frozen_document (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    mou BLOB REFERENCES mou (id),
    language TEXT NOT NULL DEFAULT '',
    sha256 TEXT NOT NULL DEFAULT '',
    length INTEGER NOT NULL DEFAULT 0,
    pages INTEGER NOT NULL DEFAULT 0,
    data TEXT NOT NULL DEFAULT '',
    template TEXT NOT NULL DEFAULT '',
    template_version INTEGER NOT NULL DEFAULT 0,
    made_at INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX frozen_document_by_mou ON frozen_document (mou);

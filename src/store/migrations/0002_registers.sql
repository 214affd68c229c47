-- What an association keeps of its villages, artisans, partners and products beyond the first schema.

ALTER TABLE village ADD COLUMN former_commune TEXT;
ALTER TABLE person ADD COLUMN former_commune TEXT;
ALTER TABLE organisation ADD COLUMN former_commune TEXT;
ALTER TABLE organisation ADD COLUMN outlets INTEGER;
ALTER TABLE organisation ADD COLUMN markets TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN seeks_quantity TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN seeks_price_from INTEGER;
ALTER TABLE organisation ADD COLUMN seeks_price_to INTEGER;
ALTER TABLE organisation ADD COLUMN seeks_certificates TEXT NOT NULL DEFAULT '';

-- Derived and local like `sort_key`, made by `standing.rs`: how complete a record is in percent, what lists
-- filter by as codes with semicolons between, the province it is in; of a village how its craft is doing,
-- how strong it is (0 to 100) and what its placements sell in a year.
ALTER TABLE village ADD COLUMN completeness INTEGER NOT NULL DEFAULT 0;
ALTER TABLE village ADD COLUMN standing TEXT NOT NULL DEFAULT '';
ALTER TABLE village ADD COLUMN vitality TEXT NOT NULL DEFAULT '';
ALTER TABLE village ADD COLUMN strength INTEGER;
ALTER TABLE village ADD COLUMN sales INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN completeness INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN standing TEXT NOT NULL DEFAULT '';
ALTER TABLE artisan ADD COLUMN completeness INTEGER NOT NULL DEFAULT 0;
ALTER TABLE artisan ADD COLUMN standing TEXT NOT NULL DEFAULT '';
ALTER TABLE artisan ADD COLUMN province TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN completeness INTEGER NOT NULL DEFAULT 0;
ALTER TABLE organisation ADD COLUMN standing TEXT NOT NULL DEFAULT '';
ALTER TABLE product ADD COLUMN completeness INTEGER NOT NULL DEFAULT 0;
ALTER TABLE product ADD COLUMN standing TEXT NOT NULL DEFAULT '';
ALTER TABLE product ADD COLUMN province TEXT NOT NULL DEFAULT '';

-- What the list of artisans is filtered and counted by, without touching the rows: it is the longest list.
CREATE INDEX artisan_facets ON artisan (province, standing, state, tags) WHERE deleted = 0;

CREATE TABLE preservation (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    village BLOB REFERENCES village (id),
    date TEXT,
    practising INTEGER,
    over_sixty INTEGER,
    successors INTEGER,
    craft_households INTEGER,
    demand TEXT NOT NULL DEFAULT '',
    threats TEXT NOT NULL DEFAULT '',
    measures TEXT NOT NULL DEFAULT '',
    assessor TEXT NOT NULL DEFAULT '',
    invented INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX preservation_by_village ON preservation (village);

CREATE TABLE placement (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    village BLOB REFERENCES village (id),
    product BLOB REFERENCES product (id),
    kind TEXT NOT NULL DEFAULT '',
    outlet TEXT NOT NULL DEFAULT '',
    organisation BLOB REFERENCES organisation (id),
    mou BLOB REFERENCES mou (id),
    from_date TEXT,
    to_date TEXT,
    yearly_sales INTEGER,
    result TEXT NOT NULL DEFAULT '',
    invented INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX placement_by_village ON placement (village);
CREATE INDEX placement_by_product ON placement (product);
CREATE INDEX placement_by_organisation ON placement (organisation);
CREATE INDEX placement_by_mou ON placement (mou);

CREATE TABLE picture (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    village BLOB REFERENCES village (id),
    artisan BLOB REFERENCES artisan (id),
    organisation BLOB REFERENCES organisation (id),
    product BLOB REFERENCES product (id),
    conference BLOB REFERENCES conference (id),
    mou BLOB REFERENCES mou (id),
    sha256 TEXT NOT NULL DEFAULT '',
    file_name TEXT NOT NULL DEFAULT '',
    media TEXT NOT NULL DEFAULT '',
    width INTEGER,
    height INTEGER,
    length INTEGER NOT NULL DEFAULT 0,
    caption TEXT NOT NULL DEFAULT '',
    caption_en TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    taken TEXT,
    usage_right TEXT NOT NULL DEFAULT '',
    consent TEXT NOT NULL DEFAULT '',
    sequence INTEGER NOT NULL DEFAULT 0,
    is_main INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX picture_by_village ON picture (village) WHERE village IS NOT NULL;
CREATE INDEX picture_by_artisan ON picture (artisan) WHERE artisan IS NOT NULL;
CREATE INDEX picture_by_organisation ON picture (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX picture_by_product ON picture (product) WHERE product IS NOT NULL;
CREATE INDEX picture_by_conference ON picture (conference) WHERE conference IS NOT NULL;
CREATE INDEX picture_by_mou ON picture (mou) WHERE mou IS NOT NULL;

CREATE TABLE saved_search (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    name TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    filters TEXT NOT NULL DEFAULT '',
    sort TEXT NOT NULL DEFAULT '',
    in_rail INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;

-- Two records that look alike and are not the same; its id follows from both.
CREATE TABLE distinct_pair (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    kind TEXT NOT NULL DEFAULT '',
    first TEXT NOT NULL DEFAULT '',
    second TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;

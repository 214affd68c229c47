-- In which right a position signs and until when, the day of a ceremony, photographs of persons, and what stands at
-- the head and the foot of a conference's papers.

ALTER TABLE conference ADD COLUMN meeting_break INTEGER;
ALTER TABLE conference ADD COLUMN report_number TEXT NOT NULL DEFAULT '';
ALTER TABLE conference ADD COLUMN report_to TEXT NOT NULL DEFAULT '';
ALTER TABLE conference ADD COLUMN minutes_number TEXT NOT NULL DEFAULT '';
ALTER TABLE conference ADD COLUMN recipients TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN superior TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN superior_en TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN paper_symbol TEXT NOT NULL DEFAULT '';
ALTER TABLE position ADD COLUMN signing_form TEXT NOT NULL DEFAULT '';
ALTER TABLE position ADD COLUMN authorisation_until TEXT;
ALTER TABLE mou ADD COLUMN ceremony_time TEXT;
ALTER TABLE mou ADD COLUMN copies_checked INTEGER NOT NULL DEFAULT 0;

ALTER TABLE picture ADD COLUMN person BLOB REFERENCES person (id);
CREATE INDEX picture_by_person ON picture (person) WHERE person IS NOT NULL;

-- Who pays was called like the template of a MoU. Every laptop brings its own rows along, so nothing is logged.
ALTER TABLE budget_line ADD COLUMN paid_by TEXT NOT NULL DEFAULT '';
DROP TRIGGER IF EXISTS budget_line_updated;
UPDATE budget_line SET paid_by = source WHERE source <> '';

-- Promises of a party that is a person; meetings on several days of a conference, and the files of those who speak.

ALTER TABLE obligation ADD COLUMN person BLOB REFERENCES person (id);
CREATE INDEX obligation_by_person ON obligation (person) WHERE person IS NOT NULL;

ALTER TABLE conference ADD COLUMN meeting_days INTEGER;

ALTER TABLE picture ADD COLUMN programme_item BLOB REFERENCES programme_item (id);
CREATE INDEX picture_by_programme_item ON picture (programme_item) WHERE programme_item IS NOT NULL;

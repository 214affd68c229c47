-- Promises of a party that is a person; meetings on several days of a conference, the files of those who speak, and with
-- which earlier conferences it is compared.

ALTER TABLE obligation ADD COLUMN person BLOB REFERENCES person (id);
CREATE INDEX obligation_by_person ON obligation (person) WHERE person IS NOT NULL;

ALTER TABLE conference ADD COLUMN meeting_days INTEGER;

ALTER TABLE picture ADD COLUMN programme_item BLOB REFERENCES programme_item (id);
CREATE INDEX picture_by_programme_item ON picture (programme_item) WHERE programme_item IS NOT NULL;

ALTER TABLE conference ADD COLUMN compared_with TEXT NOT NULL DEFAULT '';

-- What an organisation says of itself with the registration form, until it is taken over; and whatever else the
-- printed form asks for.
ALTER TABLE registration ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE registration ADD COLUMN tax_code TEXT NOT NULL DEFAULT '';
ALTER TABLE registration ADD COLUMN commune TEXT;
ALTER TABLE registration ADD COLUMN street TEXT NOT NULL DEFAULT '';
ALTER TABLE registration ADD COLUMN former_address TEXT NOT NULL DEFAULT '';
ALTER TABLE registration ADD COLUMN phones TEXT NOT NULL DEFAULT '';
ALTER TABLE registration ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE registration ADD COLUMN website TEXT NOT NULL DEFAULT '';
ALTER TABLE registration ADD COLUMN representative TEXT NOT NULL DEFAULT '';
ALTER TABLE registration ADD COLUMN representative_title TEXT NOT NULL DEFAULT '';
ALTER TABLE registration ADD COLUMN representative_phones TEXT NOT NULL DEFAULT '';
ALTER TABLE registration ADD COLUMN representative_email TEXT NOT NULL DEFAULT '';
ALTER TABLE registration ADD COLUMN booths INTEGER;
ALTER TABLE registration ADD COLUMN sign_with TEXT NOT NULL DEFAULT '';
ALTER TABLE registration ADD COLUMN speech TEXT NOT NULL DEFAULT '';
ALTER TABLE registration ADD COLUMN enclosed TEXT NOT NULL DEFAULT '';
ALTER TABLE registration ADD COLUMN partners TEXT NOT NULL DEFAULT '';
ALTER TABLE registration ADD COLUMN arranged TEXT NOT NULL DEFAULT '';
ALTER TABLE registration ADD COLUMN rooms INTEGER;

-- The form a guest came with, and the purposes a guest agreed to besides standing in the list of delegates, which
-- stays in "consent". No reference: a guest stays when the form goes to the trash, and is its guest again when it
-- comes back.
ALTER TABLE participation ADD COLUMN registration BLOB;
ALTER TABLE participation ADD COLUMN consents TEXT NOT NULL DEFAULT '';
CREATE INDEX participation_by_registration ON participation (registration) WHERE registration IS NOT NULL;

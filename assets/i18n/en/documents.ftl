### mou-: Memorandum of Understanding (src/documents/mou)

## Words printed in a memorandum

mou-party = Party { $letter }
mou-witness = the Witness
mou-role-witness = Witness
mou-role-witness-first = First Witness
mou-role-witness-second = Second Witness
mou-witnesses = the Witnesses
mou-each-witness = each Witness
mou-both-parties = the Parties
mou-all-parties = the Parties
mou-other-party = the other Party
mou-other-parties = the other Parties
mou-list-pair = { $first } and { $last }
mou-list-next = { $first }, { $next }
mou-language-vi = Vietnamese
mou-language-en = English
mou-language-vi-en = Vietnamese and English
mou-count-years =
    { $number ->
        [one] { $count } year
       *[other] { $count } years
    }
mou-count-months =
    { $number ->
        [one] { $count } month
       *[other] { $count } months
    }
mou-count-days =
    { $number ->
        [one] { $count } day
       *[other] { $count } days
    }
mou-count-outlets =
    { $number ->
        [one] { $count } outlet
       *[other] { $count } outlets
    }
mou-count-copies =
    { $number ->
        [one] { $count } original
       *[other] { $count } originals
    }
mou-count-annexes =
    { $number ->
        [one] { $count } annex
       *[other] { $count } annexes
    }
mou-count-articles =
    { $number ->
        [one] { $digits } article
       *[other] { $digits } articles
    }
mou-every-month = monthly
mou-every-year = yearly
mou-every-months = every { $count } months
mou-amount = { $digits } ({ $words } dong)
mou-person = { $honorific } { $name }
mou-contact = { $person }, tel. { $phone }
mou-office = { $position }, { $organisation }
mou-place-and-date = { $place }, { $date }
mou-gap = ……
mou-blank-date = …… …………… 20……
mou-gap-date = … … 20…

## Badges, signs of booths, certificates

badges-title = Badges
badge-size-small = Small card, 85 × 54 mm
badge-size-medium = Badge, 90 × 130 mm
badge-size-large = Large badge, A6 (105 × 148 mm)
badge-group-delegate = Delegate
badge-group-guest = Guest
badge-group-organiser = Organiser
badge-group-press = Press
badge-group-exhibitor = Exhibitor
signs-title = Signs of booths
badge-signs = Signs MoU no. { $place }
badge-signs-batch = Signs MoU no. { $place }, batch { $batch }
sign-booth = Booth { $code }
booth-plan-title = Plan of the booths
booth-plan-sheet = Sheet { $number } of { $of }
booth-plan-count = { $taken } booths given, { $vacant } free
booth-plan-beside = Without a place: { $booths }
certificates-title = Certificates of attendance
certificate-heading = Certificate of attendance
certificate-gives = This is to certify that
certificate-attended = attended

## Leaflets of villages

leaflet-title = Leaflet of { $name }
leaflet-office = Vietnam Craft Village Association
leaflet-before = Before 1 July 2025: { $address }
leaflet-recognised = Recognition
leaflet-titles = Titles
leaflet-founded = The craft since
leaflet-festival = Festival
leaflet-festival-next = { $lunar }, next on { $date }
leaflet-way = Getting there
leaflet-experience = Experiences
leaflet-hours = Opening hours
leaflet-parking = Parking
leaflet-products = Products
leaflet-more = { $count ->
    [one] and one more product
   *[other] and { $count } more products
}
leaflet-price-from = from { $price }
leaflet-price-to = up to { $price }
leaflet-price-unit = { $price }/{ $unit }
leaflet-order = from { $count } { $unit } an order
leaflet-scan = Scan to save the contact
leaflet-prices = Prices are for guidance.
leaflet-photos = Photographs: { $names }
leaflet-printed = Printed from Sổ Làng Nghề on { $date }

## What is missing

mou-missing = { $place } has no { $field }
mou-missing-reference = { $place } refers to an article that is not in the text
mou-too-few-parties = A memorandum needs at least two signing parties
mou-too-many-parties = A memorandum has at most four signing parties
mou-too-many-witnesses = A memorandum has at most two witnesses
mou-field-of-party = { $field } of { $party }
mou-percent = { $words } per cent ({ $digits }%)
mou-field-detail = { $label_en }
mou-field-citizen-id = identity card number
mou-place-field = Own value { $number }
mou-check-field-key = { $place } has the name “{ $name }”, which is taken or has other letters than a–z and _
mc-title = Script for the signing of Memoranda of Understanding
mc-plates = Name plates for the signing table
mc-opening = Distinguished guests, on behalf of the organiser, { $host }, I invite you to the signing of the Memoranda of Understanding.
mc-count = { $batches ->
    [0] Today { $count } memoranda are signed.
    [one] Today { $count } memoranda are signed, in one batch.
   *[other] Today { $count } memoranda are signed, in { $batches } batches.
}
mc-value = Their expected value is { $value } in all.
mc-pair = Pair { $place }, please come forward:
mc-signer = { $signer }, { $title }
mc-subject = Subject: { $subject }.
mc-witness = The signing is witnessed by { $names }.
mc-sign = Please sign, exchange the documents and stay for a photograph.
mc-closing = Congratulations to the Parties. On behalf of the organiser, { $host }, I thank you for witnessing the signing.
pack-place = No.
pack-parties = Parties
pack-signers = Who signs
pack-order = Order of signing
pack-copies = Table of copies
pack-each = Each party
pack-witness = Witness
pack-all = In all
pack-checked = Checked
pack-delivered = Delivered
pack-telephones = Whom to call

## Papers of a conference

paper-recipients = Copies to:
paper-copy-above = As above
paper-copy-file = File
paper-sign-name = (Signature and full name)
paper-date-gap = …… / …… / 20……
paper-place-in-list = No.

## Papers of a conference: invitation, letter of thanks

invitation-title = INVITATION
invitation-calls = We have the honour to invite
invitation-to = to attend
invitation-theme = on the theme “{ $theme }”
invitation-host = held by { $agency }
invitation-hosts = held by { $agency } together with { $hosts }
invitation-chair = Chaired by
invitation-time = Time
invitation-place = Venue
invitation-programme = Programme
invitation-hour = Time
invitation-what = Content
invitation-answer = Kindly confirm your attendance before { $day }.
invitation-answer-contact = Kindly confirm your attendance before { $day }. Contact: { $contact }.
invitation-contact = Contact: { $contact }.
invitation-honour = Your presence will contribute greatly to the success of the conference. We look forward to welcoming you.
thanks-title = LETTER OF THANKS
thanks-calls = To
thanks-held = { $conference } was a success.
thanks-held-time = { $conference }, held { $time }, was a success.
thanks-held-place = { $conference }, held at { $place }, was a success.
thanks-held-both = { $conference }, held { $time } at { $place }, was a success.
thanks-words = { $agency } sincerely thanks you for taking the time to attend, for your support and for your part in what the conference has achieved.
thanks-hope = { $agency } hopes for your continued interest and cooperation in developing craft villages in the time to come.
thanks-end = With our best wishes for your health, happiness and success.

## The list delegates sign

attendance-title = LIST OF DELEGATES
attendance-name = Full name
attendance-office = Position – Organisation
attendance-phone = Telephone
attendance-signature = Signature
attendance-count = Number of delegates who signed:
attendance-writer = List kept by

## Registration form

registration-title = REGISTRATION FORM
registration-send = Please return this form before { $day } to: { $to }
registration-send-by = Please return this form before { $day }
registration-send-to = Please return this form to: { $to }
registration-organisation = ORGANISATION
registration-name = Name of organisation
registration-company = Company
registration-cooperative = Cooperative, group
registration-household = Household business
registration-village = Craft village
registration-state = State agency
registration-association = Association
registration-other = Other
registration-tax = Tax code
registration-website = Website, page
registration-address = Address (commune/ward, province/city)
registration-former-address = Address before 1 July 2025 (if different)
registration-head = Representative
registration-position = Position
registration-phone = Telephone
registration-email = Email
registration-people = PARTICIPANTS (no more than 3)
registration-person = Full name
registration-forms = TAKING PART
registration-attend = Attend the conference
registration-b2b = One-to-one meetings (B2B)
registration-booth = Booths, how many
registration-sign = Sign a Memorandum of Understanding, with
registration-speak = Speak, title
registration-products = PRODUCTS OFFERED
registration-product = Product, group of goods
registration-specification = Specification
registration-capacity = Capacity a month
registration-least = Least order
registration-price = Wholesale price for reference (VND)
registration-certificates = Certificates (OCOP, ISO, VietGAP, FSC…)
registration-pictures = Pictures of products enclosed
registration-samples = Samples will be brought
registration-wishes = CONNECTIONS SOUGHT
registration-sell = To sell
registration-buy = To buy
registration-material = Raw materials
registration-design = Design, packaging
registration-travel = Tourism
registration-capital = Capital, credit
registration-market = Markets sought
registration-partners = Partners to meet
registration-logistics = LOGISTICS
registration-lunch = Lunch
registration-vegetarian = Vegetarian
registration-pick-up = Transport
registration-rooms = Hotel, rooms
registration-power = Booth needs power
registration-water = Booth needs water
registration-requests = Other requests
registration-consent = CONSENT TO THE PROCESSING OF PERSONAL DATA
registration-consent-why = Under the Personal Data Protection Law No. 91/2025/QH15, { $agency } processes the personal data in this form only for the purposes ticked below:
registration-consent-organise = Organising the conference: contact, badges, seats, booths and logistics
registration-consent-partners = Giving name, organisation and telephone to partners at the conference for trade
registration-consent-directory = Printing name, position and organisation in documents and directory of the conference
registration-consent-pictures = Taking pictures and films at the conference and publishing them
registration-consent-later = Keeping contact details to invite to later activities
registration-consent-withdraw = A box that is not ticked means no consent for that purpose. Consent can be withdrawn at any time by contacting the organiser.
registration-signature = Registered by
registration-office = For the organiser
registration-code = Registration code
registration-received = Received on
registration-signature-note = (Signature, full name, seal if any)

## Minutes of a conference

minutes-title = MINUTES
minutes-began = Began
minutes-place = Venue
minutes-chair = Chair
minutes-secretary = Secretary
minutes-course = Course of the conference
minutes-opinions = Opinions
minutes-conclusions = Conclusions
minutes-tasks = Tasks after the conference
minutes-somebody = A delegate
minutes-task = Task
minutes-task-who = Done by
minutes-task-until = By
minutes-ended = at { $time } on the same day
minutes-ended-on = at { $time } on { $day }
minutes-end = The conference ended { $time }.
minutes-end-open = The conference ended at ……………… on ………………
minutes-adopted = The minutes were read out and adopted at the conference.

## Report on a conference

report-title = REPORT
report-about = Results of
report-to = To: { $names }
report-general = General situation
report-results = Results
report-difficulties = Difficulties and obstacles
report-proposals = Proposals
report-table = Table { $place }. { $title }
report-chart = Chart { $place }. { $title }
report-no-figures = There are no figures.
report-see-annex = { $title }: see the Annex.
report-see-annexes = { $title }: see Annex { $place }.
report-annex = Annex
report-annex-of = Annex { $place }
report-annex-number = (To Report No. { $number } of { $date } by { $agency })
report-annex-to = (To the report on the results of { $conference })
report-end = This is the report on the results of { $conference }.

## Timetable of B2B meetings

timetable-title = Timetable of business meetings (B2B)
timetable-table-of = Table { $number }
timetable-time = Time
timetable-table = Table
timetable-partner = Partner
timetable-partners = Both sides
timetable-wishes = Wishes
timetable-result = Result
timetable-none = No meeting has been arranged yet.

## Names of the fields of a memorandum

mou-field-account = bank account
mou-field-address = address
mou-field-annex = annex
mou-field-authorisation-date = date of the power of attorney
mou-field-authorisation-number = number of the power of attorney
mou-field-certificates = certificates of the products
mou-field-conference = name of the conference
mou-field-conference-host = host of the conference
mou-field-contact = focal point
mou-field-contract-by = deadline for the contract
mou-field-copies = number of originals for each party
mou-field-corner = name of the display area
mou-field-date = date of signing
mou-field-email = email address
mou-field-former-address = former address
mou-field-name = name
mou-field-network = size of the retail network
mou-field-notice = period of notice
mou-field-number = number of the memorandum
mou-field-organiser = name of the organiser
mou-field-other = value for the blank “{ $name }”
mou-field-outlet-months = number of first months
mou-field-outlets = number of outlets
mou-field-party = signing party No. { $number }
mou-field-payment = payment term
mou-field-phone = telephone number
mou-field-place = place of signing
mou-field-position = position of the representative
mou-field-price = reference price
mou-field-principal = position of the person who gave the power of attorney or the order to sign
mou-field-product = name of the product
mou-field-product-group = product group
mou-field-quantity = expected quantity
mou-field-report = reporting period
mou-field-representative = representative
mou-field-review = review period
mou-field-subject = subject
mou-field-supply = expected supply
mou-field-target = target turnover
mou-field-tax-code = tax code
mou-field-term = term
mou-field-unit = unit
mou-field-village = name of the craft village
mou-field-witness = witness
mou-field-witness-copies = number of originals for the witness

## Places in a memorandum

mou-place-agreement = The agreement sentence
mou-place-annex = The annex
mou-place-annex-row = Row { $row } of the annex
mou-place-article = Article { $article }
mou-place-basis = Legal basis No. { $basis }
mou-place-clause = Clause { $clause } of Article { $article }
mou-place-head = The head of the page
mou-place-line = Line { $line } of the details of the parties
mou-place-opening = The opening
mou-place-point = Point No. { $point }, clause { $clause }, Article { $article }
mou-place-signature = The signature block
mou-place-signature-of = The signature block of { $party }
mou-place-subject = The subject

## Checks of templates and clauses

mou-template-unreadable = The template cannot be read, line { $line }: { $detail }
mou-check-brackets = { $place } has a bracket, ** or __ that is not closed properly in the { $language } text
mou-check-condition = { $place } has the condition “{ $name }”, which the program does not know
mou-check-field = { $place } has the blank “{ $name }”, which the program does not know
mou-check-key = { $place } has the key “{ $name }” of another article
mou-check-languages = { $place } has the blank “{ $name }” in the { $language } text only
mou-check-needed = Nowhere does the template say the { $what } (the blank “{ $name }”)
mou-check-no-text = { $place } has no { $language } text
mou-check-reference = { $place } refers to the article “{ $name }”, which is not in the text
mou-signer-day = { $day_en }
mou-signer-not-yet = { $party }: { $name } holds the position { $title } only from { $from }, after the signing on { $day }
mou-signer-over = { $party }: { $name } held the position { $title } only until { $to }, before the signing on { $day }
mou-authorisation-later = The power of attorney of { $name } ({ $party }) is dated { $written }, after the signing on { $day }
mou-authorisation-over = The power of attorney of { $name } ({ $party }) expired on { $until }, before the signing on { $day }
mou-acting = Acting { $title }
mou-deputy-alone = { $party }: { $name }, { $title }, is a deputy put down as the legal representative; if that is not so, number and date of a power of attorney are needed
mou-deputy-of-firm = { $party }: { $name }, { $title }, signs in place of the head (KT.); a firm, cooperative or household should have a written power of attorney
mou-day-of-conference = The day of signing, { $day }, is not the day of the conference, { $first }
mou-days-of-conference = The day of signing, { $day }, lies outside the days of the conference, { $first } to { $last }
mou-of-party = { $party }: { $what }
mou-basis-replaced = Legal basis { $basis }: { $number } is no longer in force from { $from }; now it is { $now }
mou-basis-not-yet = Legal basis { $basis }: { $number } is in force only from { $from }, after the day of signing
mou-differs = Article { $article } differs from its template in { $count ->
   [one] { $count } place
  *[other] { $count } places
}
library-one = The library keeps one clause at a time: one legal basis or one article
placeholder-annex = number of annexes, when there is an annex
placeholder-article = number of the article “{ $title_en }”
placeholder-articles = number of articles of the memorandum
placeholder-copies = number of originals in all
placeholder-focal-points = focal points of all parties
placeholder-languages = languages of the memorandum
placeholder-office = position with the name of the body
placeholder-parties-all = words for all: the two Parties, the Parties
placeholder-parties-list = what all parties are called, joined by “and”
placeholder-own = the party that is printed
placeholder-parties-other = words for the other Party or the other Parties
placeholder-party = the words Party { $letter }, when there is one
placeholder-representative = representative, with Mr. or Ms.
placeholder-represented = what it is called, when somebody represents it
placeholder-role = what it is called in the memorandum
placeholder-signer = name of who signs, without Mr. or Ms.
placeholder-witness = words for the witness
placeholder-witness-each = words for each witness

condition-has = { $what }
condition-lacks = no { $what }
condition-bilingual = two languages
condition-one-language = one language
condition-about-form = form of the memorandum
condition-about-own = value of this template
condition-about-value = value of the memorandum
condition-about-party = details of a party

example-number = 00/{ $year }/BBGN
example-place = Thí Dụ Communal House of Culture, Bắc Ninh Province
example-conference = Conference on Craft Village Products
example-host = Thí Dụ Craft Village Association
example-village = Thí Dụ
example-product-group = rattan and bamboo
example-corner = Craft Village Corner
example-supply = about 4,000 items a month
example-certificates = 4-star OCOP
example-report = monthly
example-party-a = Thí Dụ Rattan and Bamboo Cooperative
example-party-b = Ví Dụ Retail Joint Stock Company
example-party-c = Giả Định School of Design
example-party-d = Mẫu Export Company Limited
example-person-a = Nguyễn Văn An
example-person-b = Trần Văn Bình
example-person-c = Lê Văn Cường
example-person-d = Phạm Văn Dũng
example-person-witness = Đỗ Văn Hải
example-contact = Vũ Văn Khoa
example-honorific = Mr.
example-position = Director
example-position-authorised = Head of Sales
example-position-witness = President
example-principal = Director
example-address = Thôn Hạ, xã Thí Dụ, tỉnh Bắc Ninh
example-former-address = thôn Hạ, xã Thí Dụ, huyện Ví Dụ, tỉnh Bắc Ninh
example-account = 000 111 222 333 at Thí Dụ Bank
example-network = 36 stores
example-product = Rattan basket
example-product-second = Set of coasters
example-specification = Ø 30 cm
example-unit = piece

# --- paper: printed documents ---
paper-state = SOCIALIST REPUBLIC OF VIET NAM
paper-motto = Independence - Freedom - Happiness
paper-number = No. { $number }
paper-number-open = No. ……………………………
paper-article = Article { $number }.
paper-page-of = Page { $page }/{ $pages }
paper-draft = DRAFT
paper-reading-copy = Reading copy; it does not replace the signed original
paper-unprintable = The font has no { $letters }, which stands in { $place }
paper-missing = Something is still missing in { $place }
paper-place-head = the head of the document
paper-place-number = the number
paper-place-title = the title
paper-place-subject = the subject
paper-place-basis = legal basis { $number }
paper-place-opening = the opening paragraph
paper-place-agreement = the paragraph before Article 1
paper-place-party = “{ $label_en }” of { $role_en }
paper-place-party-name = the name of { $role_en }
paper-place-signature = the signature of { $role_en }
paper-place-article = Article { $article }
paper-place-clause = Article { $article }, clause { $clause }
paper-place-annex = the annex
paper-place-annex-row = row { $row } of the annex

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
mc-opening = Distinguished guests, on behalf of { $host } I invite you to the signing of the Memoranda of Understanding.
mc-count = { $batches ->
    [0] Today { $count } memoranda are signed.
   *[other] Today { $count } memoranda are signed, in { $batches } batches.
}
mc-value = Their expected value is { $value } in all.
mc-pair = Pair { $place }, please come forward:
mc-signer = { $signer }, { $title }
mc-subject = Subject: { $subject }.
mc-witness = The signing is witnessed by { $names }.
mc-sign = Please sign, exchange the documents and stay for a photograph.
mc-closing = Congratulations to the Parties. On behalf of { $host } I thank you for witnessing the signing.
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
mou-field-principal = position of the person who gave the power of attorney
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
mou-check-brackets = { $place } has a bracket or ** that is not closed properly in the { $language } text
mou-check-condition = { $place } has the condition “{ $name }”, which the program does not know
mou-check-field = { $place } has the blank “{ $name }”, which the program does not know
mou-check-key = { $place } has the key “{ $name }” of another article
mou-check-languages = { $place } has the blank “{ $name }” in the { $language } text only
mou-check-no-text = { $place } has no { $language } text
mou-check-reference = { $place } refers to the article “{ $name }”, which is not in the text

# --- paper: printed documents ---
paper-state = SOCIALIST REPUBLIC OF VIET NAM
paper-motto = Independence - Freedom - Happiness
paper-number = No. { $number }
paper-number-open = No. ……………………………
paper-article = Article { $number }.
paper-page-of = Page { $page }/{ $pages }
paper-draft = DRAFT
paper-reading-copy = Reading copy; it does not replace the signed original
paper-unprintable = The document’s font has no character “{ $character }”, used in { $place }
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

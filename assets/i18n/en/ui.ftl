# Texts of the window.
# Words that stand in many places.
word-yes = Yes
word-no = No
word-none = None
word-unknown = Not known
word-empty = empty
word-nobody = no name given
word-required = required
word-add = Choose more…
word-open = Open
word-close = Close
sex-female = Female
sex-male = Male
# Places of the program.
nav-home = Home
nav-villages = Craft villages
nav-artisans = Artisans
nav-partners = Partners
nav-products = Products
nav-people = People
nav-mous = Memoranda
nav-trash = Trash
nav-settings = Settings
nav-help = Help
nav-about = About
nav-gallery = Components
menu = Menu
group-go = Go to
group-add = Add
group-edit = Edit
group-file = Register
group-view = View
group-help = Help
# What can be done.
act-find = Find anything
act-undo = Undo
act-redo = Redo
act-back = Back
act-close = Close
act-cancel = Cancel
act-again = Try again
act-stop = Stop
act-understood = Understood
act-edit = Edit
act-add = Add
act-delete = Delete
act-restore = Restore
act-restore-name = Restore { $name }
act-save = Save
act-new-village = Add village
act-new-artisan = Add artisan
act-new-partner = Add partner
act-new-product = Add product
act-new-person = Add a person
act-new-mou = New memorandum
act-open = Open another register
act-close-file = Close the register
act-back-up = Back up now
act-restore-copy = Restore
act-restore-copy-of = Restore the copy of { $when }
act-quit = Quit
act-other-language = Tiếng Việt
act-other-look = Switch light and dark
act-larger = Larger text
act-smaller = Smaller text
act-usual-size = Normal text size
# Text fields.
text-cut = Cut
text-copy = Copy
text-paste = Paste
text-select-all = Select all
hint-lunar = such as 15/2
hint-secret = Masked while it is not edited
hint-place = Type a commune, new or old name
hint-find = Type to find
hint-tags = Type a tag and press Enter
tag-drop = Remove { $tag }
date-choose = Choose a date: { $field }
date-month-before = Previous month
date-month-after = Next month
date-weekdays = Mo Tu We Th Fr Sa Su
place-formerly = before 1 July 2025: { $place }
place-check = to be checked
place-divided = The former commune was divided among { $count } of today: please check
place-propose = Use the address of today: { $place }
# Finding.
find-hint = Find villages, artisans, partners, memoranda
find-records = Records
find-commands = Commands
find-places = Communes
find-nothing = Nothing found. Try fewer letters.
find-make = Create “{ $name }”
# Lists.
list-count = { $count }
list-count-of = { $count } of { $all }
price-range = { $from } – { $to } đồng
certificate-stars = { $count ->
    [one] one star
   *[other] { $count } stars
}
word-master = teacher
word-apprentice = apprentice
list-find = Filter this list
list-columns = Columns
columns-usual = As it was
column-up = Move { $column } up
column-down = Move { $column } down
list-drop-filter = Remove the filter { $filter }
list-no-filters = Clear filters
list-selected = { $count } selected
list-empty = No { $kind } yet
list-empty-explain = Add the first record; every change can be undone.
list-nothing-found = Nothing fits
list-nothing-found-explain = Try fewer filters, or type without tone marks.
filter-year = Year of signing
filter-province = Province or city
filter-more = { $count } more
filter-less = Fewer
tab-overview = Overview
tab-history = History
tab-mous = Memoranda
tab-conferences = Conferences
tab-positions = Positions
tab-placements = Placements
tab-preservation = Preservation
tab-timeline = Time line
timeline-ended = { $what }, ended
detail-add = Add { $kind }
related-until = until { $date }
related-delete = Delete { $name }
todo-certificate = { $name }: { $validity } ({ $date }).
todo-percent = The record is { $percent } % complete.
todo-missing = Missing: { $fields }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
}
todo-mend = Complete it
vitality-unknown-explain = Too little is known to say. Note the numbers of artisans, successors and households in the trade.
tab-honours = Honours
badge-mous = { $count ->
   [one] { $count } memorandum
  *[other] { $count } memoranda
}
list-print-all = Save all as PDF
# History and trash.
history-undone = Undone: { $what }
history-redone = Redone: { $what }
history-value = { $field }: { $before } to { $after }
history-take-back = Take back this change
trash-empty = The trash is empty
trash-empty-explain = Deleted records are kept here and can be restored at any time.
trash-when = deleted { $when }
# Forms.
form-new = New record
form-editing = Editing
form-adding = Adding
form-names = Name and kind
form-place = Address
form-story = Story and products
form-recognition = Recognition
form-size = Size
form-visit = Visits and festival
form-office = Notes of the office
form-person = Personal details
form-craft = Craft and village
form-contact = Contact
form-bank = Bank account
form-trade = Trade
form-description = Description
form-english = In English
form-seeks = Looks for
form-network = Network and markets
follow-up-next = Next: { $step }
sales-quarter = Quarter { $quarter }/{ $year }
sales-jobs = { $count } people with work
form-task = What has to be done
form-talk = Follow-up
form-next = Next step
form-contract = Contract
form-sales = Sales in the quarter
after-text = Text
after-tasks = Tasks
after-talks = Follow-ups
after-contracts = Contracts
after-sales = Sales
after-scans = Scans
after-timeline = Timeline
after-sold = Sold { $sold }
after-sold-of = Sold { $sold }, { $percent }% of the target of { $target }
after-no-tasks = No tasks yet. Note what each party has to do and by when, and you are reminded 30 and 7 days before.
task-party = Party who does it
task-party-all = All parties
task-party-gone = { $name } (no party of the memorandum)
after-no-talks = No follow-up yet.
after-no-contracts = No contract yet.
after-no-sales = No sales noted yet.
after-scan-explain = Scan or photograph the signed sheets and add them here; the files are kept unchanged with the register.
after-papers = Final texts
after-paper = Final text of { $time }, { $pages } pages
after-paper-now = in force
after-paper-old = replaced
form-found = State of the craft
form-threats = Threats and measures
form-certificate = Title or certificate
form-decision = Decision and validity
form-position = Position
form-authority = Signing authority
form-teaching = Teaching
form-sold = What is sold where
form-result = Time and result
form-picture = Picture or file
form-rights = Right of use
form-save = Save record
form-discard = Discard changes
form-wrong = { $count ->
   [one] One thing to mend before saving:
  *[other] { $count } things to mend before saving:
}
form-next-wrong = F8: the next one
draft-back = This is what you typed last time; it is not in the register yet.
draft-throw-away = Throw the draft away
draft-kept = Your draft is kept as you type. The register has not changed yet.
draft-nothing = Nothing has changed.
draft-left = The draft is kept; open the form again to go on.
drafts-title = { $count ->
   [one] One draft is not saved
  *[other] { $count } drafts are not saved
}
drafts-explain = The program ended while you were typing. What shall become of these drafts?
drafts-go-on = Go on
drafts-later = Later
drafts-drop = Throw all away
# What was done.
done-saved = Saved { $name }
done-with-warning = Saved, but { $field }: { $warning }
done-deleted = Deleted { $name }
done-deleted-many = Deleted { $count } × { $kind }
done-restored = Restored { $name }
done-undone = Undone: { $what }
done-redone = Redone: { $what }
done-partly = Undone; { $count } values stay because they were changed since
done-copy = Backed up: { $path }
done-restored-copy = The copy is restored
done-number = The number is given
done-frozen = The text is final
done-state = Noted: { $state }
done-series = The number series is added
done-paper = PDF saved: { $path }
done-sent-to-printer = Sent to the printer
done-printed = { $count ->
   [one] { $count } memorandum saved as PDF into { $path }
  *[other] { $count } memoranda saved as PDF into { $path }
}
# Home.
home-villages = in the register
home-artisans = in the register
home-partners = firms and bodies
home-products = in the catalogue
home-mous = { $under_way } under way, { $drafts ->
   [one] { $drafts } draft
  *[other] { $drafts } drafts
}
home-next-conference = Next conference
home-days-left = { $count ->
   [one] day left
  *[other] days left
}
home-answered = Guests answered
home-final-texts = Final texts
home-recent = Recent changes
due-over = { $count ->
   [one] { $count } day overdue
  *[other] { $count } days overdue
}
due-today = Today
due-in = { $count ->
   [one] { $count } day left
  *[other] { $count } days left
}
attention-finish = Finish the text
attention-sign = Sign
attention-contract = Sign the contract
attention-expires = Term ends
# The status line.
status-file = Register: { $file }
status-saved = Saved { $time }
status-nothing-changed = Everything is saved
status-copy = Copy { $time }
status-no-copy = No copy yet
status-screen-closed = Second screen: not open
status-screen-list = Second screen: shows the list
status-screen-pair = Second screen: shows pair { $place }
status-printer = Printer: { $name }
status-no-printer = Printer: none found
status-no-usual-printer = Printer: none is the default
status-no-pack = Fallback pack: not saved from here
status-pack = Fallback pack { $time }: { $count } MoUs, { $folder }
job-printing = Printing memoranda
# The MoU editor.
mou-no-number = No number yet
mou-parties = Parties
mou-head-title = Template and number
mou-parties-title = Parties and signers
mou-values-title = What is agreed
mou-english-title = English part
mou-template-taken = The text now follows the template “{ $name }”; Ctrl Z brings the former text back.
mou-details-title = Values of this template
mou-detail-english = { $label } (English)
mou-party-person = A person who signs for themselves (artisan)
mou-signs-alone = signs for themselves
templates-choose = Which template?
templates-choose-explain = A template brings its clauses and the values to fill in. Every sentence can still be changed.
mou-change-signer = Change signer
mou-choose-signer = Choose the new signer
mou-change-signer-explain = The new text differs in the signer only; the former one stays readable. Only the changed pages have to be printed again.
done-signer = The signer is changed, a new text is final
after-changed = { $count ->
    [one] Page { $pages } differs from the texts before
   *[other] Pages { $pages } differ from the texts before
}
after-changed-print = Print changed pages
after-changed-open = Open changed pages
key-space = Space
prepare-open = Prepare
prepare-title = Prepare the ceremony
prepare-numbers = { $count ->
    [0] Every memorandum has its number
    [one] One memorandum has no number
   *[other] { $count } memoranda have no number
}
prepare-give = Give numbers in the order of signing: { $series }
prepare-remarks = { $count ->
    [one] and one more remark of this kind
   *[other] and { $count } more remarks of this kind
}
prepare-final = { $count } of { $all } texts are final
prepare-freeze = { $count ->
    [one] Check one text and make it final
   *[other] Check { $count } texts and make them final
}
prepare-report = { $frozen } texts are final now; { $refused } lack something
prepare-pack = Fallback pack
prepare-pack-explain = All memoranda as PDF in the order of signing, the order, the table of copies, whom to call, the script, the name plates; and blank memoranda of each template with the numbers kept for the conference, to be filled in by hand if need be. Keep it on a stick.
prepare-folder = Folder
prepare-save = Save the pack
prepare-unnumbered = { $count ->
    [one] One blank form has no number, because none is kept for this conference: it is written by hand.
   *[other] { $count } blank forms have no number, because none is kept for this conference: it is written by hand.
}
prepare-keep-numbers = Keep a block of numbers for the conference
prepare-print = Print
prepare-printing = Printing, { $count } memoranda left
prepare-print-all = Print { $count } memoranda in order, { $copies } copies
prepare-paused = Stopped, { $count } left
prepare-print-on = Go on printing
prepare-note-printed = { $count ->
    [one] Note: one memorandum is printed
   *[other] Note: { $count } memoranda are printed
}
done-pack = The pack with { $count } memoranda is saved in { $path }
ceremony-script = Script for the MC
nav-numbers = Document numbers
numbers-add = Add series
numbers-empty = No series of numbers yet
numbers-empty-explain = One series a year, with a pattern such as 05/2026/BBGN-HHLN.
numbers-state = { $used } numbers used; the next one is { $next }.
numbers-gaps = Numbers that stand on no paper
numbers-reason = Reason for { $number }
numbers-explain = Note reason
numbers-more = and { $count } more
numbers-block = numbers { $first }–{ $last }, { $given } of { $all } given
numbers-for-conference = Kept for the conference
numbers-desk = The code of this laptop is { $desk }. Only the laptop with that code takes numbers kept for it, so that two laptops never give the same number.
numbers-this-desk = { $desk } (this laptop)
numbers-add-block = Keep a block of numbers
numbers-print = Print register: { $year }
numbers-register = Register of Memoranda of Understanding { $year }
numbers-year = Year of the register
numbers-no-year = year unknown
numbers-register-no-year = Register of Memoranda of Understanding, year unknown
numbers-day = Date
numbers-copies = Copies
numbers-void = Written off: { $reason }
numbers-unexplained = Not explained yet
numbers-twice = The number { $number } stands on { $count } memoranda. Nothing is renumbered by itself: open one again and write another number.
nav-statistics = Statistics of memoranda
statistics-title = Statistics of Memoranda of Understanding by { $division }
statistics-export = Export, print
statistics-all = All
statistics-empty = No memorandum has been signed yet
statistics-empty-explain = Once a memorandum is signed, what comes of it is counted here.
statistics-none = No memorandum is of this year and this conference
statistics-none-explain = Choose “All” in one of the two fields above.
statistics-signed = Signed
statistics-target = Expected value (VND)
statistics-contracts = Contracts
statistics-contract-value = Value of contracts (VND)
statistics-sales = Sales so far (VND)
statistics-reached = Sales of expected
statistics-moved = Moved on
statistics-moved-share = { $count } ({ $share } %)
statistics-signed-all = memoranda signed
statistics-moved-all = moved on
statistics-target-all = expected value
statistics-with-contracts = { $count ->
    [0] no contract yet
    [one] value of one contract
   *[other] value of { $count } contracts
}
statistics-sales-all = sales so far
statistics-of-target = { $percent } % of what was expected, where both are known
statistics-total = Total
statistics-unknown = Not known
statistics-trade = Trade
statistics-trade-explain = A memorandum of several trades counts in each, so that the rows may add up to more than the total.
statistics-kind = Kind of partner
statistics-kind-explain = Each memorandum counts for the kind of every party, so that the rows add up to more than the total.
statistics-province-explain = By the province of the craft village; without a village, by that of Party A.
statistics-person = Person
statistics-more-in-file = The exported file also has the columns for which there is no room here.
statistics-states = By state
statistics-obstacles = Obstacles
statistics-stalled = { $count ->
    [one] One memorandum was signed and has not moved on
   *[other] { $count } memoranda were signed and have not moved on
}
statistics-no-obstacles = No talk about them has noted an obstacle yet.
statistics-tasks = Tasks of the parties
statistics-no-tasks = No tasks are noted in these memoranda.
statistics-in-time = Done in time
statistics-late = Done late
statistics-done = Done, day not known
statistics-overdue = Overdue
statistics-open = Not due yet
done-explained = The reason is noted
form-series = Series of numbers
form-block = Block that is kept
paper-docx = Save as Word, to edit
export-docx = Word (DOCX)
ceremony-title = Signing ceremony
ceremony-short = Ceremony
ceremony-summary = { $batches ->
    [0] { $count } memoranda
   *[other] { $count } memoranda, { $batches } batches
}
ceremony-batch = Batch { $batch }
ceremony-batch-from = Batch { $batch }, from { $time }
ceremony-begins = Begins
ceremony-checked = { $count ->
    [one] One copy, looked through
   *[other] All { $count } copies, looked through
}
ceremony-no-batch = In no batch yet
ceremony-batch-count = { $count } memoranda
ceremony-empty = No memorandum is signed at the conference
ceremony-empty-explain = Choose the conference in each memorandum; it then stands here, to be put into a batch and called.
ceremony-waits = Waiting
ceremony-signing = Signing
ceremony-handed = Handed over
ceremony-not-final = Not final
ceremony-of = Memorandum { $place } of { $count }
ceremony-party = Party { $letter }
ceremony-witness = Witness: { $names }
ceremony-by-authority = { $title }, by power of attorney
ceremony-call = Call pair { $place } to sign
ceremony-signed-next = Signed, call pair { $place }
ceremony-signed = Signed
ceremony-seal = Sealed
ceremony-hand = Handed over
ceremony-done = Done
ceremony-make-final = Open to make it final
ceremony-delay = Put this pair off
ceremony-open = Open memorandum, change signer
ceremony-print = { $count ->
    [one] Print the copy
   *[other] Print all { $count } copies
}
ceremony-print-changed = { $count ->
    [one] Print the changed pages once
   *[other] Print the changed pages, { $count } copies
}
ceremony-print-signed = Print the signature page again
ceremony-no-change = No page has to be printed again
ceremony-up = Earlier
ceremony-down = Later
ceremony-next = Next pair: prepare folders, pens, name plates
ceremony-to-batch = Batch
ceremony-screen = Second screen
ceremony-screen-close = Close second screen
ceremony-screen-explain = Move the window to the projector; F11 or a double click fills the screen.
ceremony-show-list = Show the list
ceremony-window = Ceremony screen
ceremony-conference = Conference
stage-title = Signing of Memoranda of Understanding
stage-prepare = Please prepare: { $first } and { $second }
stage-list = To be signed today
stage-date = { $day }/{ $month }/{ $year }
mou-like = New one like this
mou-amend = New one that amends this
mou-amend-subject = the amendment of Memorandum of Understanding No. { $number }
mou-take-over = Take the clauses of { $number }
done-taken-over = Clauses and values are taken over; Ctrl Z goes back
mou-clauses-title = Clauses
mou-annex-title = Products in the annex
mou-seat-party = Party { $letter }
mou-seat-witness = Witness
mou-choose-party = Choose an organisation
mou-no-signer = No signer yet
mou-new-signer = Add a new signer…
mou-add-signer = Add signer
mou-signs = Is the legal representative
mou-signer-right = Right to sign, authorisation
mou-save-signer = Save the right to sign
mou-authority-explain = Whoever is not the legal representative signs by authority: give its number, its date and the position of who authorised.
mou-add-party = Add party
mou-add-witness = Add witness
field-open = Open { $name }
mou-open-record = Open the record
mou-not-read = “{ $text }” cannot be read, write a number like 24 or a day like 18/12/2026; the memorandum keeps the value before.
mou-remove-party = Remove this party
mou-add-product = Add a product to the annex
mou-remove-product = Remove this product
mou-annex-all = Add { $count ->
   [one] { $count } product
  *[other] { $count } products
} of { $party }
mou-annex-product = Product of the register
mou-annex-name = Name on paper
mou-annex-price = Take the price of the register: { $price }
mou-annex-no-quantity = no quantity yet
mou-annex-no-price = no price yet
done-annex-added = Added { $count ->
   [one] { $count } product
  *[other] { $count } products
} to the annex
mou-number-hint = given, or typed
mou-give-number = Give number
mou-write-number = Use this number
mou-freeze = Make final
mou-reopen = Open the text again
mou-is-final = The text is final: what stands on the paper does not change.
mou-note-state = Note: { $state }
mou-other-states = Other cases:
clause-up = Move up: { $title }
clause-down = Move down: { $title }
clause-when = Printed only when: { $condition }
tree-add-basis = Add a legal basis
tree-add-article = Add an article
tree-remove = Remove: { $title }
tree-off = { $what } · not printed
tree-help = [[ ]] prints only when filled · Alt+arrows move · Ctrl+Enter adds one
done-clause-removed = Removed: { $title }. Press Ctrl+Z to have it back.
condition-only = Printed only with
condition-add = Choose when it is printed: { $title }
condition-remove = Remove the condition: { $words }
condition-title = Printed only with…
condition-search = Search the conditions
condition-nothing = There is no such condition.
condition-and = { $first } and { $next }
placeholder-example = for example: { $value }
wording-bold = Bold (Ctrl+B)
wording-italic = Italics (Ctrl+I)
wording-placeholder = Insert a placeholder
wording-placeholder-keys = Insert a placeholder (Ctrl+Space)
placeholder-title = Insert a placeholder
placeholder-search = Search by meaning, name or value
placeholder-nothing = There is no such placeholder.
placeholder-now = now: { $value }
placeholder-empty = no value yet
compare-differs = Changed
compare-differs-in = Differs from the template: { $title }
compare-show = Compare
compare-hide = Hide
compare-back = Restore
compare-removed = [removed: { $words }]
compare-added = [added: { $words }]
signer-not-yet = holds the position only from { $from }
signer-over = held the position only until { $to }
signer-authority-over = power of attorney expired on { $until }
mou-signer-unable = { $name } cannot sign this MoU: { $reason }. Choose somebody else, or write down a new authorisation in the record first.
mou-tab-form = Write
mou-tab-check = To settle { $count }
check-title = To be settled before printing
check-count = { $errors ->
   [one] { $errors } error
  *[other] { $errors } errors
}, { $warnings ->
   [one] { $warnings } reminder
  *[other] { $warnings } reminders
}
check-final = Checked when it was made final: nothing is wrong.
check-all-passed = { $count } points checked, nothing is wrong
check-passed = { $count } other points checked and right
check-ok-filled = Everything in the text is filled in
check-ok-signers = Those who sign may do so on { $day }
check-ok-conference = Signed on a day of the conference
check-ok-words = The amount in words is that in digits
check-ok-copies = { $total } originals = { $parts }
check-ok-tax = Right check digit in the tax code of { $count ->
   [one] { $count } party
  *[other] { $count } parties
}
check-ok-bases = { $known ->
   [one] { $known } legal basis is
  *[other] { $known } legal bases are
} in force by the list of { $as_of }{ $others ->
   [0] {""}
   [one] ; { $others } outside the list has to be looked up
  *[other] ; { $others } outside the list have to be looked up
}
check-ok-annex = { $count ->
   [one] { $count } line of the annex has its
  *[other] { $count } lines of the annex have their
} name, unit, quantity and price
check-ok-template = The articles say what the template says
check-ok-letters = The font has every letter
check-go = Fill in
check-go-to = Fill in: { $what }
print-title = Printing
print-copies = Copies
print-printer = Printer
print-now = Print
print-draft = A draft is printed with the word DRAFT across.
paper-vi = Vietnamese
paper-en = English
paper-vi-en = Both
paper-save = Save PDF
paper-path = Save to file
paper-save-here = Save here
paper-open = Open
page-before = Back
page-after = Next
page-of = Page { $page } of { $count }
page-drawing = Drawing the page…
page-not-drawn = This page could not be drawn. { $why } It is drawn again when the MoU changes.
zoom-in = Zoom in
zoom-out = Zoom out
zoom-fit = Fit width
# Settings.
settings-office = Office
settings-officer = Who works here
settings-officer-help = This name stands in the history of every change.
settings-desk = Code of this laptop
settings-desk-help = Each laptop has its own, such as A or DESK-1. Only this laptop takes numbers kept for it.
settings-file = Open register
settings-series = Number series
settings-series-line = { $pattern } · such as { $example }
settings-pattern-help = {"{"}so:02{"}"} is the number in two digits, {"{"}nam{"}"} the year.
settings-add-series = Add series
settings-copies = Copies
settings-copies-count = { $count ->
   [one] One copy
  *[other] { $count } copies
}
settings-copies-help = A copy is made when the register closes and after every 30 minutes of work.
copy-size = { $kilobytes } KB
settings-look = Appearance
settings-language = Language
settings-theme = Background
settings-density = Spacing
settings-text = Text size: { $percent } %
settings-renderer = Drawing the window
settings-kept = These choices are remembered on this machine.
look-system = As the system
look-light = Light
look-dark = Dark
density-comfortable = Comfortable
density-compact = Compact
renderer-auto = Automatic
restore-title = Restore this copy?
restore-explain = The register goes back to { $when }. The present one is kept as a copy.
restore-go = Restore
series-first = Memoranda
# The first screen.
start-what = The register of craft villages, artisans and memoranda
start-opening = Opening the register…
start-sample-title = Try the sample book
start-sample-explain = 66 real villages, invented people and firms, sample memoranda. Change what you like.
start-sample = Open the sample book
start-empty-title = Start an empty register
start-empty-explain = For your own office.
start-empty = Start an empty one
start-office = Name of the office or association
start-pattern = Pattern of memorandum numbers
start-path = File of the register
start-create = Create
start-open-title = Open a register
start-open = Choose a file…
start-type-path = or type its path and press Enter
start-recent = Recent
start-foreign = { $path } lies on a stick or network drive. Copy it to this machine first, so that unplugging does no harm.
start-copy = Copy here and open
start-open-there = Open it there
# Help and about.
help-keys = Keys
help-keys-table = Move in a list
help-keys-arrows = Arrows, PgUp, PgDn, Home, End
help-keys-shift = Shift + arrows, Ctrl A, Space
help-keys-select = Select several rows
help-keys-next = Next mistake in a form
help-keys-desk = Desk: new, instead, badge
help-keys-answer = Guests: answer
help-keys-order = Guests: order
help-keys-alt = Alt + arrow up, down
help-keys-move = Move a booth, a meeting
help-keys-then = X, arrows, Enter
help-keys-result = Meeting: result, keep
about-version = Version { $version }
about-what = An offline register for officers of the craft village association and of cooperatives: villages, artisans, partners, conferences and memoranda of understanding.
about-offline = The program never goes online. Your data is only in the register file on this machine and in the copies you make.
about-licences = Licences
about-own-licence = The program is available under MIT or Apache 2.0. It contains:
about-places = Administrative units and data
about-places-day = Administrative units as of { $day }.
about-data = Register file: { $path }
gallery-buttons = Buttons and switches
gallery-fields = Fields
gallery-marks = Badges
gallery-feedback = Feedback
gallery-table = Row
help-start-title = Beginning
help-start =
    A register is one file on this machine. Open the sample book to try, or start an empty one for your office; the name in Settings stands in the history.
    Every change is saved at once. There is no button to save the register, and a power cut does not lose what was saved.
help-find-title = Finding
help-find =
    Press Ctrl K and type a name, a telephone number, a tax code or a memorandum number; tone marks are not needed: “bat trang” finds Bát Tràng.
    In a list, the filter field and the choices at the left work together. Press a heading to sort, with Shift to sort by several columns.
help-record-title = Records
help-record =
    Choose a row to look at it, press Enter or Edit to change it. What blocks saving is red; what should be looked at is yellow and can be saved.
    An address is found by new or old commune names. Type days as 5/9 or 5/9/26. An organisation that is not in the register is made right in its field.
help-many-title = Many records, duplicates
help-many =
    Choose several rows (Ctrl A, Shift + arrows), then Edit together: only the chosen fields change, in one step to undo. The filters in force can be saved and put into the rail.
    When you type a name or telephone number that is in the register, you are told at once. The menu has “Possible duplicates” to compare and merge; nothing is ever merged by itself.
help-care-title = State of a craft
help-care =
    It follows from the preservation records of the village: three practising artisans or fewer, three quarters over 60, no successor, half the households gone, nobody who buys: two points of concern each; the milder forms (ten artisans, half of them, few apprentices, a fifth gone, falling demand) one point.
    From two points on a craft is at risk, from four on, or with no artisan left, critical; with none and two good signs it is developing. This is the program's own rule and no legal ranking.
help-mou-title = Memoranda
help-mou =
    Press Ctrl M for a new memorandum. Choose parties and signers from the register; the page in the middle is the PDF that will be printed. The list at the right says what is missing and leads to the field.
    When all is there, press Make final: the text no longer changes and every reprint is the same. As long as nobody signed it can be opened again.
help-templates-title = Templates
help-templates =
    Six templates come with the program, for the parties that usually sign with each other. To have your own, press Make your own on the page of templates (Menu or Ctrl K), or change the wording in a memorandum and press Save wording as template; older memoranda keep theirs.
    In the editor of a template every basis, article, clause and point can be added, moved, removed and switched off, and has its condition in words, such as “printed only with a witness”; the page beside it is filled with examples. Saved, it is the next version; older versions can be opened again.
    The page of templates writes a template to a file, to be changed or sent to another office, and takes it in again as its next version.
help-numbers-title = Numbers
help-numbers =
    One series a year. A number once given is never given again; a deleted memorandum leaves a gap, whose reason is noted on the page of numbers. The register of a year is printed from the head of that page; a memorandum with neither a day nor a series stands under “year unknown”.
    Where several laptops work, divide the numbers into blocks: “Kept for laptop” takes the code of a laptop (see Settings, such as A or DESK-1), the conference keeps a block for one ceremony. A laptop takes from its own block first; when that is used up, the program says so and which number was taken instead.
help-ceremony-title = Signing ceremony
help-ceremony =
    On the board of the ceremony, put the memoranda into batches, then open Prepare: numbers in the order of signing, all texts made final, printing, and the pack on a stick. The pack has blank memoranda with the numbers left of the conference, to be filled in by hand if everything fails; note a reason for those that were not used.
    During the ceremony the space bar notes that a pair has signed and calls the next one. The second screen shows the parties on the projector. Should somebody else sign: open the memorandum, choose another signer, and print only the pages that changed, as many as there are copies. Whoever is not the legal representative needs an authorisation.
    When the printer fails, the whole run stops; mend it and go on printing, then note what is printed. Before the ceremony, tick each memorandum whose copies were looked through, and give the time at which a batch begins: it stands in the order of signing and in the script.
help-after-title = After the ceremony
help-after =
    In a signed memorandum, note what has to be done and by which party, talks and obstacles, contracts, and sales of each quarter; attach the signed scan. The home screen reminds of what is due and overdue.
    When something changes, make an amending memorandum from it; what was signed stays as it is.
help-statistics-title = Statistics
help-statistics =
    The page of statistics counts signed memoranda by year, conference, province, trade and kind of partner; press a number to see just these, or Export, print to have the table.
    “Moved on” are those that are under way, have a contract or have sales. A dash means that nobody noted it, which is not 0.
help-plan-title = Conference: the plan
help-plan =
    The page Conference holds everything of a conference, from Plan to Report. Last year's conference can be copied: programme, committees, preparations and budget, with all days moved along with the opening.
    Plan takes the programme, who does what, preparations with who and by when, the budget and what was spent; the figures at its top stand against the plan. The home screen counts the days to the next conference.
help-guests-title = Conference: guests
help-guests =
    Choose guests from the register by filters or a saved search; nobody is invited twice. While the list has the cursor, 1–4 note the answer (coming, sends somebody, not coming, no answer), 5 notes a reminder of today, Alt and an arrow change the order of protocol. Invitations and lists are printed in that order.
    Registration forms are typed in as they are on paper, from A to G; tick only those consents that the signer ticked. Products and wishes of a form become records only when you press Take into the register.
help-desk-title = Conference: check-in desk
help-desk =
    Each laptop has a desk name of its own. Type a name without tones, the last four digits of a telephone number, a badge code, or scan the QR, then Enter. Green: just came in; yellow: was in already, with when and at which desk; red: not on the list. What is shown green has been saved.
    F2 takes a guest who is not on the list, F3 who comes instead, F4 prints the badge, Ctrl Z takes back the last arrival, Esc clears the field. Arrivals at other laptops are seen only after the files of the desks are merged.
help-booths-title = Conference: booths
help-booths =
    Lay out rows of booths, take organisations over from registration forms, then put them into free booths. On the plan, arrows choose, X then Enter moves a booth (or drag it), 1–4 change its state, Enter on an empty cell adds one.
    Choose a booth to write its sign, products and fee, and for each day its takings, visitors and orders.
help-meetings-title = Conference: B2B meetings
help-meetings =
    The record of the conference needs its day, the number of tables, when meetings begin and end, and how long each takes. Take the wishes from register and forms, then make the timetable: nobody has two meetings at one time, and each pair says why it should meet.
    On the timetable, X then Enter moves a meeting, F keeps its place when it is made anew, 1–6 note the result, Delete deletes. A meeting that went well becomes the draft of a MoU at once.
help-statements-title = Conference: statements, conclusions
help-statements =
    Write kind, topic, speaker and words, then press Enter; the up arrow in the field of the speaker takes the last one again. Proposals have an addressee, the day they were sent and the reply; Overview exports those to each body for themselves.
    Conclusions and tasks takes the conclusions as they will stand in the minutes, and what is to be done after the conference, with who and by when.
help-report-title = Conference: report and papers
help-report =
    Report prints all papers of the conference: invitations, registration form, list to sign, badges, signs, timetables, minutes, certificates, letters of thanks and the report. What offices edit is there for Word, too. Papers are in the language of the program (Ctrl Shift L).
    Tables B1–B8 and charts are reckoned from the register, against the plan and the conference before; all tables go into one Excel file. What nobody noted stays empty, which is not 0; only those who agreed are named.
help-undo-title = Undo
help-undo =
    Ctrl Z takes back what was done last, even after a restart. While a text field has the keyboard, Ctrl Z only takes back what was typed there.
    The History tab of a record shows who changed what and takes back single changes. Deleted records are in the Trash.
help-copy-title = Copies
help-copy =
    Copies are made by themselves in the folder sao-luu beside the register. Put one on a stick every week.
    Restore one in Settings; the present register is kept first.
    Pictures and files lie in the .anh file beside the register; the folder sao-luu has such a file, too. Take both files along to another laptop.
help-typing-title = Typing Vietnamese
help-typing =
    Use the input method you know (UniKey, EVKey, ibus-bamboo). The program never changes what you are typing.
# Many records at once.
bulk-open = Edit together
bulk-title = Edit { $count } records together ({ $kind })
bulk-set = Same value
bulk-replace = Find and replace
bulk-tag = Tags
bulk-set-explain = Only the chosen fields change; all others stay as they are.
bulk-field = Field to change
bulk-leave = Leave { $field }
bulk-in = In the field
bulk-find = Find
bulk-with = Replace by
bulk-effect = { $count } of { $all } records will change
bulk-before-after = “{ $before }” becomes “{ $after }”
bulk-go = Do it
bulk-done = Changed { $count } × { $kind }
# Lists into files, saved searches.
list-export = Export list
list-print = Print list
list-foot = Page {"{page}"}/{"{pages}"}
export-title = { $count ->
    [one] Export one row
   *[other] Export { $count } rows
}
export-xlsx = Excel (XLSX)
export-csv = CSV
export-pdf = PDF to print
export-explain = The file has the columns, filters and order you see on the screen.
export-other-place = Choose another place
export-go = Export
export-rows = { $count } rows
export-filters = Filters: { $filters }
done-exported = { $count ->
    [one] Exported one row to { $path }
   *[other] Exported { $count } rows to { $path }
}
saved-title = Saved searches
saved-save = Save this search
saved-name = Name of the search
saved-go = Save
saved-drop = Drop the search { $name }
# Records that may be the same.
nav-duplicates = Possible duplicates
alike-title = { $count ->
    [one] The register already has a record like this
   *[other] The register already has { $count } records like this
}
alike-much = Very alike
alike-somewhat = Somewhat alike
alike-compare = Compare
alike-open = Open this record
alike-other = This is another one
duplicates-none = No records seem to be the same
duplicates-explain = Names, telephones, numbers, birth and address were compared, without tones and with addresses before 1 July 2025, too.
duplicates-twice = { $name }, two records
merge-title = Compare and merge
merge-kept = Record that is kept
merge-lost = Record that goes into it
merge-links = { $count ->
    [one] one related item
   *[other] { $count } related items
}
merge-links-move = { $count ->
    [one] one related item moves over
   *[other] { $count } related items move over
}
merge-swap = Keep the other one
merge-both = Both
merge-same = The same in both: { $fields }.
merge-apart = Not the same
merge-go = Merge into one
merge-gone = One of the records is gone; they may have been merged.
done-apart = Noted: these are two
done-merged = Merged into { $name }
# Pictures and files.
tab-pictures = Pictures
photos-add = Add pictures or files
photos-explain = Files can also be dropped on the window, and pictures pasted with Ctrl+V.
photos-paths = Paths of files
photos-paths-explain = One file a line. Pictures are made smaller, turned upright and freed of where they were taken.
photos-choose = Choose a file…
photos-go = Add to the record
photos-added = { $count ->
    [one] Added one picture or file
   *[other] Added { $count } pictures or files
}
photos-known = These files are in the record already.
photos-arranged = Pictures arranged
photos-main = Main picture
photos-rights = Right of use unknown
photos-first = Make { $name } the main picture
photos-earlier = Move { $name } forward
photos-edit = Edit { $name }
photos-save = Save as a file
photos-saved = Saved to { $path }
photos-elsewhere = The original is not on this laptop.
photos-file = This file is no picture; save it to open it.
# Preservation and the map.
nav-care = Villages to be preserved
nav-care-short = Preserve
nav-map = Map
atlas-care = Preservation and development
atlas-by-state = By state
atlas-by-trade = By trade
atlas-all = Show all
atlas-measures = Done: { $measures }
atlas-sales = Sells { $sales } a year
care-none = Too little is known of any village
care-none-explain = A preservation record of a village (artisans, successors, households) shows the village here.
care-weak-sold = Weak craft, sells: teach it
care-strong-sold = Strong craft, sells
care-weak = Weak craft, hard to sell: preserve first
care-strong = Strong craft, sells little: find outlets
care-across = Strength of the craft, weak to strong
care-up = Sales a year
care-10-million = 10 million
care-1-billion = 1 billion
care-100-billion = 100 billion
care-rule = The state follows from numbers and ages of artisans, successors, households over the years, demand, memoranda and placements; it is this program's own rule and no legal ranking.
map-hoang-sa = Hoàng Sa archipelago (Đà Nẵng City)
map-truong-sa = Trường Sa archipelago (Khánh Hòa Province)
trash-kept = Kept for 30 days, then emptied
history-field-back = Take back this field
history-field-back-name = Take back { $field }
# Contacts.
act-import-contacts = Import contacts (vCard)
contact-card = Contact card
contact-code = QR code of the contact
contact-explain = Without personal id and bank account.
contact-save = Save card (.vcf)
contact-import-explain = A .vcf file from a telephone or mail program. One card opens as a form; several are added at once.
contact-import-path = File of contacts
contact-import-go = Read contacts
contact-import-nothing = There is no contact in this file that can be read.
contact-imported = Added { $count } contacts; look at “Possible duplicates”
# Leaflet of a village.
leaflet-make = Leaflet
leaflet-explain = One A4 sheet in both languages for visitors and buyers, made from the records of the village.
leaflet-has-photos = { $count ->
    [0] There is no photograph to print.
    [one] One photograph is printed.
   *[other] { $count } photographs are printed.
}
leaflet-withheld = { $count ->
    [one] One photograph is not printed: the right to use it is not known, or the people shown have not agreed. Change this among the pictures of the record.
   *[other] { $count } photographs are not printed: the right to use them is not known, or the people shown have not agreed. Change this among the pictures of the record.
}
leaflet-has-contact = Contact and QR code: { $name }
leaflet-no-contact = The village has no lead organisation, so the leaflet has no contact and no QR code. Choose one in the form of the village.
photos-refused = { $count } more files could not be taken
job-pictures = Taking pictures
list-as-cards = Show as cards
list-as-table = Show as a table
history-here = this laptop
history-laptop = laptop { $code }
nav-templates = MoU templates
templates-explain = Templates of your office are offered for new MoUs. For one of your own: make your own from one that is there, save the wording of a MoU as a template, or read in the file of another office.
templates-import = Read a template from a file
templates-export = Save the template to a file: { $name }
templates-export-short = Save to file
templates-export-title = Save the template to a file
templates-file-explain = A text file that people can read; labels, conditions and places to fill stand in it. A template that is there already becomes a new version; older MoUs keep their wording.
templates-path = File of the template
templates-use = Make a MoU from the template: { $name }
templates-use-short = Use
templates-built-in = part of the program
templates-own = of your office, version { $version }
templates-unused = of your office, no longer used
templates-stop = Stop using the template: { $name }
templates-again = Use the template again: { $name }
templates-known = This very template is there already: { $name }
template-new = new, not saved
template-new-explain = The template of the program stays as it is. Saved, this is a template of your office, offered for new memoranda.
template-copy = { $name } (own)
template-no-name = The template has no name yet.
template-save = Save as version { $version }
template-back = One step back in the template
template-again = One step on in the template
template-fine = Checked, nothing is wrong.
template-versions = Versions
template-version = Version { $version }
template-newest = in use
template-open-short = Open this wording
template-open = Open the wording of version { $version }
template-seen = This is the wording of version { $version }. Saved, it becomes the newest version.
template-unsee = Back to what was being written
template-versions-explain = Memoranda keep the wording of the version they were made with.
template-name-en = Name of the template (English)
template-compact = Printed close, on one page
template-beginning = Beginning
template-title = Title
template-default-subject = What the subject says when left empty
template-lines = Details of each party
template-lines-explain = Printed below the name of each party; {"{{"}own.…{"}}"} is the value of that very party.
template-line = Line “{ $name }”
template-line-label = Label
template-line-label-en = Label (English)
template-line-text = What the line says
template-line-text-en = What the line says (English)
template-second = On the same line
template-add-line = Add a line
template-signature = Words of the signatures
template-signature-party = Above the signature of a party
template-signature-person = Above the signature of a person for themselves
template-signature-witness = Above the signature of a witness
template-signature-on-behalf = Line of somebody authorised
template-signature-with-seal = Reminder where there is a seal
template-signature-without-seal = Reminder where there is none
template-annex-words = Words of the annex
template-annex-heading = Heading of the annex
template-annex-title = Title of the table
template-annex-reference = Line that ties it to the memorandum
template-annex-column = Column { $number }
template-annex-total = Label of the sum
template-annex-note = Remark below the table
template-details-explain = Values this template asks for when a memorandum is made; put them into the text with “Insert a placeholder”.
template-detail-label = Name of the value
template-detail-label-en = Name of the value (English)
template-kind = Kind of value
template-kind-text = Words
template-kind-count = Number
template-kind-money = Amount (đồng)
template-kind-percent = Per cent
template-kind-date = Day
template-begins = What it begins with
template-begins-en = What it begins with (English)
template-unit = What is counted
template-unit-en = What is counted (English)
template-add-detail = Add a value
template-remove-detail = Remove this value
template-parties = Shown with parties
template-witness = a witness
template-annex = an annex
template-full = all values
templates-edit = Edit the template: { $name }
templates-copy = Make a template of your own from: { $name }
templates-copy-short = Make your own
templates-tab = Templates
library-tab = Library of clauses
library-explain = Clauses of the office, to be inserted into memoranda of any template. Add them here, or open an article of a memorandum that is being written and save it to the library. A changed clause becomes its next version; older memoranda keep their wording.
library-empty = The library has no clauses yet
library-first = Add the first clause
library-add = Add a clause
library-change = Change the clause into a new version
library-edit = Edit the clause: { $name }
library-stop = Stop using the clause: { $name }
library-again = Use the clause again: { $name }
library-version = version { $version }
library-unused = no longer in use
library-known = The library has this very clause already: { $name }
library-name = Name in the library
library-no-name = The clause has no name in the library yet.
tree-title = Title of the article
tree-title-en = Title of the article (English)
tree-basis = Legal basis
tree-basis-en = Legal basis (English)
tree-clause = Clause { $number }
tree-clause-en = Clause { $number } (English)
tree-point = Point { $point } of clause { $number }
tree-point-en = Point { $point } of clause { $number } (English)
tree-add-clause = Add a clause to the article
tree-add-point = Add a point
tree-add-point-to = Add a point to clause { $number }
library-save = Save the clause to the library
library-insert = Insert a clause from the library
library-search = Search by name or wording
library-nothing = The library has no such clause. Open an article of a memorandum and press “Save the clause to the library”, or add one on the page of templates.
done-clause = Clause { $name } saved to the library, version { $version }
done-clause-inserted = Clause { $name } inserted
done-clause-replaced = Clause { $name } took the place of the article with the same key
templates-save = Save wording as template
templates-name = Name of the template
done-template = Saved the template { $name }, version { $version }
templates-write = Save file
templates-read = Read template

# What is due
nav-reminders = What is due
reminders-all = All { $count }
reminders-over = Overdue
reminders-week = Within 7 days
reminders-unsigned = Not signed
reminders-month = Within 30 days
reminders-none = Nothing is due.
reminders-explain = What is overdue or due within 30 days is shown here.
reminders-conclusion = Conclusion
reminders-meeting = Meeting
reminders-when = When
reminders-whose = Parties, conference
reminders-what = What to do
attention-ask = Ask how it goes: { $months ->
    [one] { $months } month
   *[other] { $months } months
 }
home-reminders-all = See all { $count }
home-under-way = Under way
home-booths = Booths placed
home-tasks = Tasks done
home-open-conference = Open conference
home-no-task = No task of the preparation is open.
home-next-task = Next: { $task }
home-next-task-by = Next: { $task }, by { $due }
attention-reply = Ask for the answer: { $what }
reminders-proposal = Proposal
mou-number-missing = There is no number yet; once the text is final, none can be given.
mou-note-other-day = Another day, with a remark
mou-note = Note it
mou-drop-number = Take this number off
mou-drop-reason = Why the number is taken off
done-drop-number = The number is off; it is not given again.
mou-party-earlier = Move up
mou-party-later = Move down
prepare-without-number = { $count } without a number. Once a text is final, none can be given.

//! What the forms of a conference ask for: the conference itself, guests, programme, committees, tasks,
//! budget, registration forms, statements, booths, meetings.

use super::sections::{Asked, Input, REMARK, Section, asked, codes_of, left, needed, right};
use crate::domain::{
    Answer, Arrangement, BoothNeed, BoothState, ConferenceKind, ConferenceState, ConsentPurpose, Enclosed,
    GuestClass, GuestGroup, InvitationChannel, Meal, MeetingResult, MeetingSide, Need, ObligationState,
    OrganisationKind, ParticipationForm, RecordKind, StatementKind, StatementState, Subcommittee, TaskOrigin,
    Topic, Trade,
};
use crate::i18n::{Message, message};

codes_of!(
    conference_kinds: ConferenceKind,
    conference_states: ConferenceState,
    groups: GuestGroup,
    classes: GuestClass,
    channels: InvitationChannel,
    answers: Answer,
    meals: Meal,
    forms: ParticipationForm,
    subcommittees: Subcommittee,
    origins: TaskOrigin,
    task_states: ObligationState,
    needs: Need,
    purposes: ConsentPurpose,
    enclosed: Enclosed,
    arrangements: Arrangement,
    organisation_kinds: OrganisationKind,
    trades: Trade,
    statement_kinds: StatementKind,
    topics: Topic,
    statement_states: StatementState,
    booth_needs: BoothNeed,
    booth_states: BoothState,
    sides: MeetingSide,
    results: MeetingResult,
);

/// The purpose that has a column of its own.
fn listed() -> Message {
    ConsentPurpose::Listed.label()
}

fn other_purposes() -> Vec<(&'static str, Message)> {
    let mut others = purposes();
    others.retain(|(code, _)| *code != ConsentPurpose::Listed.code());
    others
}

/// The cards of the form of a kind; empty for kinds that are not filled in by themselves.
pub(super) fn sections(kind: RecordKind) -> &'static [Section] {
    match kind {
        RecordKind::Conference => CONFERENCE,
        RecordKind::Participation => PARTICIPATION,
        RecordKind::ProgrammeItem => PROGRAMME_ITEM,
        RecordKind::CommitteeMember => COMMITTEE_MEMBER,
        RecordKind::ConferenceTask => CONFERENCE_TASK,
        RecordKind::BudgetLine => BUDGET_LINE,
        RecordKind::Registration => REGISTRATION,
        RecordKind::Offer => OFFER,
        RecordKind::Statement => STATEMENT,
        RecordKind::Booth => BOOTH,
        RecordKind::BoothDay => BOOTH_DAY,
        RecordKind::MeetingWish => MEETING_WISH,
        RecordKind::Meeting => MEETING,
        _ => &[],
    }
}

const CONFERENCE: &[Section] = &[
    left(
        || message("form-conference"),
        &[
            needed("name", Input::Text, 12),
            asked("name_en", Input::Text, 12),
            asked("theme", Input::Text, 12),
            asked("kind", Input::Code(conference_kinds), 6),
            asked("state", Input::Code(conference_states), 6),
            asked("from_date", Input::Day, 6),
            asked("to_date", Input::Day, 6),
        ],
    ),
    left(
        || message("form-venue"),
        &[
            asked("venue", Input::Text, 12),
            asked("venue_en", Input::Text, 12),
            asked("commune", Input::Place, 12),
            asked("street", Input::Text, 12),
        ],
    ),
    left(
        || message("form-hosts"),
        &[
            asked("host", Input::Link(RecordKind::Organisation), 12),
            asked("cohosts", Input::Text, 12),
            asked("sponsors", Input::Text, 12),
            asked("chair", Input::Link(RecordKind::Person), 6),
            asked("secretary", Input::Link(RecordKind::Person), 6),
        ],
    ),
    right(
        || message("form-planned"),
        &[
            asked("planned_delegates", Input::Number, 12),
            asked("planned_booths", Input::Number, 12),
            asked("planned_mous", Input::Number, 12),
        ],
    ),
    right(
        || message("form-invitations"),
        &[
            asked("code_prefix", Input::Text, 6),
            asked("answer_by", Input::Day, 6),
            asked("contact", Input::Text, 12),
        ],
    ),
    right(
        || message("form-meetings"),
        &[
            asked("meeting_tables", Input::Number, 6),
            asked("meeting_minutes", Input::Number, 6),
            asked("meeting_from", Input::Time, 6),
            asked("meeting_to", Input::Time, 6),
            asked("meeting_break", Input::Number, 6),
            asked("meeting_days", Input::Number, 6),
        ],
    ),
    right(
        || message("form-papers"),
        &[
            asked("report_number", Input::Text, 6),
            asked("minutes_number", Input::Text, 6),
            asked("report_to", Input::Lines(2), 12),
            asked("recipients", Input::Lines(2), 12),
        ],
    ),
    right(|| message("form-conclusions"), &[asked("conclusions", Input::Lines(5), 12)]),
    REMARK,
];

const PARTICIPATION: &[Section] = &[
    left(
        || message("form-guest"),
        &[
            needed("person", Input::Link(RecordKind::Person), 12),
            asked("organisation", Input::Link(RecordKind::Organisation), 12),
            asked("title", Input::Text, 12),
            asked("guest_group", Input::Code(groups), 6),
            asked("class", Input::Code(classes), 6),
            asked("code", Input::Text, 6),
            asked("protocol_order", Input::Number, 6),
            asked("forms", Input::Codes(forms), 12),
        ],
    ),
    left(
        || message("form-invitations"),
        &[
            asked("invitation_number", Input::Text, 6),
            asked("invitation_channel", Input::Code(channels), 6),
            asked("invited_on", Input::Day, 6),
            asked("reminded_on", Input::Day, 6),
        ],
    ),
    left(
        || message("form-answer"),
        &[
            asked("answer", Input::Code(answers), 12),
            asked("answered_on", Input::Day, 6),
            asked("answer_channel", Input::Code(channels), 6),
            asked("substitute_for", Input::Link(RecordKind::Person), 12),
        ],
    ),
    right(
        || message("form-logistics"),
        &[
            asked("companions", Input::Number, 6),
            asked("meal", Input::Code(meals), 6),
            asked("hotel", Input::Text, 12),
            asked("transport", Input::Text, 12),
        ],
    ),
    right(
        || message("form-consent"),
        &[
            Asked { label: Some(listed), ..asked("consent", Input::YesNo, 12) },
            asked("consents", Input::Codes(other_purposes), 12),
        ],
    ),
    REMARK,
];

const PROGRAMME_ITEM: &[Section] = &[
    left(
        || message("form-programme"),
        &[
            needed("point", Input::Text, 12),
            asked("point_en", Input::Text, 12),
            asked("date", Input::Day, 4),
            asked("start", Input::Time, 4),
            asked("minutes", Input::Number, 4),
            asked("person", Input::Link(RecordKind::Person), 12),
            asked("speaker", Input::Text, 12),
        ],
    ),
    REMARK,
];

const COMMITTEE_MEMBER: &[Section] = &[left(
    || message("form-committee"),
    &[
        needed("person", Input::Link(RecordKind::Person), 12),
        asked("subcommittee", Input::Code(subcommittees), 6),
        asked("sequence", Input::Number, 6),
        asked("duty", Input::Text, 12),
        asked("work", Input::Lines(3), 12),
    ],
)];

const CONFERENCE_TASK: &[Section] = &[
    left(
        || message("form-task"),
        &[
            needed("task", Input::Lines(2), 12),
            asked("origin", Input::Code(origins), 6),
            asked("responsible", Input::Text, 6),
            asked("due", Input::Day, 6),
            asked("state", Input::Code(task_states), 6),
        ],
    ),
    right(|| message("form-result"), &[asked("done_on", Input::Day, 6), asked("note", Input::Lines(2), 12)]),
];

const BUDGET_LINE: &[Section] = &[
    left(
        || message("form-budget"),
        &[
            needed("item", Input::Text, 12),
            asked("planned", Input::Money, 6),
            asked("spent", Input::Money, 6),
            asked("paid_by", Input::Text, 12),
        ],
    ),
    REMARK,
];

const REGISTRATION: &[Section] = &[
    left(
        || message("form-registration"),
        &[
            needed("organisation", Input::Link(RecordKind::Organisation), 12),
            asked("received_on", Input::Day, 6),
            asked("forms", Input::Codes(forms), 12),
            asked("booths", Input::Number, 6),
            asked("sign_with", Input::Text, 12),
            asked("speech", Input::Text, 12),
            asked("enclosed", Input::Codes(enclosed), 12),
        ],
    ),
    left(
        || message("form-stated"),
        &[
            asked("kind", Input::Code(organisation_kinds), 6),
            asked("tax_code", Input::Text, 6),
            asked("commune", Input::Place, 7),
            asked("street", Input::Text, 5),
            asked("former_address", Input::Text, 12),
            asked("phones", Input::Phones, 6),
            asked("email", Input::Text, 6),
            asked("website", Input::Text, 12),
            asked("representative", Input::Text, 6),
            asked("representative_title", Input::Text, 6),
            asked("representative_phones", Input::Phones, 6),
            asked("representative_email", Input::Text, 6),
        ],
    ),
    left(
        || message("form-wants"),
        &[
            asked("needs", Input::Codes(needs), 12),
            asked("wants", Input::Lines(2), 12),
            asked("wants_trades", Input::Codes(trades), 12),
            asked("wants_quantity", Input::Text, 6),
            asked("markets", Input::Text, 6),
            asked("partners", Input::Text, 12),
        ],
    ),
    right(
        || message("form-logistics"),
        &[
            asked("arranged", Input::Codes(arrangements), 12),
            asked("rooms", Input::Number, 6),
            asked("logistics", Input::Lines(2), 12),
        ],
    ),
    right(|| message("form-consent"), &[asked("consents", Input::Codes(purposes), 12)]),
    REMARK,
];

const OFFER: &[Section] = &[left(
    || message("form-offer"),
    &[
        needed("name", Input::Text, 12),
        asked("trades", Input::Codes(trades), 12),
        asked("specification", Input::Lines(2), 12),
        asked("unit", Input::Text, 4),
        asked("capacity_per_month", Input::Number, 4),
        asked("minimum_order", Input::Number, 4),
        asked("wholesale", Input::Money, 6),
        asked("certificates", Input::Text, 12),
    ],
)];

const STATEMENT: &[Section] = &[
    left(
        || message("form-statement"),
        &[
            asked("kind", Input::Code(statement_kinds), 6),
            asked("topic", Input::Code(topics), 6),
            asked("person", Input::Link(RecordKind::Person), 12),
            asked("organisation", Input::Link(RecordKind::Organisation), 12),
            needed("words", Input::Lines(5), 12),
            asked("addressed_to", Input::Text, 12),
        ],
    ),
    right(
        || message("form-answer"),
        &[
            asked("state", Input::Code(statement_states), 6),
            asked("sent_on", Input::Day, 6),
            asked("reply", Input::Lines(4), 12),
            asked("replied_by", Input::Text, 12),
            asked("replied_on", Input::Day, 6),
        ],
    ),
    REMARK,
];

const BOOTH: &[Section] = &[
    left(
        || message("form-booth"),
        &[
            needed("code", Input::Text, 4),
            asked("plan_row", Input::Number, 4),
            asked("plan_place", Input::Number, 4),
            asked("organisation", Input::Link(RecordKind::Organisation), 12),
            asked("village", Input::Link(RecordKind::Village), 12),
            asked("sign", Input::Text, 12),
            asked("products", Input::Lines(2), 12),
        ],
    ),
    right(
        || message("form-booth-needs"),
        &[
            asked("state", Input::Code(booth_states), 6),
            asked("size", Input::Text, 6),
            asked("needs", Input::Codes(booth_needs), 12),
            asked("fee", Input::Money, 6),
            asked("supported", Input::YesNo, 6),
        ],
    ),
    REMARK,
];

const BOOTH_DAY: &[Section] = &[left(
    || message("form-booth-day"),
    &[
        needed("date", Input::Day, 6),
        asked("takings", Input::Money, 6),
        asked("visitors", Input::Number, 6),
        asked("orders", Input::Number, 6),
    ],
)];

const MEETING_WISH: &[Section] = &[left(
    || message("form-wish"),
    &[
        needed("organisation", Input::Link(RecordKind::Organisation), 12),
        asked("side", Input::Code(sides), 6),
        asked("quantity", Input::Number, 6),
        asked("trades", Input::Codes(trades), 12),
        asked("provinces", Input::Provinces, 12),
        asked("partner", Input::Link(RecordKind::Organisation), 12),
        asked("words", Input::Lines(2), 12),
    ],
)];

const MEETING: &[Section] = &[
    left(
        || message("form-meeting"),
        &[
            needed("seller", Input::Link(RecordKind::Organisation), 12),
            needed("buyer", Input::Link(RecordKind::Organisation), 12),
            asked("date", Input::Day, 4),
            asked("start", Input::Time, 4),
            asked("table_number", Input::Number, 4),
            asked("reason", Input::Lines(2), 12),
            asked("fixed", Input::YesNo, 12),
        ],
    ),
    right(
        || message("form-result"),
        &[
            asked("result", Input::Code(results), 12),
            asked("next_step", Input::Lines(2), 12),
            asked("next_date", Input::Day, 6),
        ],
    ),
    REMARK,
];

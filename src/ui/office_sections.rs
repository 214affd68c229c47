//! What the forms of the MoU office ask for: tasks, talks, contracts, sales, series and blocks of numbers.

use super::sections::{Input, REMARK, Section, asked, codes_of, left, needed, right};
use crate::domain::{ContractKind, FollowUpChannel, ObligationState, Obstacle, RecordKind};
use crate::i18n::{Message, message};

codes_of!(
    obligation_states: ObligationState,
    channels: FollowUpChannel,
    obstacles: Obstacle,
    contract_kinds: ContractKind,
);

pub(super) const OBLIGATION: &[Section] = &[
    left(
        || message("form-task"),
        &[
            needed("task", Input::Lines(2), 12),
            asked("organisation", Input::Party, 12),
            asked("person", Input::Party, 0),
            asked("due", Input::Day, 6),
            asked("state", Input::Code(obligation_states), 6),
        ],
    ),
    right(
        || message("form-result"),
        &[
            asked("done_on", Input::Day, 6),
            asked("evidence", Input::Lines(2), 12),
            asked("note", Input::Lines(2), 12),
        ],
    ),
];

pub(super) const FOLLOW_UP: &[Section] = &[
    left(
        || message("form-talk"),
        &[
            needed("date", Input::Day, 6),
            asked("channel", Input::Code(channels), 6),
            asked("with_whom", Input::Text, 12),
            asked("result", Input::Lines(3), 12),
            asked("obstacles", Input::Codes(obstacles), 12),
        ],
    ),
    right(
        || message("form-next"),
        &[
            asked("next_step", Input::Lines(2), 12),
            asked("next_date", Input::Day, 6),
            asked("note", Input::Lines(2), 12),
        ],
    ),
];

pub(super) const CONTRACT: &[Section] = &[
    left(
        || message("form-contract"),
        &[
            asked("kind", Input::Code(contract_kinds), 6),
            needed("number", Input::Text, 6),
            asked("date", Input::Day, 6),
            asked("valid_to", Input::Day, 6),
            asked("amount", Input::Money, 12),
        ],
    ),
    REMARK,
];

pub(super) const NUMBER_SERIES: &[Section] = &[
    left(
        || message("form-series"),
        &[
            needed("name", Input::Text, 12),
            needed("pattern", Input::Text, 6),
            asked("year", Input::Year, 3),
            asked("first", Input::Number, 3),
        ],
    ),
    REMARK,
];

pub(super) const NUMBER_BLOCK: &[Section] = &[
    left(
        || message("form-block"),
        &[
            needed("first", Input::Number, 6),
            needed("last", Input::Number, 6),
            asked("conference", Input::Link(RecordKind::Conference), 12),
            asked("holder", Input::Text, 12),
        ],
    ),
    REMARK,
];

pub(super) const SALES: &[Section] = &[
    left(
        || message("form-sales"),
        &[
            needed("year", Input::Year, 6),
            needed("quarter", Input::Number, 6),
            needed("amount", Input::Money, 6),
            asked("jobs", Input::Number, 6),
        ],
    ),
    REMARK,
];

//! What a form is for: a record, a new one, or a new one that belongs to another; and the names of its drafts.

use crate::domain::{AnyId, RecordKind};
use crate::ui::action::Route;

/// What a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The kind.
    pub kind: RecordKind,
    /// The record; nothing for a new one.
    pub id: Option<AnyId>,
    /// What a new one belongs to.
    pub of: Option<(RecordKind, AnyId)>,
}

impl Subject {
    /// What the form at this place is for.
    pub fn of_route(route: Route) -> Option<Self> {
        match route {
            Route::Form(kind, id) => Some(Self { kind, id, of: None }),
            Route::Part(kind, owner, id) => Some(Self { kind, id: None, of: Some((owner, id)) }),
            _ => None,
        }
    }

    /// Where the form is.
    pub fn route(self) -> Route {
        match self.of {
            Some((owner, id)) => Route::Part(self.kind, owner, id),
            None => Route::Form(self.kind, self.id),
        }
    }

    /// The name drafts of the form are kept under.
    pub fn draft_key(self) -> String {
        let kind = self.kind.table();
        match (self.id, self.of) {
            (Some(id), _) => format!("{kind} {}", id.hex()),
            (None, Some((owner, id))) => format!("{kind} {} {}", owner.table(), id.hex()),
            (None, None) => kind.to_owned(),
        }
    }

    /// The form a draft belongs to.
    pub fn of_draft(key: &str) -> Option<Self> {
        let parts: Vec<&str> = key.split(' ').collect();
        let kind = RecordKind::from_table(parts.first()?)?;
        Some(match parts[..] {
            [_] => Self { kind, id: None, of: None },
            [_, id] => Self { kind, id: Some(AnyId::from_hex(id)?), of: None },
            [_, owner, id] => {
                Self { kind, id: None, of: Some((RecordKind::from_table(owner)?, AnyId::from_hex(id)?)) }
            }
            _ => return None,
        })
    }

    /// The column that says what a new record belongs to.
    pub(super) fn owner_column(self) -> Option<(&'static str, AnyId)> {
        let (owner, id) = self.of?;
        let column = match (self.kind, owner) {
            (RecordKind::Apprenticeship, _) => "master",
            (_, RecordKind::NumberSeries) => "series",
            _ => owner.table(),
        };
        Some((column, id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_finds_its_form_again() {
        let id = crate::domain::IdSource::new([3; 16]).make(9);
        for subject in [
            Subject { kind: RecordKind::Village, id: None, of: None },
            Subject { kind: RecordKind::Artisan, id: Some(id), of: None },
            Subject { kind: RecordKind::Certificate, id: None, of: Some((RecordKind::Village, id)) },
        ] {
            assert_eq!(Subject::of_draft(&subject.draft_key()), Some(subject));
            assert_eq!(Subject::of_route(subject.route()), Some(subject));
        }
        assert_eq!(Subject::of_draft("moon"), None);
    }
}

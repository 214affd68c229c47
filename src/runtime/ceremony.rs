//! Before a ceremony: all texts made final in one go, and a folder with everything on paper, so that the
//! ceremony goes on whatever happens to the laptop.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::Ordering;

use jiff::civil::Date;

use super::Session;
use super::data::Progress;
use super::papers;
use crate::documents::Engine;
use crate::documents::blocks::Document;
use crate::documents::ceremony::{Called, Script};
use crate::documents::list::{ListCell, ListPaper};
use crate::domain::{Id, Mou, MouDossier, MouState};
use crate::error::{ErrorKind, Result};
use crate::i18n::{Language, Message, message};
use crate::ops::{CeremonyAnswer, Seat, Signing, mou_dossier, numbers_left, party_dossiers};
use crate::problem::Problem;
use crate::store::Store;
use crate::vietnamese::{money, phone, show_time};

/// What came of making many texts final.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrozenMany {
    /// How many are final now.
    pub frozen: usize,
    /// Those that are not, by number or subject, with what keeps them.
    pub refused: Vec<(Id<Mou>, String, Vec<Problem>)>,
}

/// What lies in the folder of a ceremony.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pack {
    /// MoUs.
    pub mous: usize,
    /// Blank forms that have a number kept for the conference.
    pub numbered: usize,
    /// Blank forms whose number is written by hand, because none is kept.
    pub unnumbered: usize,
}

/// Makes texts final, one operation each: what is done stays done, whatever happens in the middle, and what
/// is final already is passed over.
pub(super) fn freeze_many(
    session: &mut Session,
    mous: &[Id<Mou>],
    date: Date,
    progress: &Progress,
    after: &mut dyn FnMut(&Session, &crate::ops::Outcome),
) -> Result<FrozenMany> {
    let mut engine = Engine::new().map_err(papers::paper_error)?;
    let mut many = FrozenMany::default();
    progress.all.store(mous.len(), Ordering::Relaxed);
    for id in mous {
        if progress.stop.load(Ordering::Relaxed) {
            break;
        }
        let mou = session.register().store().rows().get(*id)?.record;
        if mou.state == MouState::Draft {
            match papers::freeze(session, &mut engine, *id, date) {
                Ok(outcome) => {
                    many.frozen += 1;
                    after(session, &outcome);
                }
                Err(error) => match error.kind() {
                    ErrorKind::Invalid(problems) => {
                        let name = if mou.number.is_empty() { mou.subject } else { mou.number };
                        many.refused.push((*id, name, problems.clone()));
                    }
                    _ => return Err(error),
                },
            }
        }
        progress.done.fetch_add(1, Ordering::Relaxed);
    }
    Ok(many)
}

/// A paper of the ceremony as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CeremonyPaper {
    /// In which order is signed.
    Order,
    /// How many originals there are of each MoU, and who keeps them.
    Copies,
    /// Whom to call.
    Telephones,
    /// What the master of ceremonies reads.
    Script,
    /// The plates for the table.
    Plates,
}

impl CeremonyPaper {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Order, Self::Copies, Self::Telephones, Self::Script, Self::Plates];

    /// What it is called.
    pub fn label(self) -> Message {
        match self {
            Self::Order => message("pack-order"),
            Self::Copies => message("pack-copies"),
            Self::Telephones => message("pack-telephones"),
            Self::Script => message("ceremony-script"),
            Self::Plates => message("mc-plates"),
        }
    }

    pub(super) fn file_name(self) -> &'static str {
        match self {
            Self::Order => "Thu-tu-ky.pdf",
            Self::Copies => "Bang-ban-in.pdf",
            Self::Telephones => "Danh-ba.pdf",
            Self::Script => "Loi-dan-MC.pdf",
            Self::Plates => "Bien-ten.pdf",
        }
    }

    pub(super) fn document(
        self,
        store: &Store,
        answer: &CeremonyAnswer,
        language: Language,
    ) -> Result<Document> {
        Ok(match self {
            Self::Order => signing_order(answer, language).document(),
            Self::Copies => copies(answer, language).document(),
            Self::Telephones => telephones(store, answer, language)?.document(),
            Self::Script => script(answer, language).document(),
            Self::Plates => script(answer, language).plates(),
        })
    }
}

/// The pairs as the master of ceremonies calls them.
fn script(answer: &CeremonyAnswer, language: Language) -> Script {
    let value: i64 = answer.pairs.iter().filter_map(|pair| pair.target).sum();
    let called = |pair: &Signing| Called {
        batch: pair.batch,
        begins: pair.begins,
        subject: pair.subject.clone(),
        parties: pair
            .parties
            .iter()
            .map(|seat| [seat.name.clone(), seat.signer.clone(), seat.title.clone()])
            .collect(),
        witnesses: pair.witnesses.iter().map(Seat::signed).collect(),
    };
    Script {
        conference: answer.conference.as_ref().map(|(_, found)| found.name.clone()).unwrap_or_default(),
        host: answer.host.clone(),
        value: if value > 0 { money(value, language) } else { String::new() },
        pairs: answer.pairs.iter().map(called).collect(),
        language,
    }
}

/// A list with these columns over the pairs.
fn list(
    answer: &CeremonyAnswer,
    language: Language,
    title: &Message,
    head: &[Message],
    rows: Vec<Vec<String>>,
) -> ListPaper {
    let cell = |text: String| ListCell { text, number: None };
    ListPaper {
        title: title.text(language),
        notes: answer.conference.iter().map(|(_, found)| found.name.clone()).collect(),
        head: head.iter().map(|label| label.text(language)).collect(),
        widths: vec![120.0; head.len()],
        rows: rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect(),
        foot: message("list-foot").text(language),
        language,
    }
}

/// The batch of a pair in a table, with its time: "2 (10h40)".
fn batch_in_order(answer: &CeremonyAnswer, pair: &Signing, language: Language) -> String {
    match (pair.batch, answer.begins(pair.batch)) {
        (0, _) => String::new(),
        (batch, Some(time)) => format!("{batch} ({})", show_time(time, language)),
        (batch, None) => batch.to_string(),
    }
}

/// In which order is signed.
fn signing_order(answer: &CeremonyAnswer, language: Language) -> ListPaper {
    let rows = answer.pairs.iter().enumerate().map(|(place, pair)| {
        let signers = pair.parties.iter().map(Seat::signed).filter(|signer| !signer.is_empty());
        vec![
            (place + 1).to_string(),
            batch_in_order(answer, pair, language),
            pair.number.clone(),
            pair.parties.iter().map(|seat| seat.name.clone()).collect::<Vec<_>>().join(" – "),
            signers.collect::<Vec<_>>().join("; "),
            pair.subject.clone(),
        ]
    });
    let head = [
        message("pack-place"),
        message("ceremony-to-batch"),
        message("field-number"),
        message("pack-parties"),
        message("pack-signers"),
        message("field-subject"),
    ];
    list(answer, language, &message("pack-order"), &head, rows.collect())
}

/// How many originals there are of each, and who keeps them; the last column is for ticks.
fn copies(answer: &CeremonyAnswer, language: Language) -> ListPaper {
    let rows = answer.pairs.iter().enumerate().map(|(place, pair)| {
        let (all, each, witness) = pair.copies;
        vec![
            (place + 1).to_string(),
            pair.number.clone(),
            pair.names(),
            each.to_string(),
            if pair.witnesses.is_empty() { String::new() } else { witness.to_string() },
            all.to_string(),
            String::new(),
            String::new(),
        ]
    });
    let head = [
        message("pack-place"),
        message("field-number"),
        message("pack-parties"),
        message("pack-each"),
        message("pack-witness"),
        message("pack-all"),
        message("pack-checked"),
        message("pack-delivered"),
    ];
    list(answer, language, &message("pack-copies"), &head, rows.collect())
}

/// Whom to call: everybody once, with the pairs they belong to.
fn telephones(store: &Store, answer: &CeremonyAnswer, language: Language) -> Result<ListPaper> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut known = BTreeMap::new();
    for (place, pair) in answer.pairs.iter().enumerate() {
        for party in party_dossiers(store.rows(), pair.id)? {
            let organisation = party.organisation.as_ref().map(|found| found.short().to_owned());
            let people = [&party.signer, &party.contact, &party.person];
            for person in people.into_iter().flatten() {
                let phones = person.phones.0.iter().map(|number| phone::show(&number.digits));
                let place = (place + 1).to_string();
                let line = vec![
                    organisation.clone().unwrap_or_default(),
                    person.full_name.clone(),
                    phones.collect::<Vec<_>>().join(", "),
                ];
                let at = *known.entry(line.clone()).or_insert(rows.len());
                match rows.get_mut(at).and_then(|row| row.first_mut()) {
                    Some(places) if places.split(", ").any(|known| known == place) => {}
                    Some(places) => *places = format!("{places}, {place}"),
                    None => rows.push([vec![place], line].concat()),
                }
            }
        }
    }
    let head = [
        message("pack-place"),
        message("field-organisation"),
        message("field-full-name"),
        message("field-phones"),
    ];
    Ok(list(answer, language, &message("pack-telephones"), &head, rows))
}

/// So many blank forms with a number kept for the conference lie in the folder at most.
const MOST_BLANK: usize = 5;

/// Writes everything a ceremony needs on paper into a folder. The laptop with this code gives the blank forms
/// their numbers, which stay free until somebody writes down what became of them; of each template that is signed
/// there is a form, without a number where none is kept.
pub(super) fn write_pack(
    engine: &mut Engine,
    store: &Store,
    answer: &CeremonyAnswer,
    (folder, language, now): (&Path, Language, i64),
    desk: &str,
    progress: &Progress,
) -> Result<Pack> {
    let rows = store.rows();
    let year = crate::domain::office_time(now).map_or(0, |time| i64::from(time.year()));
    let left = answer
        .conference
        .as_ref()
        .map_or(Ok(Vec::new()), |(id, _)| numbers_left(rows, *id, (year, desk), MOST_BLANK))?;
    progress.all.store(answer.pairs.len() + left.len() + CeremonyPaper::ALL.len(), Ordering::Relaxed);
    // How many MoUs are made with each template, and one of them.
    let mut templates: BTreeMap<String, (usize, MouDossier)> = BTreeMap::new();
    let mut names = BTreeSet::new();
    let mut pack = Pack::default();
    for (place, pair) in answer.pairs.iter().enumerate() {
        if progress.stop.load(Ordering::Relaxed) {
            return Ok(pack);
        }
        let dossier = mou_dossier(&rows, pair.id)?;
        let paper = papers::print(engine, Some(&rows), &dossier, None, store.places())?;
        let name = format!("{:02}_{}", place + 1, papers::file_name(&dossier, None));
        papers::save_paper(&folder.join(papers::free_name(&name, &mut names)), &paper.pdf)?;
        templates.entry(dossier.mou.template.clone()).or_insert((0, dossier)).0 += 1;
        pack.mous += 1;
        progress.done.fetch_add(1, Ordering::Relaxed);
    }
    // The commonest template first: where numbers are few, it gets them.
    let mut models: Vec<_> = templates.into_values().collect();
    models.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let forms = if models.is_empty() { 0 } else { left.len().max(models.len()) };
    progress.all.store(answer.pairs.len() + forms + CeremonyPaper::ALL.len(), Ordering::Relaxed);
    let numbers = left.iter().map(String::as_str).chain(std::iter::repeat("")).take(forms);
    for (number, (_, model)) in numbers.zip(models.iter().cycle()) {
        let name = if number.is_empty() {
            pack.unnumbered += 1;
            format!("00_Mau-trong_chua-co-so-{}.pdf", pack.unnumbered)
        } else {
            pack.numbered += 1;
            format!("00_Mau-trong_{}.pdf", number.replace(|letter: char| !letter.is_alphanumeric(), "-"))
        };
        let pdf = papers::blank(engine, model, number, store.places(), now)?;
        papers::save_paper(&folder.join(name), &pdf)?;
        progress.done.fetch_add(1, Ordering::Relaxed);
    }
    for paper in CeremonyPaper::ALL {
        let document = paper.document(store, answer, language)?;
        let name = format!("00_{}", paper.file_name());
        papers::save_paper(&folder.join(name), &papers::pdf_of(engine, &document, now)?)?;
        progress.done.fetch_add(1, Ordering::Relaxed);
    }
    Ok(pack)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::AnyId;

    #[test]
    fn the_order_of_signing_says_nothing_of_what_is_not_settled_yet() {
        let seat = |signer: &str, title: &str| Seat {
            signer: signer.into(),
            title: title.into(),
            ..Seat::default()
        };
        let pair = |batch| Signing {
            id: Id::from_any(AnyId::from_bytes([1; 16])),
            number: "05/2026".into(),
            subject: String::new(),
            batch,
            begins: None,
            checked: false,
            state: MouState::Draft,
            parties: vec![seat("Bà Giáp Thị Thu", "Giám đốc"), seat("", ""), seat("Bà Lò Thị Pành", "")],
            witnesses: Vec::new(),
            copies: (0, 0, 0),
            target: None,
            papers: 0,
            times: Vec::new(),
        };
        let answer = CeremonyAnswer { pairs: vec![pair(0), pair(2)], ..CeremonyAnswer::default() };
        let paper = signing_order(&answer, Language::Vi);
        let cell = |row: usize, column: usize| paper.rows[row][column].text.clone();
        assert_eq!((cell(0, 1), cell(1, 1)), (String::new(), "2".to_owned()));
        assert_eq!(cell(0, 4), "Bà Giáp Thị Thu, Giám đốc; Bà Lò Thị Pành");
    }
}

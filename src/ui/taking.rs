//! Pictures and files on their way into the register: prepared one after the other on a thread of their own, then
//! added in one step, wherever the officer has gone meanwhile.

use crate::domain::{AnyId, Id, Picture, RecordKind};
use crate::i18n::Message;
use crate::ops::{AnyRecord, Command};
use crate::runtime::{Data, Progress, Source, TakenPicture, Ticket};

/// The files of one record.
pub(super) struct TakingPictures {
    kind: RecordKind,
    id: AnyId,
    waiting: Vec<Ticket<TakenPicture>>,
    taken: Vec<Picture>,
    /// Files that cannot be kept, and why.
    pub refused: Vec<Message>,
    /// How many are done.
    pub progress: Progress,
}

impl TakingPictures {
    /// Begins with these files for this record.
    pub(super) fn begin(data: &Data, kind: RecordKind, id: AnyId, sources: Vec<Source>) -> Self {
        let progress = Progress::default();
        progress.all.store(sources.len(), std::sync::atomic::Ordering::Relaxed);
        let waiting = sources.into_iter().map(|source| data.take_picture(source)).collect();
        Self { kind, id, waiting, taken: Vec::new(), refused: Vec::new(), progress }
    }

    /// Takes what is ready; the command that adds the records once all files are, nothing while some are not.
    /// Whoever stops it gets what is ready by then.
    pub(super) fn poll(&mut self) -> Option<Command> {
        use std::sync::atomic::Ordering::Relaxed;
        let mut waiting = Vec::new();
        for ticket in std::mem::take(&mut self.waiting) {
            match ticket.poll() {
                None => waiting.push(ticket),
                Some(Ok(TakenPicture::Kept(picture))) => self.taken.push(*picture),
                Some(Ok(TakenPicture::Refused(why))) => self.refused.push(why),
                Some(Err(error)) => self.refused.push(error.message()),
            }
        }
        let done = self.progress.all.load(Relaxed).saturating_sub(waiting.len());
        self.progress.done.store(done, Relaxed);
        if self.progress.stop.load(Relaxed) {
            waiting.clear();
        }
        self.waiting = waiting;
        if !self.waiting.is_empty() {
            return None;
        }
        let records = std::mem::take(&mut self.taken).into_iter();
        Some(Command::AddMany(records.map(|picture| owned(picture, self.kind, self.id)).collect()))
    }
}

/// The picture as one of this record.
fn owned(mut picture: Picture, kind: RecordKind, id: AnyId) -> AnyRecord {
    match kind {
        RecordKind::Village => picture.village = Some(Id::from_any(id)),
        RecordKind::Artisan => picture.artisan = Some(Id::from_any(id)),
        RecordKind::Person => picture.person = Some(Id::from_any(id)),
        RecordKind::Organisation => picture.organisation = Some(Id::from_any(id)),
        RecordKind::Product => picture.product = Some(Id::from_any(id)),
        RecordKind::Conference => picture.conference = Some(Id::from_any(id)),
        RecordKind::Mou => picture.mou = Some(Id::from_any(id)),
        RecordKind::ProgrammeItem => picture.programme_item = Some(Id::from_any(id)),
        _ => {}
    }
    picture.into()
}

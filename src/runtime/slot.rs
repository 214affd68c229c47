//! The answer to one question, kept between frames until the question or the data changes.

use std::sync::Arc;

use super::{Data, Ticket};
use crate::error::Error;
use crate::ops::Query;

/// What a screen can show of an answer.
pub enum View<A> {
    /// Nothing yet.
    Loading,
    /// The last answer; a newer one may be on its way.
    Ready(Arc<A>),
    /// The question could not be answered.
    Failed(Arc<Error>),
}

impl<A> View<A> {
    /// The answer, if there is one.
    pub fn ready(&self) -> Option<Arc<A>> {
        if let Self::Ready(answer) = self { Some(Arc::clone(answer)) } else { None }
    }
}

/// A question with the version of the data it was asked at.
type Asked<Q> = (Q, u64);

/// Keeps the last answer to a question.
///
/// While a newer one is on its way the last one stays on the screen, so lists never flicker.
pub struct Slot<Q: Query> {
    waiting: Option<(Asked<Q>, Ticket<Q::Answer>)>,
    shown: Option<(Asked<Q>, View<Q::Answer>)>,
}

impl<Q: Query> Default for Slot<Q> {
    fn default() -> Self {
        Self { waiting: None, shown: None }
    }
}

impl<Q: Query> Slot<Q> {
    /// The answer to the question; call it once a frame. Asks only when the question or the data changed.
    pub fn get(&mut self, data: &Data, question: &Q) -> View<Q::Answer> {
        let version = data.version(&question.reads());
        let is_current = |asked: &Asked<Q>| asked.1 == version && asked.0 == *question;
        let has = self.shown.as_ref().is_some_and(|(asked, _)| is_current(asked));
        let comes = self.waiting.as_ref().is_some_and(|(asked, _)| is_current(asked));
        if !has && !comes {
            self.waiting = Some(((question.clone(), version), data.ask(question)));
        }
        if let Some((_, ticket)) = &self.waiting
            && let Some(answer) = ticket.poll()
            && let Some((asked, _)) = self.waiting.take()
        {
            let view = match answer {
                Ok(answer) => View::Ready(Arc::new(answer)),
                Err(error) => View::Failed(Arc::new(error)),
            };
            self.shown = Some((asked, view));
        }
        match &self.shown {
            Some((_, View::Ready(answer))) => View::Ready(Arc::clone(answer)),
            Some((_, View::Failed(error))) => View::Failed(Arc::clone(error)),
            None | Some((_, View::Loading)) => View::Loading,
        }
    }

    /// Whether the shown answer is the newest: no other is on its way, and nothing changed since.
    pub fn is_newest(&self, data: &Data, question: &Q) -> bool {
        let version = data.version(&question.reads());
        self.shown.as_ref().is_some_and(|(asked, _)| asked.1 == version && asked.0 == *question)
    }

    /// Whether the shown answer is one to this question, not to an earlier one.
    pub fn answers(&self, question: &Q) -> bool {
        self.shown.as_ref().is_some_and(|(asked, _)| asked.0 == *question)
    }
}

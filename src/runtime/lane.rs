//! A lane: one named thread that owns one thing (the register, a reading connection, the printing engine)
//! and does what it is asked in order. Or no thread at all, for tests: then the work is done at once.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use crate::error::{Error, ErrorKind, Result};

/// Wakes whoever waits for answers: the window asks for a repaint.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// More pieces of work than a person can ask for before the first is done.
const QUEUE: usize = 1_024;

type Work<T> = Box<dyn FnOnce(&mut T) + Send>;

/// One owner of a `T`.
pub(super) enum Lane<T> {
    /// On a thread of its own.
    Thread {
        /// The way to it.
        work: Option<SyncSender<Work<T>>>,
        /// The thread, to be waited for.
        thread: Option<JoinHandle<()>>,
    },
    /// On the caller's thread.
    Inline(Mutex<Option<T>>),
}

/// An answer on its way.
pub struct Ticket<A>(Receiver<Result<A>>);

impl<A> Ticket<A> {
    /// The answer, once; `None` while it is on its way.
    pub fn poll(&self) -> Option<Result<A>> {
        match self.0.try_recv() {
            Ok(answer) => Some(answer),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(gone())),
        }
    }

    /// Waits for the answer.
    pub fn wait(self) -> Result<A> {
        self.0.recv().unwrap_or_else(|_| Err(gone()))
    }
}

fn gone() -> Error {
    ErrorKind::Bug("the worker is gone").into()
}

impl<T: 'static> Lane<T> {
    /// Starts a thread that makes its own `T` and then works for whoever asks; `end` lets it go.
    pub(super) fn start(
        name: &str,
        make: impl FnOnce() -> Result<T> + Send + 'static,
        end: impl FnOnce(T) + Send + 'static,
    ) -> Result<Self> {
        let (work, waiting) = sync_channel::<Work<T>>(QUEUE);
        let (started, result) = sync_channel(1);
        let thread = thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || {
                let mut owned = match make() {
                    Ok(owned) => owned,
                    Err(error) => {
                        // Whoever started the lane has it; a caller that is gone needs no answer.
                        let _ = started.send(Err(error));
                        return;
                    }
                };
                let _ = started.send(Ok(()));
                while let Ok(work) = waiting.recv() {
                    // A mistake in one piece of work loses its answer, not the lane.
                    let _ = catch_unwind(AssertUnwindSafe(|| work(&mut owned)));
                }
                end(owned);
            })
            .map_err(|error| Error::new(ErrorKind::Bug("a thread cannot be started")).because(error))?;
        result.recv().unwrap_or_else(|_| Err(gone()))?;
        Ok(Self::Thread { work: Some(work), thread: Some(thread) })
    }

    /// A lane without a thread.
    pub(super) fn inline(owned: T) -> Self {
        Self::Inline(Mutex::new(Some(owned)))
    }

    /// Asks for a piece of work; `wake` is called when its answer is there.
    pub(super) fn ask<A: Send + 'static>(
        &self,
        wake: &Wake,
        work: impl FnOnce(&mut T) -> Result<A> + Send + 'static,
    ) -> Ticket<A> {
        let (answer, ticket) = sync_channel(1);
        match self {
            Self::Inline(owned) => {
                let mut owned = owned.lock().unwrap_or_else(PoisonError::into_inner);
                let result = owned.as_mut().map_or_else(|| Err(gone()), work);
                // The ticket is alive: it is returned below.
                let _ = answer.send(result);
            }
            Self::Thread { work: Some(queue), .. } => {
                let wake = Arc::clone(wake);
                let work: Work<T> = Box::new(move |owned| {
                    let result = work(owned);
                    // Nobody may be waiting any more.
                    let _ = answer.send(result);
                    wake();
                });
                // A thread that is gone drops the sender, which the ticket reports.
                let _ = queue.send(work);
            }
            Self::Thread { work: None, .. } => {}
        }
        Ticket(ticket)
    }

    /// Does what was asked and lets the thread go; the owned value, where there was no thread.
    pub(super) fn finish(&mut self) -> Option<T> {
        match self {
            Self::Inline(owned) => owned.get_mut().unwrap_or_else(PoisonError::into_inner).take(),
            Self::Thread { work, thread } => {
                work.take();
                if let Some(thread) = thread.take() {
                    // A panic was caught inside; there is nothing more to say here.
                    let _ = thread.join();
                }
                None
            }
        }
    }
}

//! Versions of the schema, in numbered steps.
//!
//! A step is never edited after its release and never calls code that lives on: what it needs stands in
//! it. Columns and tables are only ever added, because logs of older laptops speak of them by name.

use std::path::Path;

use rusqlite::{Connection, Transaction, params};

use super::{backup, change_log, file};
use crate::domain::IdSource;
use crate::error::{Error, ErrorKind, Result};

/// One version to the next.
struct Step {
    /// The version it leads to.
    to: i64,
    /// The statements.
    sql: &'static str,
}

const STEPS: &[Step] = &[
    Step { to: 1, sql: include_str!("migrations/0001_initial.sql") },
    Step { to: 2, sql: include_str!("migrations/0002_registers.sql") },
    Step { to: 3, sql: include_str!("migrations/0003_mou_office.sql") },
    Step { to: 4, sql: include_str!("migrations/0004_conference.sql") },
    Step { to: 5, sql: include_str!("migrations/0005_office.sql") },
    Step { to: 6, sql: include_str!("migrations/0006_partners.sql") },
];

/// The version this program writes.
pub(super) fn newest() -> i64 {
    STEPS.iter().map(|step| step.to).max().unwrap_or(0)
}

/// Makes the schema in an empty file, with a new register and its first replica.
pub(super) fn create(connection: &mut Connection, ids: &mut IdSource, now: i64) -> Result<()> {
    let transaction = connection.transaction()?;
    transaction.pragma_update(None, "application_id", file::APPLICATION_ID)?;
    run(&transaction, STEPS.iter())?;
    let (book, replica) = (ids.make(now), ids.make(now));
    transaction.execute(
        "INSERT INTO replica (rid, id, made_at) VALUES (1, ?1, ?2)",
        params![replica.bytes(), now],
    )?;
    transaction.execute("INSERT INTO front (replica, number, seen) VALUES (1, 0, '{}')", [])?;
    transaction.execute(
        "INSERT INTO engine (one, book, replica, clock) VALUES (1, ?1, 1, 0)",
        params![book.bytes()],
    )?;
    transaction.commit()?;
    Ok(())
}

/// Brings an older file up to date, after a copy of it was put into `backups`. A newer file is refused
/// and not touched.
pub(super) fn bring_up_to_date(connection: &mut Connection, path: &Path, backups: &Path) -> Result<()> {
    migrate(connection, path, backups, STEPS)
}

fn migrate(connection: &mut Connection, path: &Path, backups: &Path, steps: &[Step]) -> Result<()> {
    let found = version(connection)?;
    let known = steps.iter().map(|step| step.to).max().unwrap_or(0);
    if found > known {
        return Err(ErrorKind::TooNew { path: path.to_owned(), found, known }.into());
    }
    if found == known {
        return Ok(());
    }
    if found < 1 {
        return Err(Error::new(ErrorKind::Damaged(path.to_owned())).because("the file has no schema"));
    }
    backup::before_migration(connection, path, found, backups)?;
    let transaction = connection.transaction()?;
    run(&transaction, steps.iter().filter(|step| step.to > found))?;
    transaction.commit()?;
    Ok(())
}

/// The version of the schema in this file.
pub(super) fn version(connection: &Connection) -> Result<i64> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Runs steps, then makes the triggers anew: the newest tables are there only after the last step.
fn run<'s>(transaction: &Transaction<'_>, steps: impl Iterator<Item = &'s Step>) -> Result<()> {
    for step in steps {
        transaction.execute_batch(step.sql)?;
        transaction.pragma_update(None, "user_version", step.to)?;
    }
    change_log::install_triggers(transaction)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: Step = Step { to: 7, sql: "ALTER TABLE village ADD COLUMN motto TEXT NOT NULL DEFAULT ''" };
    const BROKEN: Step =
        Step { to: 8, sql: "ALTER TABLE village ADD COLUMN a TEXT; ALTER TABLE nowhere ADD COLUMN b TEXT" };

    fn steps(more: Vec<Step>) -> Vec<Step> {
        let first = STEPS.iter().map(|step| Step { to: step.to, sql: step.sql });
        first.chain(more).collect()
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a folder for this test")]
    fn an_older_file_is_copied_and_brought_up_to_date_and_an_interrupted_step_leaves_the_old_version() {
        let folder = std::env::temp_dir().join(format!("so-lang-nghe-migrate-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("sổ cũ.langnghe");
        let mut connection = file::connect(&path, crate::store::Access::Write).unwrap();
        create(&mut connection, &mut IdSource::new([1; 16]), 5).unwrap();
        let backups = folder.join("sao-luu");

        migrate(&mut connection, &path, &backups, &steps(vec![GOOD])).unwrap();
        assert_eq!(version(&connection).unwrap(), 7);
        let trigger: String = connection
            .query_row("SELECT sql FROM sqlite_schema WHERE name = 'village_updated'", [], |row| row.get(0))
            .unwrap();
        assert!(trigger.contains("new.motto"), "the new column is logged");
        let copy = backups.join("sổ cũ_truoc-nang-cap-v6.langnghe");
        let kept = file::connect(&copy, crate::store::Access::Read).unwrap();
        assert_eq!(version(&kept).unwrap(), 6);

        assert!(migrate(&mut connection, &path, &backups, &steps(vec![GOOD, BROKEN])).is_err());
        assert_eq!(version(&connection).unwrap(), 7);
        let half: i64 = connection
            .query_row("SELECT count(*) FROM pragma_table_info('village') WHERE name = 'a'", [], |row| {
                row.get(0)
            })
            .unwrap();
        assert_eq!(half, 0, "the first half of the broken step is gone, too");
        drop((connection, kept));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}

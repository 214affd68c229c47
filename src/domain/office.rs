//! What an office keeps about its own work with the register: searches it saved, and pairs of records it
//! found to be two.

use super::record::record;

record! {
    /// A search that was saved: stays live, because only the question is kept.
    SavedSearch {
        /// What the office calls it.
        name: String,
        /// The table it searches.
        kind: String,
        /// Words to find.
        text: String,
        /// Chosen codes by column: "commune=01,24&trades=gom-su".
        filters: String,
        /// Columns it is sorted by, those from the highest down with a minus: "-workers,name".
        sort: String,
        /// Stands in the rail.
        in_rail: bool,
    }
}

record! {
    /// Two records that look alike and are not the same.
    DistinctPair {
        /// The table of both.
        kind: String,
        /// The id that comes first, in hexadecimal.
        first: String,
        /// The other id.
        second: String,
    }
}

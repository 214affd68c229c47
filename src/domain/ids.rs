//! Ids that can never collide between two laptops: `UUIDv7`, typed by what they name.
//!
//! Time and randomness come in as arguments, so that the sample book is the same every time.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use sha2::{Digest as _, Sha256};

/// The sixteen bytes of an id whose kind is known from elsewhere (a column, a log entry).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AnyId([u8; 16]);

impl AnyId {
    /// The id with these bytes.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub const fn bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// Its 32 hexadecimal digits in upper case, as the change log writes it.
    pub fn hex(&self) -> String {
        format!("{:032X}", u128::from_be_bytes(self.0))
    }

    /// The id with these 32 hexadecimal digits.
    pub fn from_hex(hex: &str) -> Option<Self> {
        if hex.len() != 32 {
            return None;
        }
        u128::from_str_radix(hex, 16).ok().map(|number| Self(number.to_be_bytes()))
    }

    /// The id that follows from other ids: two laptops that enter the same pair make the same record.
    pub fn from_parts(kind: &str, parts: &[Self]) -> Self {
        let mut digest = Sha256::new();
        digest.update(kind.as_bytes());
        for part in parts {
            digest.update(part.0);
        }
        let mut bytes = [0; 16];
        for (byte, digit) in bytes.iter_mut().zip(digest.finalize()) {
            *byte = digit;
        }
        Self(bytes)
    }

    /// When it was made, milliseconds since 1970 in UTC: the first 48 bits of a `UUIDv7` (RFC 9562, 5.7).
    pub fn created_at(&self) -> i64 {
        let millis = u128::from_be_bytes(self.0) >> 80;
        i64::try_from(millis).unwrap_or_default()
    }
}

impl fmt::Debug for AnyId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.hex())
    }
}

/// The id of a record of kind `R`, so that a village's id cannot be given where a person's is asked.
pub struct Id<R>(AnyId, PhantomData<fn() -> R>);

impl<R> Id<R> {
    /// The typed id of an untyped one; the caller knows the kind.
    pub const fn from_any(id: AnyId) -> Self {
        Self(id, PhantomData)
    }

    /// The id without its type.
    pub const fn any(&self) -> AnyId {
        self.0
    }
}

// Derives would ask for `R: Copy` and so on, although no `R` is inside.
impl<R> Clone for Id<R> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<R> Copy for Id<R> {}
impl<R> PartialEq for Id<R> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<R> Eq for Id<R> {}
impl<R> PartialOrd for Id<R> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<R> Ord for Id<R> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}
impl<R> Hash for Id<R> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<R> fmt::Debug for Id<R> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, formatter)
    }
}

/// Makes ids: time in front, so that new rows stand at the end of every index, then a counter within
/// the millisecond, then random bits.
#[derive(Clone, Debug)]
pub struct IdSource {
    random: Random,
    millis: i64,
    counter: u16,
}

/// The highest counter that fits into the 12 bits of `UUIDv7`'s `rand_a`.
const COUNTER_LIMIT: u16 = 0x0FFF;

impl IdSource {
    /// A source from a seed: random on a real machine, fixed for the sample book and tests.
    pub fn new(seed: [u8; 16]) -> Self {
        Self { random: Random::new(u64_of(seed, 0) ^ u64_of(seed, 8).rotate_left(17)), millis: 0, counter: 0 }
    }

    /// A new id made at this moment (milliseconds since 1970 in UTC); never equal to an earlier one,
    /// never smaller, even when the clock was set back.
    pub fn make(&mut self, now: i64) -> AnyId {
        if now > self.millis {
            self.millis = now;
            self.counter = 0;
        } else if self.counter < COUNTER_LIMIT {
            self.counter += 1;
        } else {
            self.millis += 1;
            self.counter = 0;
        }
        let millis = u128::from(self.millis.unsigned_abs() & 0xFFFF_FFFF_FFFF);
        let random = u128::from(self.random.bits() >> 2);
        let bits = (millis << 80) | (0x7 << 76) | (u128::from(self.counter) << 64) | (0b10 << 62) | random;
        AnyId(bits.to_be_bytes())
    }

    /// A new typed id.
    pub fn make_id<R>(&mut self, now: i64) -> Id<R> {
        Id::from_any(self.make(now))
    }
}

fn u64_of(bytes: [u8; 16], start: usize) -> u64 {
    bytes.iter().skip(start).take(8).fold(0, |number, byte| (number << 8) | u64::from(*byte))
}

/// The moment (milliseconds since 1970 in UTC) on a clock in Vietnam: UTC+7, without summer time.
pub fn office_time(at: i64) -> Option<DateTime> {
    let moment = Timestamp::from_millisecond(at).ok()?;
    Some(Offset::constant(7).to_datetime(moment))
}

/// `SplitMix64` (Steele, Lea, Flood 2014): a small generator whose numbers are the same on every machine.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// A generator that always gives the same numbers for the same seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number from 0 up to but without `limit`; 0 when `limit` is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap_or(u64::MAX);
        usize::try_from(self.bits().checked_rem(limit).unwrap_or(0)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_grow_even_when_the_clock_goes_back() {
        let mut source = IdSource::new([7; 16]);
        let ids: Vec<_> = [5, 5, 5, 3, 900, 2].into_iter().map(|now| source.make(now)).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "{ids:?}");
        assert_eq!(ids[4].created_at(), 900);
    }

    #[test]
    fn the_same_seed_gives_the_same_ids_and_another_seed_others() {
        let make = |seed| IdSource::new([seed; 16]).make(1_000);
        assert_eq!(make(1), make(1));
        assert_ne!(make(1), make(2));
    }

    #[test]
    fn hexadecimal_text_reads_back() {
        let id = IdSource::new([3; 16]).make(1_766_000_000_000);
        assert_eq!(AnyId::from_hex(&id.hex()), Some(id));
        assert_eq!(AnyId::from_hex("12"), None);
        assert_eq!(id.hex().as_bytes()[12], b'7', "version of RFC 9562");
    }

    #[test]
    fn ten_thousand_ids_in_one_millisecond_are_different_and_in_order() {
        let mut source = IdSource::new([9; 16]);
        let ids: Vec<_> = (0..10_000).map(|_| source.make(1)).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
    }
}

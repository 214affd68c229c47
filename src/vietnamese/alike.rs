//! How alike two names are, to somebody who knows how Vietnamese names are mistyped: tones left out or placed
//! elsewhere, i for y, đ without its stroke, family name last, one letter too many.

use super::fold::{exact, fold};

/// How alike two names are, the most alike first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same words in the same order; placement of tones and i for y make no difference.
    Same,
    /// One of them lacks tones or marks the other has; none contradicts: "Huong" and "Hường".
    MissingTones,
    /// The same words in another order: "Hường Nguyễn Thị".
    OtherOrder,
    /// One letter is another, missing or too many, marks aside.
    OneLetter,
    /// The same letters with tones or marks that contradict: "Hương" and "Hường".
    OtherTones,
    /// Nothing of this.
    Different,
}

/// A name prepared for many comparisons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedName {
    exact: String,
    folded: String,
    sorted: String,
}

impl ComparedName {
    /// Prepares a name.
    pub fn new(name: &str) -> Self {
        let exact = exact(name);
        let folded = fold(&exact);
        let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        words.sort_unstable();
        let sorted = words.join(" ");
        Self { exact, folded, sorted }
    }

    /// Whether there is nothing to compare.
    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// The words without tones in alphabetical order: equal for names of every likeness but
    /// [`Likeness::OneLetter`] and [`Likeness::Different`].
    pub fn key(&self) -> &str {
        &self.sorted
    }

    /// The toneless name without spaces, and with each of its letters left out in turn: two names that differ
    /// in one letter have one of these in common.
    pub fn one_letter_keys(&self) -> Vec<String> {
        let letters: Vec<char> = self.folded.chars().filter(|letter| *letter != ' ').collect();
        let without = |left_out: usize| -> String {
            letters
                .iter()
                .enumerate()
                .filter(|(place, _)| *place != left_out)
                .map(|(_, letter)| letter)
                .collect()
        };
        std::iter::once(letters.iter().collect()).chain((0..letters.len()).map(without)).collect()
    }

    /// How alike this name and another are.
    pub fn likeness(&self, other: &Self) -> Likeness {
        if self.is_empty() || other.is_empty() {
            return Likeness::Different;
        }
        if self.exact == other.exact {
            return Likeness::Same;
        }
        if self.folded == other.folded {
            let mut pairs = self.exact.split(' ').zip(other.exact.split(' '));
            return if pairs.all(|(one, two)| lacks_tones(one, two) || lacks_tones(two, one)) {
                Likeness::MissingTones
            } else {
                Likeness::OtherTones
            };
        }
        if self.sorted == other.sorted {
            return Likeness::OtherOrder;
        }
        if differ_in_one_letter(&self.folded, &other.folded) {
            Likeness::OneLetter
        } else {
            Likeness::Different
        }
    }
}

/// Whether `bare` is `full`, or `full` with its marks left out: whole words lose them, one by one.
fn lacks_tones(bare: &str, full: &str) -> bool {
    bare == full || bare == fold(full)
}

fn differ_in_one_letter(left: &str, right: &str) -> bool {
    let bare = |text: &str| -> Vec<char> { text.chars().filter(|letter| *letter != ' ').collect() };
    let (left, right) = (bare(left), bare(right));
    let (short, long) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    // Short names differ in one letter by chance: An and Ân, Hà and Hòa.
    if long.len() - short.len() > 1 || short.len() < 6 {
        return false;
    }
    let same = short.iter().zip(&long).take_while(|(one, two)| one == two).count();
    let (rest_short, rest_long) = (short.get(same..), long.get(same + 1..));
    let rest_short = if short.len() == long.len() { short.get(same + 1..) } else { rest_short };
    rest_short.unwrap_or_default() == rest_long.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn likeness(left: &str, right: &str) -> Likeness {
        ComparedName::new(left).likeness(&ComparedName::new(right))
    }

    #[test]
    fn names_are_compared_as_they_are_mistyped() {
        for (left, right, expected) in [
            ("Nguyễn Thị Hòa", "nguyễn thị hoà", Likeness::Same),
            ("Nguyễn Thị Mỹ", "Nguyễn Thị Mĩ", Likeness::Same),
            ("Nguyễn Thị Hường", "Nguyen Thi Huong", Likeness::MissingTones),
            ("Nguyễn Thị Hường", "Nguyễn Thị Huong", Likeness::MissingTones),
            ("Đỗ Văn Đạt", "Do Van Dat", Likeness::MissingTones),
            ("Nguyễn Thị Hường", "Nguyễn Thị Hương", Likeness::OtherTones),
            ("Nguyễn Thị Hường", "Hường Nguyễn Thị", Likeness::OtherOrder),
            ("Nguyễn Thị Hường", "Nguyễn Thị Hườg", Likeness::OneLetter),
            ("Nguyễn Thị Hường", "Nguyễn Thịi Hường", Likeness::OneLetter),
            ("Hợp tác xã Bát Tràng", "Hợp tác xã Bát Tràn", Likeness::OneLetter),
            ("Lê An", "Lê Ân", Likeness::MissingTones),
            ("Trần Hà", "Trần Hạnh", Likeness::Different),
            ("", "", Likeness::Different),
        ] {
            assert_eq!(likeness(left, right), expected, "{left} / {right}");
        }
    }

    proptest! {
        #[test]
        fn likeness_is_mutual_and_alike_names_share_a_key(left in "[a-zàáđêơưị ]{0,14}", right in "[a-zàáđêơưị ]{0,14}", cut in 0_usize..14) {
            let mut shorter: Vec<char> = left.chars().collect();
            if cut < shorter.len() {
                shorter.remove(cut);
            }
            let shorter: String = shorter.into_iter().collect();
            for other in [&right, &shorter] {
                let (one, two) = (ComparedName::new(&left), ComparedName::new(other));
                let found = one.likeness(&two);
                prop_assert_eq!(found, two.likeness(&one));
                match found {
                    Likeness::Different => {}
                    Likeness::OneLetter => {
                        let keys = one.one_letter_keys();
                        prop_assert!(two.one_letter_keys().iter().any(|key| keys.contains(key)));
                    }
                    _ => prop_assert_eq!(one.key(), two.key()),
                }
            }
        }
    }
}

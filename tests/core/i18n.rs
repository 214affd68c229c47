//! Both languages are complete, and every text of the code exists.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use so_lang_nghe::domain::{self, Record as _, RecordKind};
use so_lang_nghe::i18n::{Language, Message, message, sources};

/// Keys with the names of the values in them.
fn keys(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (area, source) in sources(language) {
        let mut key = None;
        for line in source.lines() {
            if let Some((name, _)) = line.split_once(" =")
                && !line.starts_with([' ', '#'])
            {
                let before = keys.insert(name.to_owned(), BTreeSet::new());
                assert!(before.is_none(), "{name} stands twice, again in {area}");
                key = Some(name.to_owned());
            }
            let Some(key) = &key else { continue };
            for value in line.split('$').skip(1) {
                let name: String =
                    value.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
                // Some values come in both languages, `label_vi` and `label_en`; each text takes its own.
                let name = name.trim_end_matches(&format!("_{}", language.code())).to_owned();
                keys.get_mut(key).unwrap().insert(name);
            }
        }
    }
    keys
}

fn rust_files(folder: &Path, files: &mut Vec<String>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(fs::read_to_string(path).unwrap());
        }
    }
}

/// Keys written in the code as `message("…")`.
fn keys_in_code() -> BTreeSet<String> {
    let mut files = Vec::new();
    rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut keys = BTreeSet::new();
    for source in files {
        let compact: String = source.split_whitespace().collect::<Vec<_>>().join("");
        for part in compact.split("message(\"").skip(1) {
            keys.insert(part.split('"').next().unwrap().to_owned());
        }
    }
    keys
}

/// Labels of codes, kinds and fields, whose keys follow from their names.
fn derived_labels() -> Vec<Message> {
    let mut labels: Vec<Message> = RecordKind::ALL.iter().map(|kind| kind.label()).collect();
    macro_rules! codes {
        ($($name:ident),*) => { $(labels.extend(domain::$name::ALL.iter().map(|value| value.label()));)* };
    }
    codes!(
        Recognition,
        TradeGroup,
        Trade,
        FoundedBasis,
        Environment,
        ArtisanState,
        OrganisationKind,
        OrganisationRole,
        CertificateKind,
        ConferenceKind,
        ConferenceState,
        GuestGroup,
        GuestClass,
        InvitationChannel,
        Answer,
        Meal,
        ParticipationForm,
        MouLanguage,
        MouHead,
        PageNumbering,
        MouState,
        PartyRole,
        AddressForm,
        ClauseKind,
        NumberState,
        Demand,
        Vitality,
        PlacementKind,
        PictureRight,
        PictureConsent,
        ObligationState,
        SigningForm,
        FollowUpChannel,
        Obstacle,
        ContractKind,
        Validity,
        Subcommittee,
        TaskOrigin,
        Need,
        ConsentPurpose,
        Enclosed,
        Arrangement,
        CheckInKind,
        Handout,
        StatementKind,
        Topic,
        StatementState,
        BoothState,
        BoothNeed,
        MeetingSide,
        MeetingResult
    );
    labels
}

fn field_keys() -> BTreeSet<String> {
    let mut fields: BTreeSet<String> = BTreeSet::new();
    macro_rules! fields {
        ($($name:ident),*) => { $(fields.extend(domain::$name::COLUMNS.iter().map(|column| format!("field-{}", column.replace('_', "-"))));)* };
    }
    fields!(
        Village,
        Person,
        Artisan,
        Apprenticeship,
        Organisation,
        Position,
        Product,
        Certificate,
        Conference,
        Participation,
        NumberSeries,
        Mou,
        MouParty,
        MouClause,
        MouProduct,
        MouEvent,
        IssuedNumber,
        FrozenDocument,
        Preservation,
        Placement,
        Picture,
        SavedSearch,
        DistinctPair,
        MouTemplate,
        LibraryClause,
        NumberBlock,
        Obligation,
        FollowUp,
        Contract,
        Sales,
        ProgrammeItem,
        CommitteeMember,
        ConferenceTask,
        BudgetLine,
        Registration,
        Offer,
        CheckIn,
        Statement,
        Booth,
        BoothDay,
        MeetingWish,
        Meeting
    );
    // What makes a record complete, and what is kept beside its fields.
    use so_lang_nghe::domain::{Beside, Completeness, Recognition, Village};
    let beside = Beside::default();
    let recognised = Village { recognition: Recognition::Village, ..Village::default() };
    let missing = [
        Completeness::of_village(&recognised, beside).missing,
        Completeness::of_organisation(&domain::Organisation::default(), beside).missing,
    ];
    let kept = ["completeness", "standing", "vitality", "strength", "sales", "province"];
    let others = missing.into_iter().flatten().chain(kept);
    fields.extend(others.map(|key| format!("field-{}", key.replace('_', "-"))));
    fields
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_values() {
    let (vi, en) = (keys(Language::Vi), keys(Language::En));
    assert!(vi.len() > 500, "{}", vi.len());
    for (key, values) in &vi {
        let english = en.get(key).unwrap_or_else(|| panic!("{key} is missing in English"));
        // English may choose a plural by a number that is not shown.
        assert!(values.is_subset(english), "{key}: {values:?} {english:?}");
    }
    for key in en.keys() {
        assert!(vi.contains_key(key), "{key} is missing in Vietnamese");
    }
}

#[test]
fn every_text_the_code_speaks_of_exists() {
    let known = keys(Language::Vi);
    for key in keys_in_code() {
        assert!(known.contains_key(&key), "{key}");
    }
    for label in derived_labels() {
        assert!(known.contains_key(label.key()), "{}", label.key());
    }
    for key in field_keys() {
        assert!(known.contains_key(&key), "{key}");
    }
}

#[test]
fn no_text_is_left_that_nobody_speaks() {
    let mut used = keys_in_code();
    used.extend(derived_labels().iter().map(|label| label.key().to_owned()));
    used.extend(field_keys());
    // Fields of checks and of the list of places that are no columns.
    used.extend(
        ["field-owner", "field-places", "field-tags-added", "field-tags-removed", "kind-other"]
            .map(str::to_owned),
    );
    let unused: Vec<_> = keys(Language::Vi).into_keys().filter(|key| !used.contains(key)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_text_can_be_read_as_fluent() {
    for language in Language::ALL {
        for (area, source) in sources(language) {
            let parsed = fluent_bundle::FluentResource::try_new((*source).to_owned());
            assert!(parsed.is_ok(), "{language:?} {area}: {:?}", parsed.err().map(|(_, errors)| errors));
        }
    }
}

#[test]
fn numbers_and_plurals_follow_the_language() {
    let invalid = |count: i64, language| message("error-invalid").with("count", count).text(language);
    assert_eq!(invalid(1, Language::En), "One thing has to be mended.");
    assert_eq!(invalid(12_345, Language::En), "12,345 things have to be mended.");
    assert_eq!(invalid(12_345, Language::Vi), "Có 12.345 chỗ cần sửa.");
}

#[test]
fn vietnamese_texts_are_in_nfc_and_use_the_ellipsis() {
    use unicode_normalization::is_nfc;
    for language in Language::ALL {
        for (area, source) in sources(language) {
            assert!(is_nfc(source), "{area}");
            assert!(!source.contains("..."), "{area} has three dots for an ellipsis");
        }
    }
}

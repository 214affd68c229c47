//! Craft villages (làng nghề).

use super::record::{Certainties, CodeSet, codes, record};
use super::{Id, Organisation};
use crate::places::CommuneCode;
use crate::vietnamese::{LunarDay, PartialDate};

codes! {
    /// How a village or its craft is recognised (Decree 52/2018/NĐ-CP, article 5).
    Recognition, "recognition" {
        /// Not known, or not recognised.
        #[default]
        None = "none",
        /// A village with a craft, below the criteria (làng có nghề).
        Craft = "craft",
        /// Craft village (làng nghề).
        Village = "village",
        /// Traditional craft village (làng nghề truyền thống).
        TraditionalVillage = "traditional_village",
        /// Traditional craft, recognised by itself (nghề truyền thống).
        TraditionalCraft = "traditional_craft",
    }
}

codes! {
    /// The seven groups of rural trades (Decree 52/2018/NĐ-CP, article 4).
    TradeGroup, "trade-group" {
        /// Not chosen yet.
        #[default]
        None = "none",
        /// Processing and preserving of farm, forest and sea products.
        N1 = "N1",
        /// Fine handicrafts.
        N2 = "N2",
        /// Raw materials for rural trades.
        N3 = "N3",
        /// Wood, rattan and bamboo, ceramics, glass, textiles, embroidery, small mechanics.
        N4 = "N4",
        /// Ornamental plants and animals.
        N5 = "N5",
        /// Salt.
        N6 = "N6",
        /// Services for rural production and life.
        N7 = "N7",
    }
}

codes! {
    /// Trades (ngành hàng): finer than the legal groups, several per village.
    Trade, "trade" {
        /// Ceramics.
        #[default]
        Ceramics = "gom-su",
        /// Rattan and bamboo.
        RattanBamboo = "may-tre-dan",
        /// Sedge and water hyacinth.
        Sedge = "coi-beo",
        /// Lacquer.
        Lacquer = "son-mai",
        /// Mother-of-pearl inlay.
        Inlay = "kham-trai",
        /// Fine woodwork.
        Wood = "go-my-nghe",
        /// Casting, beating and chasing of metal.
        Metal = "duc-go-cham-kim-loai",
        /// Stone carving.
        Stone = "da-my-nghe",
        /// Weaving, silk, brocade.
        Weaving = "det-lua-tho-cam",
        /// Embroidery and lace.
        Embroidery = "theu-ren",
        /// Paper and folk prints.
        PaperPrints = "giay-tranh-dan-gian",
        /// Leather and horn.
        Leather = "da-sung",
        /// Hats and fans.
        HatsFans = "non-quat",
        /// Incense.
        Incense = "huong",
        /// Forging.
        Forging = "ren",
        /// Food.
        Food = "che-bien-thuc-pham",
        /// Rice spirit and fish sauce.
        SpiritFishSauce = "ruou-nuoc-mam",
        /// Tea.
        Tea = "che",
        /// Flowers and ornamental plants.
        Plants = "hoa-cay-canh",
        /// Salt.
        Salt = "muoi",
        /// Toys.
        Toys = "do-choi",
        /// Musical instruments.
        Instruments = "nhac-cu",
        /// Tailoring.
        Tailoring = "may-mac",
        /// Medicine.
        Medicine = "thuoc",
    }
}

codes! {
    /// What the founding era rests on.
    FoundedBasis, "founded-basis" {
        /// Not known.
        #[default]
        None = "none",
        /// Told, not written (truyền thuyết).
        Legend = "legend",
        /// Written sources (tư liệu).
        Record = "record",
        /// Estimated (ước tính).
        Estimate = "estimate",
    }
}

codes! {
    /// Whether the environmental conditions for craft villages are met.
    Environment, "environment" {
        /// Not assessed.
        #[default]
        NotAssessed = "not_assessed",
        /// Met.
        Met = "met",
        /// Not met.
        NotMet = "not_met",
    }
}

record! {
    /// A craft village.
    Village {
        /// Name, such as "Gốm Bát Tràng".
        name: String,
        /// Other and former names.
        other_names: String,
        /// Name in English texts.
        name_en: String,
        /// Recognition.
        recognition: Recognition,
        /// Number of the decision.
        recognition_number: String,
        /// Date of the decision.
        recognition_date: Option<PartialDate>,
        /// Who decided; the province's People's Committee since 2018.
        recognition_issuer: String,
        /// Legal group of the trade.
        trade_group: TradeGroup,
        /// Codes of [`Trade`].
        trades: CodeSet,
        /// Commune of the current list.
        commune: Option<CommuneCode>,
        /// Hamlet or street, below the commune.
        street: String,
        /// Latitude in microdegrees north.
        latitude: Option<i64>,
        /// Longitude in microdegrees east.
        longitude: Option<i64>,
        /// Address before 1 July 2025, as text.
        former_address: String,
        /// Code of the commune of that address in the list before 1 July 2025.
        former_commune: Option<CommuneCode>,
        /// The commune was split: whether the village lies in this one has to be checked.
        place_needs_checking: bool,
        /// When the craft began, in words.
        founded: String,
        /// The same as a year for sorting.
        founded_year: Option<i64>,
        /// What the era rests on.
        founded_basis: FoundedBasis,
        /// Founder of the trade (tổ nghề).
        founder: String,
        /// The story in one sentence.
        story_sentence: String,
        /// The same in English.
        story_sentence_en: String,
        /// The story in about sixty words.
        story_short: String,
        /// The same in English.
        story_short_en: String,
        /// The long story.
        story_long: String,
        /// The same in English.
        story_long_en: String,
        /// Steps of the work.
        process: String,
        /// Materials.
        materials: String,
        /// What is distinctive.
        distinctive: String,
        /// What is made, in words.
        products_made: String,
        /// Households in all.
        households: Option<i64>,
        /// Households in the trade.
        craft_households: Option<i64>,
        /// Workers.
        workers: Option<i64>,
        /// Yearly revenue in đồng.
        revenue: Option<i64>,
        /// The year of the revenue.
        revenue_year: Option<i64>,
        /// Environmental conditions.
        environment: Environment,
        /// The organisation that leads the village.
        lead_organisation: Option<Id<Organisation>>,
        /// Opening hours for visitors.
        visiting_hours: String,
        /// Experiences with price and duration.
        visiting_experiences: String,
        /// The way from the centre of the province.
        directions: String,
        /// Parking.
        parking: String,
        /// Festival: lunar day, computed into this year's date.
        festival: Option<LunarDay>,
        /// About the festival.
        festival_note: String,
        /// Shown in the catalogue.
        in_catalogue: bool,
        /// Keys of the sources the facts come from.
        sources: String,
        /// How sure the facts without a source are.
        certainty: Certainties,
        /// Invented for the sample book.
        invented: bool,
        /// Remark of the office.
        note: String,
        /// Tags of the office.
        tags: CodeSet,
    }
}

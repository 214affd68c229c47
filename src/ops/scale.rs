//! Many invented records with realistic names, for trying the program with a whole country's register.
//!
//! The same every time: names are drawn by a fixed generator, roughly as often as they occur. Everything
//! is marked as invented; telephone numbers and tax codes are of the kinds nobody has.

use crate::domain::{
    Artisan, ArtisanState, CodeSet, Id, IdSource, Organisation, OrganisationKind, Person, PhoneNumber,
    PhoneNumbers, Random, Record, Trade, Village,
};
use crate::error::Result;
use crate::places::{Commune, Places};
use crate::store::Writer;
use crate::vietnamese::{PartialDate, Sex};

/// How many villages and firms come with a number of artisans: Vietnam has about 5,400 villages with a
/// craft, and the register may hold eighteen artisans for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// Artisans.
    pub artisans: usize,
    /// Villages.
    pub villages: usize,
    /// Firms.
    pub organisations: usize,
}

impl Scale {
    /// The proportions for so many artisans.
    pub fn of(artisans: usize) -> Self {
        Self { artisans, villages: artisans.div_ceil(18), organisations: artisans.div_ceil(50) }
    }
}

/// Between two reports of progress.
const REPORT_EVERY: usize = 1_000;

/// Frequent family names, the most frequent first (about 38 % are Nguyễn).
const FAMILIES: [&str; 24] = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
    "Dương", "Lý", "Đào", "Đinh", "Trịnh", "Tạ", "Mai", "Chử", "Quách", "Thạch",
];
const MEN_MIDDLE: [&str; 12] =
    ["Văn", "Đức", "Hữu", "Quang", "Đình", "Xuân", "Công", "Minh", "Ngọc", "Bá", "Trọng", "Thế"];
const WOMEN_MIDDLE: [&str; 10] =
    ["Thị", "Thị Minh", "Thu", "Ngọc", "Thị Thanh", "Kim", "Bích", "Thị Hồng", "Mỹ", "Diệu"];
const MEN_GIVEN: [&str; 30] = [
    "Hùng", "Dũng", "Sơn", "Tuấn", "Thắng", "Hải", "Long", "Cường", "Lộc", "Bình", "Đạt", "Khải", "Phúc",
    "Quân", "Tâm", "Thành", "Tiến", "Toàn", "Trung", "Việt", "Vinh", "Đoàn", "Hoà", "Khoa", "Nghĩa", "Phong",
    "Thuý", "Ước", "Ẩn", "Kỳ",
];
const WOMEN_GIVEN: [&str; 30] = [
    "Hương", "Hường", "Lan", "Hoa", "Hòa", "Mai", "Nga", "Thủy", "Thúy", "Hạnh", "Yến", "Oanh", "Ánh", "Ân",
    "Bích", "Chi", "Dung", "Đào", "Hằng", "Huệ", "Liên", "Loan", "Ngọc", "Nhung", "Phương", "Quý", "Thảo",
    "Trang", "Tuyết", "Xuân",
];
const VILLAGE_FIRST: [&str; 20] = [
    "Đông",
    "Phú",
    "An",
    "Bình",
    "Vân",
    "Hạ",
    "Thượng",
    "Đan",
    "Kim",
    "Thanh",
    "Xuân",
    "Hòa",
    "Tân",
    "Yên",
    "Phong",
    "Ngọc",
    "Mỹ",
    "Trung",
    "Quảng",
    "Đại",
];
const VILLAGE_SECOND: [&str; 20] = [
    "Hồ",
    "Vinh",
    "Sơn",
    "Lộc",
    "Khê",
    "Thái",
    "Xá",
    "Kỵ",
    "Mỹ",
    "Trạch",
    "Lâm",
    "Đường",
    "Phúc",
    "Châu",
    "Bái",
    "Hà",
    "Cầu",
    "Lãng",
    "Thôn",
    "Động",
];
/// A trade's code, the word before a village's name, the words of the craft.
const CRAFTS: [(Trade, &str, &str); 14] = [
    (Trade::Ceramics, "Gốm", "gốm"),
    (Trade::RattanBamboo, "Mây tre đan", "mây tre đan"),
    (Trade::Lacquer, "Sơn mài", "sơn mài"),
    (Trade::Wood, "Mộc", "mộc mỹ nghệ"),
    (Trade::Weaving, "Dệt", "dệt"),
    (Trade::Embroidery, "Thêu", "thêu tay"),
    (Trade::Metal, "Đúc đồng", "đúc đồng"),
    (Trade::Stone, "Đá mỹ nghệ", "chạm đá"),
    (Trade::Sedge, "Chiếu cói", "dệt chiếu"),
    (Trade::HatsFans, "Nón", "chằm nón"),
    (Trade::Forging, "Rèn", "rèn"),
    (Trade::Incense, "Hương", "làm hương"),
    (Trade::Food, "Bánh tráng", "tráng bánh"),
    (Trade::Tea, "Chè", "sao chè"),
];

struct Crafting<'f, 'c> {
    writer: &'f mut Writer<'c>,
    ids: &'f mut IdSource,
    random: Random,
}

/// Adds so many artisans with villages and firms in proportion.
pub(super) fn fill(
    writer: &mut Writer<'_>,
    ids: &mut IdSource,
    places: &Places,
    artisans: usize,
    progress: &mut dyn FnMut(usize),
) -> Result<()> {
    if artisans == 0 {
        return Ok(());
    }
    let scale = Scale::of(artisans);
    let mut crafting = Crafting { writer, ids, random: Random::new(0x5107_1A17) };
    let mut villages = Vec::with_capacity(scale.villages);
    for _ in 0..scale.villages {
        villages.push(crafting.village(places.communes())?);
    }
    for number in 0..scale.organisations {
        crafting.organisation(number, &villages)?;
    }
    for number in 0..scale.artisans {
        crafting.artisan(number, &villages)?;
        if number % REPORT_EVERY == 0 {
            progress(number);
        }
    }
    progress(scale.artisans);
    Ok(())
}

/// A village that was made: what its people need of it.
struct Made<'p> {
    id: Id<Village>,
    name: String,
    craft: &'static str,
    commune: Option<&'p Commune>,
}

impl Crafting<'_, '_> {
    fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.random.below(items.len()))
    }

    fn word(&mut self, words: &[&'static str]) -> &'static str {
        self.pick(words).copied().unwrap_or_default()
    }

    /// A word near the front more often than one near the end.
    fn frequent(&mut self, words: &[&'static str]) -> &'static str {
        let (first, second) = (self.random.below(words.len()), self.random.below(words.len()));
        let place = first * second / words.len().max(1);
        words.get(place).copied().unwrap_or_default()
    }

    fn insert<R: Record>(&mut self, record: &R) -> Result<Id<R>> {
        let id = self.ids.make_id(self.writer.at());
        self.writer.insert(id, record)?;
        Ok(id)
    }

    fn village<'p>(&mut self, communes: &'p [Commune]) -> Result<Made<'p>> {
        let commune = self.pick(communes);
        let (trade, word, craft) = self.pick(&CRAFTS).copied().unwrap_or((Trade::Ceramics, "Gốm", "gốm"));
        let name = format!("{} {}", self.word(&VILLAGE_FIRST), self.word(&VILLAGE_SECOND));
        let households = 80 + i64::try_from(self.random.below(900)).unwrap_or(0);
        let village = Village {
            name: format!("{word} {name}"),
            trades: CodeSet::of([trade.code()]),
            commune: commune.map(|commune| commune.code),
            households: Some(households),
            craft_households: Some(households / 5 + i64::try_from(self.random.below(60)).unwrap_or(0)),
            in_catalogue: true,
            invented: true,
            ..Village::default()
        };
        let id = self.insert(&village)?;
        Ok(Made { id, name, craft, commune })
    }

    fn organisation(&mut self, number: usize, villages: &[Made<'_>]) -> Result<()> {
        let village = self.random.below(villages.len());
        let Some(village) = villages.get(village) else { return Ok(()) };
        let kinds = [
            (OrganisationKind::Cooperative, "Hợp tác xã"),
            (OrganisationKind::LimitedCompany, "Công ty TNHH"),
            (OrganisationKind::JointStockCompany, "Công ty cổ phần"),
            (OrganisationKind::Household, "Hộ kinh doanh"),
        ];
        let (kind, word) = self.pick(&kinds).copied().unwrap_or_default();
        let organisation = Organisation {
            name: format!("{word} {} {}", village.craft, village.name),
            kind,
            roles: CodeSet::of(["producer"]),
            commune: village.commune.map(|commune| commune.code),
            phones: phone(number, "0222"),
            village: Some(village.id),
            invented: true,
            ..Organisation::default()
        };
        self.insert(&organisation)?;
        Ok(())
    }

    fn artisan(&mut self, number: usize, villages: &[Made<'_>]) -> Result<()> {
        let village = self.random.below(villages.len());
        let Some(village) = villages.get(village) else { return Ok(()) };
        let woman = self.random.below(100) < 45;
        let (middle, given) = if woman {
            (self.word(&WOMEN_MIDDLE), self.word(&WOMEN_GIVEN))
        } else {
            (self.word(&MEN_MIDDLE), self.word(&MEN_GIVEN))
        };
        let family = self.frequent(&FAMILIES);
        let birth = 1935 + i16::try_from(self.random.below(70)).unwrap_or(0);
        let person = Person {
            full_name: format!("{family} {middle} {given}"),
            honorific: if woman { "Bà" } else { "Ông" }.to_owned(),
            sex: Some(if woman { Sex::Female } else { Sex::Male }),
            birth: Some(PartialDate::Year(birth)),
            phones: phone(number, "0900"),
            commune: village.commune.map(|commune| commune.code),
            invented: true,
            ..Person::default()
        };
        let person = self.insert(&person)?;
        let artisan = Artisan {
            person: Some(person),
            village: Some(village.id),
            craft: village.craft.to_owned(),
            started: Some(i64::from(birth) + 16),
            state: if birth < 1945 { ArtisanState::Resting } else { ArtisanState::Working },
            ..Artisan::default()
        };
        self.insert(&artisan)?;
        Ok(())
    }
}

fn phone(number: usize, prefix: &str) -> PhoneNumbers {
    PhoneNumbers(vec![PhoneNumber { digits: format!("{prefix}{:06}", number % 1_000_000), zalo: false }])
}

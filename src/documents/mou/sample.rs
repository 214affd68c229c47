//! The sample MoU of the handbook (4.3), complete in both languages, with variations, for tests.

use super::data::{
    Annex, AnnexRow, Article, Both, Clause, Head, MouData, PageNumbers, Party, PartyLine, PrintLanguage,
    Span, Standing,
};
use super::fill::fill;
use super::template::Template;

/// Text with `[field|value]`, `[?field|gap]` and `**bold**`.
pub(crate) fn spans(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    for (index, part) in text.split("**").enumerate() {
        let mut rest = part;
        while let Some((before, tail)) = rest.split_once('[') {
            let (inside, after) = tail.split_once(']').unwrap();
            let (key, value) = inside.split_once('|').unwrap();
            spans.push(Span { strong: index % 2 == 1, ..Span::plain(before) });
            let missing = key.starts_with('?');
            spans.push(Span { missing, ..Span::field(key.trim_start_matches('?'), value) });
            rest = after;
        }
        spans.push(Span { strong: index % 2 == 1, ..Span::plain(rest) });
    }
    spans.retain(|span| !span.text.is_empty());
    spans
}

pub(crate) fn text(vi: &str, en: &str) -> Both<Vec<Span>> {
    Both { vi: spans(vi), en: spans(en) }
}

pub(crate) fn both(vi: &str, en: &str) -> Both<String> {
    Both { vi: vi.into(), en: en.into() }
}

pub(crate) fn line(label: (&str, &str), value: (&str, &str)) -> PartyLine {
    PartyLine { label: both(label.0, label.1), value: text(value.0, value.1), second: None }
}

fn phone(key: &str, number: &str, email: &str) -> PartyLine {
    let number = format!("[{key}.phone|{number}]");
    let email = format!("[{key}.email|{email}]");
    PartyLine {
        second: Some((both("Email", "Email"), text(&email, &email))),
        ..line(("Điện thoại", "Tel."), (&number, &number))
    }
}

fn article(number: u32, title: (&str, &str), clauses: &[(&str, &str)]) -> Article {
    let numbered = clauses.len() > 1;
    let clauses = (1_u32..).zip(clauses).map(|(index, (vi, en))| Clause {
        number: numbered.then_some(index),
        text: text(vi, en),
        points: Vec::new(),
    });
    Article {
        key: format!("article-{number}"),
        number,
        title: text(title.0, title.1),
        clauses: clauses.collect(),
    }
}

/// A signing party with the letter A, B, C or D.
pub(crate) fn party(
    letter: char,
    name: (&str, &str),
    lines: Vec<PartyLine>,
    positions: &[(&str, &str)],
    signer: &str,
) -> Party {
    Party {
        role: both(&format!("BÊN {letter}"), &format!("PARTY {letter}")),
        name: text(name.0, name.1),
        lines,
        signature_heading: both(&format!("ĐẠI DIỆN BÊN {letter}"), &format!("FOR PARTY {letter}")),
        signature_positions: positions.iter().map(|(vi, en)| text(vi, en)).collect(),
        signature_note: both("(Ký, ghi rõ họ tên và đóng dấu)", "(Signature, full name and seal)"),
        signer: spans(signer),
    }
}

pub(crate) fn cooperative() -> Party {
    let lines = vec![
        line(
            ("Địa chỉ", "Address"),
            (
                "[a.address|Thôn Hạ, xã Hòa Đan, thành phố Hà Nội]",
                "[a.address|Thôn Hạ, xã Hòa Đan, thành phố Hà Nội]",
            ),
        ),
        line(("Mã số thuế", "Tax code"), ("[a.tax_code|9900000016]", "[a.tax_code|9900000016]")),
        phone("a", "0900 000 001", "htx@danhoa.example"),
        line(
            ("Tài khoản", "Account"),
            (
                "[a.account|000 111 222 333 tại Ngân hàng Thí dụ, chi nhánh Hòa Đan]",
                "[a.account|000 111 222 333 at Thí Dụ Bank, Hòa Đan branch]",
            ),
        ),
        line(
            ("Đại diện", "Represented by"),
            ("[a.signer|Ông Đàm Quang Lộc]", "[a.signer|Mr. Đàm Quang Lộc]"),
        ),
        line(
            ("Chức vụ", "Position"),
            ("[a.position|Chủ tịch Hội đồng quản trị]", "[a.position|Chairman of the Board]"),
        ),
    ];
    let name = ("[a.name|HỢP TÁC XÃ MÂY TRE ĐAN ĐAN HÒA]", "[a.name|ĐAN HÒA RATTAN AND BAMBOO COOPERATIVE]");
    let positions = [("CHỦ TỊCH HỘI ĐỒNG QUẢN TRỊ", "CHAIRMAN OF THE BOARD")];
    party('A', name, lines, &positions, "[a.signer_name|Đàm Quang Lộc]")
}

pub(crate) fn retailer() -> Party {
    let lines = vec![
        line(
            ("Địa chỉ", "Address"),
            (
                "[b.address|Số 00 phố Thí Dụ, phường Thuận Thành, tỉnh Bắc Ninh]",
                "[b.address|Số 00 phố Thí Dụ, phường Thuận Thành, tỉnh Bắc Ninh]",
            ),
        ),
        line(("Mã số thuế", "Tax code"), ("[b.tax_code|9900000023]", "[b.tax_code|9900000023]")),
        phone("b", "0222 000 0000", "thumua@bamua.example"),
        line(
            ("Đại diện", "Represented by"),
            ("[b.signer|Bà Tạ Thị Minh Hường]", "[b.signer|Ms. Tạ Thị Minh Hường]"),
        ),
        line(
            ("Chức vụ", "Position"),
            (
                "[b.position|Giám đốc Thu mua (theo Giấy ủy quyền số 11/2026/GUQ ngày 01 tháng 12 năm 2026)]",
                "[b.position|Purchasing Director (under Power of Attorney No. 11/2026/GUQ of 1 December 2026)]",
            ),
        ),
    ];
    let name = ("[b.name|CÔNG TY CỔ PHẦN BÁN LẺ BA MÙA]", "[b.name|BA MÙA RETAIL JOINT STOCK COMPANY]");
    let positions =
        [("TUQ. TỔNG GIÁM ĐỐC", "FOR THE GENERAL DIRECTOR"), ("GIÁM ĐỐC THU MUA", "PURCHASING DIRECTOR")];
    party('B', name, lines, &positions, "[b.signer_name|Tạ Thị Minh Hường]")
}

pub(crate) fn third(letter: char) -> Party {
    let key = letter.to_ascii_lowercase();
    let address = format!("[{key}.address|Số 12 ngõ 34 đường Ví Dụ, phường Đông Đa, thành phố Hà Nội]");
    let lines = vec![
        line(("Địa chỉ", "Address"), (&address, &address)),
        line(("Đại diện", "Represented by"), ("Bà Vũ Ngọc Ánh", "Ms. Vũ Ngọc Ánh")),
        line(("Chức vụ", "Position"), ("Hiệu trưởng", "Rector")),
    ];
    let name = ("TRƯỜNG ĐẠI HỌC MỸ THUẬT THÍ DỤ", "THÍ DỤ UNIVERSITY OF FINE ARTS");
    party(letter, name, lines, &[("HIỆU TRƯỞNG", "RECTOR")], "Vũ Ngọc Ánh")
}

pub(crate) fn witness() -> Party {
    Party {
        role: both("BÊN CHỨNG KIẾN", "WITNESS"),
        name: text("[w.name|HIỆP HỘI LÀNG NGHỀ VIỆT NAM]", "[w.name|VIETNAM CRAFT VILLAGE ASSOCIATION]"),
        lines: vec![
            line(
                ("Đại diện", "Represented by"),
                ("[w.signer|Ông Chử Văn Bình]", "[w.signer|Mr. Chử Văn Bình]"),
            ),
            line(("Chức vụ", "Position"), ("[w.position|Phó Chủ tịch]", "[w.position|Vice President]")),
        ],
        signature_heading: both("ĐẠI DIỆN BÊN CHỨNG KIẾN", "WITNESSED BY"),
        signature_positions: vec![text(
            "PHÓ CHỦ TỊCH HIỆP HỘI LÀNG NGHỀ VIỆT NAM",
            "VICE PRESIDENT, VIETNAM CRAFT VILLAGE ASSOCIATION",
        )],
        signature_note: both("(Ký, ghi rõ họ tên và đóng dấu)", "(Signature, full name and seal)"),
        signer: spans("[w.signer_name|Chử Văn Bình]"),
    }
}

pub(crate) fn annex(rows: usize) -> Annex {
    let products = [
        (
            "Rổ mây đan mắt cáo",
            "Open-weave rattan basket",
            "Ø 30 cm, cao 12 cm",
            "Ø 30 cm, height 12 cm",
            "chiếc",
            "piece",
            ("1.200", "1,200"),
            ("45.000", "45,000"),
            ("", ""),
        ),
        (
            "Khay tre chữ nhật có quai",
            "Rectangular bamboo tray with handles",
            "40 × 28 × 6 cm",
            "40 × 28 × 6 cm",
            "chiếc",
            "piece",
            ("900", "900"),
            ("38.000", "38,000"),
            ("", ""),
        ),
        (
            "Giỏ mây đi chợ",
            "Rattan market basket",
            "34 × 20 × 26 cm",
            "34 × 20 × 26 cm",
            "chiếc",
            "piece",
            ("800", "800"),
            ("52.000", "52,000"),
            ("OCOP 4 sao", "4-star OCOP"),
        ),
        (
            "Đèn thả tre đan lục giác",
            "Hexagonal bamboo pendant lamp",
            "Ø 35 cm",
            "Ø 35 cm",
            "chiếc",
            "piece",
            ("600", "600"),
            ("60.000", "60,000"),
            ("Chưa gồm dây điện", "Without cable"),
        ),
        (
            "Bộ lót cốc mây",
            "Set of rattan coasters",
            "06 chiếc, Ø 10 cm",
            "06 pieces, Ø 10 cm",
            "bộ",
            "set",
            ("500", "500"),
            ("68.000", "68,000"),
            ("Hộp giấy dó", "Dó paper box"),
        ),
    ];
    let rows = products.iter().cycle().take(rows).map(
        |(name, name_en, size, size_en, unit, unit_en, quantity, price, remark)| AnnexRow {
            name: text(name, name_en),
            specification: text(size, size_en),
            unit: text(unit, unit_en),
            quantity: text(quantity.0, quantity.1),
            price: text(price.0, price.1),
            remarks: text(remark.0, remark.1),
        },
    );
    Annex {
        heading: both("PHỤ LỤC", "ANNEX"),
        title: both("DANH MỤC SẢN PHẨM DỰ KIẾN CUNG ỨNG", "LIST OF PRODUCTS"),
        reference: text(
            "(Kèm theo Biên bản ghi nhớ số 05/2026/BBGN-HHLN ngày 18 tháng 12 năm 2026)",
            "(Attached to Memorandum of Understanding No. 05/2026/BBGN-HHLN of 18 December 2026)",
        ),
        columns: [
            ("STT", "No."),
            ("Tên sản phẩm", "Product"),
            ("Quy cách", "Specification"),
            ("ĐVT", "Unit"),
            ("Số lượng dự kiến mỗi tháng", "Expected quantity a month"),
            ("Giá tham khảo (đồng)", "Reference price (VND)"),
            ("Ghi chú", "Remarks"),
        ]
        .map(|(vi, en)| both(vi, en))
        .to_vec(),
        rows: rows.collect(),
        total: Some((both("Cộng", "Total"), both("4.000", "4,000"))),
        note: text(
            "Giá tham khảo chưa gồm thuế giá trị gia tăng và chi phí vận chuyển; giá chính thức được ghi trong hợp đồng.",
            "Reference prices do not include value added tax and transport; final prices are set in the contract.",
        ),
    }
}

/// Drafts of all built-in templates in a language.
pub(crate) fn from_templates(language: PrintLanguage) -> Vec<(String, MouData)> {
    let facts = super::facts::sample::facts();
    let filled = |template: &Template| {
        let facts = super::facts::Facts { details: template.details.clone(), ..facts.clone() };
        fill(&facts, &template.clauses(), template, language, Standing::Draft).data
    };
    Template::built_in().iter().map(|template| (template.id.clone(), filled(template))).collect()
}

/// The sample itself for 0; other indexes change names, numbers, dates and amounts.
pub(crate) fn mou(index: usize) -> MouData {
    let mut data = MouData {
        template: "cooperative-supermarket".into(),
        template_version: 1,
        language: PrintLanguage::Vi,
        head: Head::Peers,
        page_numbers: PageNumbers::Top,
        compact: false,
        standing: Standing::Final,
        number: Some("05/2026/BBGN-HHLN".into()),
        title: both("BIÊN BẢN GHI NHỚ HỢP TÁC", "MEMORANDUM OF UNDERSTANDING"),
        subject: text(
            "Về việc tiêu thụ và quảng bá sản phẩm [products|mây tre đan] của làng nghề [village.name|Đan Hòa]",
            "on the distribution and promotion of [products|rattan and bamboo] products of [village.name|Đan Hòa] craft village",
        ),
        bases: bases(),
        opening: text(
            "Hôm nay, ngày [date|18 tháng 12 năm 2026], tại [place|Trung tâm Hội nghị Hồ Sen, thành phố Hà Nội], trong khuôn khổ [conference|Hội nghị hợp tác phát triển sản phẩm làng nghề năm 2026] do [host|Hiệp hội Làng nghề Việt Nam] tổ chức, chúng tôi gồm:",
            "Today, [date|18 December 2026], at [place|Hồ Sen Convention Centre, Hà Nội], within the framework of [conference|the 2026 Conference on Cooperation for Craft Village Product Development] organised by [host|the Vietnam Craft Village Association], we are:",
        ),
        parties: vec![cooperative(), retailer()],
        witnesses: vec![witness()],
        agreement: text(
            "Sau khi trao đổi trên tinh thần tự nguyện và cùng có lợi, các bên thống nhất ghi nhận những nội dung sau:",
            "Having exchanged views in a spirit of free will and mutual benefit, the Parties record the following understanding:",
        ),
        articles: articles(),
        annex: Some(annex(5)),
        date: Some("2026-12-18".into()),
        author: "Hiệp hội Làng nghề Việt Nam".into(),
        signed_pages: None,
        page_starts: Vec::new(),
    };
    if index > 0 {
        vary(&mut data, index);
    }
    data
}

fn vary(data: &mut MouData, index: usize) {
    const NAMES: [&str; 8] = [
        "Đàm Quang Lộc",
        "Nguyễn Thị Phượng",
        "Trần Hữu Nghĩa",
        "Lê Xuân Quỳnh",
        "Phạm Gia Khánh",
        "Võ Thùy Trang",
        "Bùi Đức Thắng",
        "Hoàng Yến Nhi",
    ];
    const VILLAGES: [&str; 7] =
        ["Đan Hòa", "Kẻ Vẽ", "Phú Lãng Thượng", "Mỹ Xuyên Đông", "Nga Sơn Hạ", "Thổ Hà Ngoại", "Chuồn Ngọ"];
    let name = NAMES[index % 8];
    let village = VILLAGES[index % 7];
    let replace = |text: &mut Both<Vec<Span>>| {
        for span in text.vi.iter_mut().chain(&mut text.en) {
            match span.field.as_deref() {
                Some("village.name") => span.text = village.into(),
                Some("target") => {
                    span.text = format!("{}.{:03}.000.000 đồng", index % 9 + 1, index * 37 % 1000);
                }
                Some("date") => span.text = format!("{} tháng 12 năm 2026", index % 20 + 10),
                _ => {}
            }
        }
    };
    data.number = Some(format!("{index:02}/2026/BBGN-HHLN"));
    replace(&mut data.subject);
    replace(&mut data.opening);
    data.articles
        .iter_mut()
        .flat_map(|article| &mut article.clauses)
        .for_each(|clause| replace(&mut clause.text));
    data.parties[0].signer = spans(name);
    data.parties[0].name = text(&format!("HỢP TÁC XÃ MÂY TRE ĐAN {}", village.to_uppercase()), village);
    data.parties[1].signer = spans(NAMES[(index / 8 + 3) % 8]);
    data.parties[0].lines[0].value =
        text(&format!("Thôn {}, xã {village}, tỉnh Bắc Ninh", index % 12 + 1), village);
    data.annex = Some(annex(3 + index % 9));
}

fn bases() -> Vec<Both<Vec<Span>>> {
    vec![
        text(
            "Căn cứ Bộ luật Dân sự số 91/2015/QH13 ngày 24 tháng 11 năm 2015;",
            "Pursuant to the Civil Code No. 91/2015/QH13 of 24 November 2015;",
        ),
        text(
            "Căn cứ Luật Thương mại số 36/2005/QH11 ngày 14 tháng 6 năm 2005;",
            "Pursuant to the Commercial Law No. 36/2005/QH11 of 14 June 2005;",
        ),
        text(
            "Căn cứ Luật Hợp tác xã số 17/2023/QH15 ngày 20 tháng 6 năm 2023;",
            "Pursuant to the Law on Cooperatives No. 17/2023/QH15 of 20 June 2023;",
        ),
        text(
            "Căn cứ Nghị định số 52/2018/NĐ-CP ngày 12 tháng 4 năm 2018 của Chính phủ về phát triển ngành nghề nông thôn;",
            "Pursuant to Decree No. 52/2018/ND-CP of 12 April 2018 of the Government on the development of rural trades;",
        ),
        text(
            "Căn cứ chức năng, nhu cầu và khả năng của các bên.",
            "In line with the functions, needs and capacities of the Parties.",
        ),
    ]
}

fn articles() -> Vec<Article> {
    let mut articles = first_articles();
    articles.extend(last_articles());
    articles
}

fn first_articles() -> Vec<Article> {
    vec![
        article(
            1,
            ("Mục đích", "Purpose"),
            &[(
                "Biên bản này ghi nhận thiện chí hợp tác lâu dài giữa Bên A và Bên B trong việc đưa sản phẩm [products|mây tre đan] của làng nghề [village.name|Đan Hòa] vào hệ thống [b.network|36 siêu thị] của Bên B, qua đó mở rộng thị trường, tạo việc làm cho người làm nghề và giới thiệu giá trị văn hóa của làng nghề tới người tiêu dùng.",
                "This Memorandum records the good will of Party A and Party B to cooperate on a long-term basis in bringing [products|rattan and bamboo] products of [village.name|Đan Hòa] craft village into Party B’s [b.network|36 stores], thereby widening the market, creating work for craftspeople and presenting the cultural value of the village to consumers.",
            )],
        ),
        article(
            2,
            ("Nguyên tắc hợp tác", "Principles"),
            &[
                (
                    "Tự nguyện, bình đẳng, cùng có lợi, công khai và tuân thủ pháp luật Việt Nam.",
                    "Free will, equality, mutual benefit, openness and compliance with the law of Viet Nam.",
                ),
                (
                    "Tôn trọng bản sắc, danh tiếng và quyền của cộng đồng làng nghề; không bán hàng của nơi khác dưới tên làng nghề [village.name|Đan Hòa].",
                    "Respect for the identity, reputation and rights of the craft community; goods from elsewhere shall not be sold under the name of [village.name|Đan Hòa] craft village.",
                ),
            ],
        ),
        article(
            3,
            ("Nội dung hợp tác", "Scope"),
            &[
                (
                    "Bên B bố trí khu trưng bày “[corner|Góc làng nghề]” tại ít nhất [points|06 (sáu)] điểm bán trong [first_months|06 (sáu)] tháng đầu.",
                    "Party B will set up a “[corner|Craft Village Corner]” in at least [points|six (06)] outlets during the first [first_months|six (06)] months.",
                ),
                (
                    "Bên A dự kiến cung ứng [quantity|khoảng 4.000 sản phẩm mỗi tháng] theo Danh mục tại Phụ lục; doanh số mục tiêu năm đầu là [target|2.400.000.000 đồng (Hai tỷ bốn trăm triệu đồng)]. Đây là mục tiêu phấn đấu, không phải cam kết mua bán.",
                    "Party A expects to supply [quantity|about 4,000 items a month] according to the list in the Annex; the target turnover of the first year is [target|VND 2,400,000,000]. This is an aim, not a commitment to sell or buy.",
                ),
                (
                    "Hai bên phối hợp phát triển mẫu mã, bao bì, tem nhãn và mã truy xuất nguồn gốc; tổ chức trình diễn nghề và chương trình trải nghiệm tại làng nghề.",
                    "The Parties will jointly develop designs, packaging, labels and traceability codes, and hold craft demonstrations and visits to the village.",
                ),
                (
                    "Số lượng, giá, giao nhận, thanh toán được quy định tại hợp đồng riêng ký trước ngày [contract_by|31 tháng 3 năm 2027].",
                    "Quantity, price, delivery and payment will be set out in a separate contract to be signed before [contract_by|31 March 2027].",
                ),
            ],
        ),
        article(
            4,
            ("Trách nhiệm của Bên A", "Responsibilities of Party A"),
            &[
                (
                    "Tổ chức các hộ thành viên sản xuất đúng mẫu đã duyệt, bảo đảm chất lượng, nguồn gốc nguyên liệu hợp pháp và an toàn cho người sử dụng.",
                    "Organise member households to produce according to approved samples, with assured quality, lawful raw materials and safety for users.",
                ),
                (
                    "Cung cấp hồ sơ năng lực, giấy chứng nhận [a.certificates|OCOP 4 sao, nhãn hiệu tập thể], hình ảnh và câu chuyện sản phẩm.",
                    "Provide its capability profile, certificates ([a.certificates|4-star OCOP, collective mark]), pictures and the product story.",
                ),
                (
                    "Thông báo kịp thời khi có thay đổi về khả năng cung ứng.",
                    "Give timely notice of any change in supply capacity.",
                ),
            ],
        ),
        article(
            5,
            ("Trách nhiệm của Bên B", "Responsibilities of Party B"),
            &[
                (
                    "Hướng dẫn Bên A hoàn thiện hồ sơ, mã vạch, quy cách giao hàng theo quy định của hệ thống.",
                    "Guide Party A in completing files, bar codes and delivery standards.",
                ),
                (
                    "Xem xét ưu tiên về chiết khấu, vị trí trưng bày và thời hạn thanh toán [b.payment|không quá 30 (ba mươi) ngày] khi ký hợp đồng.",
                    "Consider favourable discount, shelf position and a payment term of [b.payment|not more than thirty (30) days] when the contract is signed.",
                ),
                (
                    "Phản hồi định kỳ [b.report|hằng tháng] về sức bán và ý kiến khách hàng.",
                    "Report [b.report|monthly] on sales and customers’ opinions.",
                ),
            ],
        ),
        article(
            6,
            ("Vai trò của Bên chứng kiến", "Role of the Witness"),
            &[(
                "Bên chứng kiến xác nhận việc ký kết, hỗ trợ kết nối, theo dõi và tổng hợp kết quả thực hiện; không chịu trách nhiệm về nghĩa vụ của Bên A và Bên B.",
                "The Witness confirms the signing, supports the connection, and follows up and summarises the results; it bears no liability for the obligations of Party A or Party B.",
            )],
        ),
    ]
}

fn last_articles() -> Vec<Article> {
    vec![
        article(
            7,
            ("Cơ chế phối hợp", "Coordination"),
            &[(
                "Mỗi bên cử một đầu mối: Bên A – [a.contact|bà Đàm Thu Nga, điện thoại 0900 000 002]; Bên B – [b.contact|ông Vương Đình Khải, điện thoại 0900 000 003]. Các bên họp rà soát [review|03 (ba) tháng một lần] và gửi kết quả cho Bên chứng kiến.",
                "Each Party appoints a focal point: Party A – [a.contact|Ms. Đàm Thu Nga, tel. 0900 000 002]; Party B – [b.contact|Mr. Vương Đình Khải, tel. 0900 000 003]. The Parties review progress [review|every three (03) months] and send the results to the Witness.",
            )],
        ),
        article(
            8,
            (
                "Chia sẻ thông tin, bảo mật và dữ liệu cá nhân",
                "Information, confidentiality and personal data",
            ),
            &[
                (
                    "Các bên chỉ dùng thông tin nhận được cho mục đích của Biên bản này và không tiết lộ cho bên thứ ba khi chưa có đồng ý bằng văn bản, trừ trường hợp pháp luật yêu cầu.",
                    "The Parties use information received only for the purpose of this Memorandum and do not disclose it to third parties without written consent, save where required by law.",
                ),
                (
                    "Dữ liệu cá nhân của nghệ nhân, người lao động được xử lý theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15; chỉ công bố tên, hình ảnh khi người đó đồng ý.",
                    "Personal data of artisans and workers are processed under the Personal Data Protection Law No. 91/2025/QH15; names and pictures are published only with the consent of the person concerned.",
                ),
            ],
        ),
        article(
            9,
            ("Sở hữu trí tuệ và danh xưng làng nghề", "Intellectual property and village name"),
            &[(
                "Mẫu mã, nhãn hiệu, bí quyết thuộc bên nào do bên đó giữ quyền. Kết quả do hai bên cùng phát triển được phân định bằng văn bản riêng. Việc dùng tên, logo của bên kia và của làng nghề phải được đồng ý trước.",
                "Designs, marks and know-how remain with the Party that owns them. Results developed jointly will be dealt with in a separate document. Use of the other Party’s or the village’s name and logo requires prior consent.",
            )],
        ),
        article(
            10,
            ("Tài chính", "Finance"),
            &[(
                "Mỗi bên tự chịu chi phí thực hiện phần việc của mình. Chi phí chung cho từng hoạt động được thỏa thuận bằng văn bản trước khi thực hiện.",
                "Each Party bears its own costs. Shared costs of a given activity are agreed in writing beforehand.",
            )],
        ),
        article(
            11,
            ("Thời hạn", "Term"),
            &[(
                "Biên bản có hiệu lực [term|02 (hai) năm] kể từ ngày ký và được gia hạn bằng văn bản trước khi hết hạn [notice|30 (ba mươi) ngày].",
                "This Memorandum is effective for [term|two (02) years] from the date of signing and may be extended in writing [notice|thirty (30) days] before expiry.",
            )],
        ),
        article(
            12,
            ("Sửa đổi và chấm dứt", "Amendment and termination"),
            &[(
                "Mọi sửa đổi phải lập thành văn bản có chữ ký của các bên. Một bên có thể chấm dứt bằng thông báo trước [notice|30 (ba mươi) ngày]; các hợp đồng đã ký vẫn tiếp tục theo điều khoản của hợp đồng.",
                "Amendments must be in writing and signed by the Parties. Either Party may terminate by [notice|thirty (30) days’] notice; contracts already signed continue on their own terms.",
            )],
        ),
        article(
            13,
            ("Giải quyết bất đồng", "Settlement of differences"),
            &[(
                "Bất đồng được giải quyết bằng thương lượng; nếu không đạt, các bên đề nghị Bên chứng kiến hòa giải. Biên bản này được điều chỉnh theo pháp luật Việt Nam.",
                "Differences are settled by negotiation; failing that, the Parties ask the Witness to mediate. This Memorandum is governed by the law of Viet Nam.",
            )],
        ),
        article(
            14,
            ("Giá trị của Biên bản và điều khoản chung", "Effect and general provisions"),
            &[
                (
                    "Biên bản thể hiện ý định hợp tác, **không làm phát sinh nghĩa vụ mua bán hoặc bồi thường**, trừ Điều 8, Điều 9 và Điều 13 có giá trị ràng buộc.",
                    "This Memorandum expresses an intention to cooperate and **creates no obligation to sell, buy or compensate**, except Articles 8, 9 and 13, which are binding.",
                ),
                (
                    "Biên bản gồm {pages} trang, [articles|14] điều và 01 (một) phụ lục, được lập bằng tiếng Việt thành [copies|05 (năm)] bản có giá trị như nhau; Bên A và Bên B mỗi bên giữ [each|02 (hai)] bản, Bên chứng kiến giữ [witness_copies|01 (một)] bản./.",
                    "It has {pages} pages, [articles|14] articles and one (01) annex and is made in [copies|five (05)] copies of equal value; Party A and Party B keep [each|two (02)] each and the Witness keeps [witness_copies|one (01)]./.",
                ),
            ],
        ),
    ]
}

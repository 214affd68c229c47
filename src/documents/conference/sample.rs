//! Papers of an invented conference, for tests: full ones, and ones that know nothing.

use jiff::civil::date;

use super::attendance::{Attendance, BLANK_ROWS, Delegate, Group};
use super::letters::{Invitation, Thanks};
use super::minutes::{Minutes, Task};
use super::registration::RegistrationForm;
use super::report::{Bars, Figures, Report, Section, Topic};
use super::timetable::{Meeting, Timetable, Timetables, Whose};
use super::{Guest, Head, Signer};
use crate::documents::blocks::{Align, Bar};
use crate::i18n::Language;

/// A name of 80 letters.
pub(super) const LONG: &str =
    "Hợp tác xã Mây tre đan, Thêu ren, Sơn mài và Dịch vụ Du lịch Làng nghề Đan Hòa X";

pub(super) const CONFERENCE: &str = "Hội nghị hợp tác phát triển sản phẩm làng nghề năm 2026";

fn text(text: &str) -> String {
    text.to_owned()
}

pub(super) fn head(language: Language) -> Head {
    Head {
        superior: String::new(),
        agency: text("Hiệp hội Làng nghề Việt Nam"),
        number: text("05/GM-HHLN"),
        place: text("Hà Nội"),
        date: Some(date(2026, 11, 27)),
        language,
    }
}

pub(super) fn signer() -> Signer {
    Signer {
        authority: text("TM. Ban Tổ chức"), position: text("Trưởng ban"), name: text("Chử Văn Bình")
    }
}

pub(super) fn guest(place: usize) -> Guest {
    let names = ["Đàm Quang Lộc", "Tạ Thị Minh Hường", "Vương Đình Khải", "Lò Thị Pành"];
    let organisations = ["Hợp tác xã Mây tre đan Đan Hòa", "Công ty Cổ phần Bán lẻ Ba Mùa", LONG];
    Guest {
        honorific: text(["Ông", "Bà", "Ông", "Bà"][place % 4]),
        name: text(names[place % 4]),
        position: text(["Giám đốc", "Chủ tịch Hội đồng quản trị"][place % 2]),
        organisation: text(organisations[place % 3]),
        ..Guest::default()
    }
}

pub(super) fn invitation(guests: usize, language: Language) -> Invitation {
    let programme = [
        ("08h00 – 08h30", "Đón tiếp đại biểu, phát tài liệu"),
        ("08h30 – 09h00", "Khai mạc, phát biểu của lãnh đạo Hiệp hội và thành phố Hà Nội"),
        ("09h00 – 10h30", "Tham luận: thị trường, thiết kế, truy xuất nguồn gốc sản phẩm làng nghề"),
        ("10h30 – 11h30", "Lễ ký biên bản ghi nhớ hợp tác"),
    ];
    Invitation {
        head: head(language),
        conference: text(CONFERENCE),
        theme: text("Kết nối làng nghề với thị trường"),
        hosts: text("Trung tâm Xúc tiến thương mại"),
        chair: text("Ông Chử Văn Bình, Phó Chủ tịch Hiệp hội"),
        time: text("08h30, thứ Sáu, ngày 18 tháng 12 năm 2026"),
        place: text("Trung tâm Hội nghị Hồ Sen, thành phố Hà Nội"),
        programme: programme.map(|(time, what)| [text(time), text(what)]).into(),
        answer_by: text("ngày 10 tháng 12 năm 2026"),
        contact: text("bà Đàm Thu Nga, điện thoại 0900 000 002"),
        recipients: vec![text("Như trên"), text("Lưu: VT, BTC")],
        signer: signer(),
        guests: (0..guests).map(guest).collect(),
    }
}

pub(super) fn thanks(guests: usize, language: Language) -> Thanks {
    Thanks {
        head: Head { number: text("06/TCO-HHLN"), ..head(language) },
        conference: text(CONFERENCE),
        time: text("ngày 18 tháng 12 năm 2026"),
        place: text("Trung tâm Hội nghị Hồ Sen, thành phố Hà Nội"),
        results: text(
            "Hội nghị đã đón 320 đại biểu của 22 tỉnh, thành phố; 36 biên bản ghi nhớ hợp tác được ký với tổng giá trị dự kiến 48 tỷ đồng.",
        ),
        recipients: vec![text("Như trên"), text("Lưu: VT")],
        signer: signer(),
        guests: (0..guests).map(guest).collect(),
    }
}

pub(super) fn attendance(delegates: usize, language: Language) -> Attendance {
    let delegate = |place| {
        let guest = guest(place);
        Delegate { name: guest.called(), office: guest.office(), phone: text("0900 *** 002") }
    };
    let half = delegates / 2;
    Attendance {
        agency: text("Hiệp hội Làng nghề Việt Nam"),
        conference: text(CONFERENCE),
        time: text("08h30, ngày 18 tháng 12 năm 2026"),
        place: text("Trung tâm Hội nghị Hồ Sen"),
        groups: vec![
            Group { heading: text("Sở, ngành"), delegates: (0..half).map(delegate).collect() },
            Group { heading: text("Nghệ nhân"), delegates: Vec::new() },
            Group {
                heading: text("Làng nghề, hợp tác xã"),
                delegates: (half..delegates).map(delegate).collect(),
            },
        ],
        blank_rows: BLANK_ROWS,
        language,
    }
}

pub(super) fn form(language: Language) -> RegistrationForm {
    RegistrationForm {
        agency: text("Hiệp hội Làng nghề Việt Nam"),
        conference: text(CONFERENCE),
        time: text("18/12/2026"),
        place: text("Trung tâm Hội nghị Hồ Sen, thành phố Hà Nội"),
        send_by: text("ngày 05/12/2026"),
        send_to: text("bantochuc@langnghe.example, Zalo 0900 000 002"),
        language,
    }
}

pub(super) fn minutes(language: Language) -> Minutes {
    let task =
        |what: &str, who: &str, until: &str| Task { what: text(what), who: text(who), until: text(until) };
    Minutes {
        head: Head { number: text("07/BB-HHLN"), ..head(language) },
        conference: text(CONFERENCE),
        began: text("08h30, ngày 18 tháng 12 năm 2026"),
        ended: text("lúc 11h45 cùng ngày"),
        place: text("Trung tâm Hội nghị Hồ Sen, thành phố Hà Nội"),
        chair: Guest {
            honorific: text("Ông"),
            name: text("Chử Văn Bình"),
            position: text("Phó Chủ tịch Hiệp hội"),
            ..Guest::default()
        },
        secretary: guest(1),
        present: vec![
            [text("Có mặt"), text("320 đại biểu của 22 tỉnh, thành phố")],
            [text("Vắng mặt"), text("14 đại biểu")],
        ],
        course: text(
            "Đại diện Ban Tổ chức tuyên bố lý do, giới thiệu đại biểu và thông qua chương trình.\nHội nghị nghe bốn tham luận về thị trường, thiết kế, truy xuất nguồn gốc và du lịch làng nghề; 36 cặp đối tác ký biên bản ghi nhớ hợp tác.",
        ),
        opinions: vec![
            (
                guest(0),
                text(
                    "Đề nghị Hiệp hội hỗ trợ các hợp tác xã hoàn thiện mã vạch, bao bì để đưa hàng vào siêu thị.",
                ),
            ),
            (
                guest(2),
                text(
                    "Cần có quỹ mẫu thiết kế chung cho các làng nghề mây tre đan.\nSẵn sàng cử họa sĩ về làng nghề trong quý I năm 2027.",
                ),
            ),
            (Guest::default(), text("Đề nghị kéo dài thời gian kết nối trực tiếp.")),
        ],
        conclusions: text(
            "Hiệp hội ghi nhận các ý kiến và giao Ban Thư ký tổng hợp, gửi các sở trong tháng 01 năm 2027.",
        ),
        tasks: vec![
            task("Tổng hợp ý kiến, gửi các sở", "Ban Thư ký", "15/01/2027"),
            task("Theo dõi việc thực hiện 36 biên bản ghi nhớ, báo cáo hằng quý", LONG, "31/3/2027"),
            task("Mở lớp tập huấn về mã vạch và truy xuất nguồn gốc", "Bà Đàm Thu Nga", ""),
        ],
        recipients: vec![text("Các đơn vị dự hội nghị"), text("Lưu: VT, BTC")],
    }
}

fn bars(figures: &[(&str, f64)]) -> Vec<Bar> {
    let bars = figures.iter();
    bars.map(|(label, length)| Bar { label: text(label), length: *length, value: length.to_string() })
        .collect()
}

#[expect(clippy::too_many_lines, reason = "one table after the other")]
pub(super) fn report(language: Language) -> Report {
    let row = |cells: &[&str]| cells.iter().map(|cell| text(cell)).collect::<Vec<_>>();
    let summary = Figures {
        title: text("Tổng hợp kết quả hội nghị"),
        head: row(&["STT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "So với kỳ trước (%)", "Ghi chú"]),
        widths: vec![10.0, 50.0, 18.0, 20.0, 20.0, 22.0, 20.0],
        align: vec![Align::Centre, Align::Left, Align::Centre, Align::Right, Align::Right, Align::Right],
        rows: vec![
            row(&["1", "Đơn vị tham gia", "đơn vị", "120", "134", "112", ""]),
            row(&["2", "Biên bản ghi nhớ được ký", "văn bản", "30", "36", "120", "ký tại lễ"]),
            row(&["3", "Giá trị dự kiến", "triệu đồng", "40.000", "48.250", "121"]),
        ],
        ..Figures::default()
    };
    let cost = Figures {
        title: text("Kinh phí"),
        head: row(&["Khoản mục", "Dự toán", "Thực chi", "Nguồn"]),
        align: vec![Align::Left, Align::Right, Align::Right, Align::Left],
        rows: vec![
            row(&["Hội trường, âm thanh", "60", "58", "Ngân sách"]),
            row(&["Gian hàng", "120", "131", "Tài trợ"]),
            row(&["Cộng", "180", "189", ""]),
        ],
        sum: true,
        ..Figures::default()
    };
    let mou = |place: usize| {
        let place = place.to_string();
        row(&[
            &place,
            "05/2026/BBGN-HHLN",
            "18/12/2026",
            LONG,
            "Công ty Cổ phần Bán lẻ Ba Mùa",
            "Hiệp hội Làng nghề Việt Nam",
            "Tiêu thụ và quảng bá sản phẩm mây tre đan",
            "2.400",
            "02 năm",
            "Đang triển khai",
        ])
    };
    let mous = Figures {
        title: text("Danh sách biên bản ghi nhớ"),
        head: row(&[
            "STT",
            "Số",
            "Ngày ký",
            "Bên A",
            "Bên B",
            "Bên chứng kiến",
            "Nội dung",
            "Giá trị dự kiến",
            "Thời hạn",
            "Tình trạng",
        ]),
        widths: vec![9.0, 26.0, 20.0, 42.0, 36.0, 30.0, 40.0, 18.0, 16.0, 20.0],
        align: vec![
            Align::Centre,
            Align::Left,
            Align::Centre,
            Align::Left,
            Align::Left,
            Align::Left,
            Align::Left,
            Align::Right,
        ],
        rows: (1..=14).map(mou).collect(),
        across: true,
        ..Figures::default()
    };
    let empty = Figures {
        title: text("Kết quả kết nối B2B"),
        head: row(&["STT", "Bên bán", "Bên mua"]),
        across: true,
        ..Figures::default()
    };
    let section = |topic, said: &str| Section { topic, text: text(said), ..Section::default() };
    Report {
        head: Head {
            superior: text("Liên hiệp các hội khoa học"),
            number: text("12/BC-HHLN"),
            ..head(language)
        },
        conference: text(CONFERENCE),
        addressed: vec![text("Sở Công Thương thành phố Hà Nội"), text("Sở Nông nghiệp và Môi trường")],
        sections: vec![
            section(
                Topic::General,
                "Hội nghị diễn ra trong hai ngày, thu hút 320 đại biểu của 22 tỉnh, thành phố.\nCông tác chuẩn bị bắt đầu từ tháng 8, có sự phối hợp của sáu sở, ngành.",
            ),
            Section {
                tables: vec![summary, mous, cost, empty],
                charts: vec![Bars {
                    whole: false,
                    title: text("Số biên bản ghi nhớ theo tỉnh"),
                    bars: bars(&[
                        ("Hà Nội", 14.0),
                        ("Bắc Ninh", 9.0),
                        ("Ninh Bình", 7.0),
                        ("Thành phố Hồ Chí Minh", 6.0),
                        ("Các tỉnh khác", 0.0),
                    ]),
                }],
                ..section(Topic::Results, "Kết quả chính của hội nghị như sau.")
            },
            section(Topic::Difficulties, ""),
            section(
                Topic::Proposals,
                "Đề nghị Sở Công Thương đưa hội nghị vào chương trình xúc tiến thương mại năm 2027.",
            ),
        ],
        recipients: vec![text("Như trên"), text("Thường trực Hiệp hội"), text("Lưu: VT")],
        signer: Signer {
            authority: text("KT. Chủ tịch"),
            position: text("Phó Chủ tịch"),
            name: text("Chử Văn Bình"),
        },
    }
}

pub(super) fn timetables(language: Language) -> Timetables {
    let meeting = |place: usize| Meeting {
        time: format!(
            "{:02}h{:02} – {:02}h{:02}",
            13 + place / 3,
            place % 3 * 20,
            13 + (place + 1) / 3,
            (place + 1) % 3 * 20
        ),
        table: (place + 1).to_string(),
        partners: vec![guest(place)],
        wishes: text(["Mua hàng mây tre đan, 4.000 chiếc mỗi tháng", ""][place % 2]),
    };
    let both = |place: usize| {
        let mut meeting = meeting(place);
        meeting.partners.push(guest(place + 1));
        meeting
    };
    Timetables {
        agency: text("Hiệp hội Làng nghề Việt Nam"),
        conference: text(CONFERENCE),
        when: text("Chiều ngày 18 tháng 12 năm 2026, Trung tâm Hội nghị Hồ Sen"),
        sheets: vec![
            Timetable {
                whose: Whose::delegate("Ông Đàm Quang Lộc", "Giám đốc", LONG),
                meetings: (0..6).map(meeting).collect(),
            },
            Timetable { whose: Whose::delegate(LONG, "", ""), meetings: Vec::new() },
            Timetable { whose: Whose::Table(text("3")), meetings: (0..30).map(both).collect() },
        ],
        note: text("Cần đổi giờ, xin gọi Ban Thư ký: 0900 000 002."),
        language,
    }
}

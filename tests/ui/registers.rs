//! The registers in depth: what belongs to a record, how a craft is doing, old addresses, certificates.

use eframe::egui::Key;
use so_lang_nghe::domain::{Certificate, Organisation, Placement, Position, Preservation, Village};

use super::story::Story;

/// A new village is in its form.
fn new_village(story: &mut Story, name: &str) {
    story.ctrl(Key::Num2);
    story.press("Thêm làng nghề");
    story.type_into("Tên", name);
}

#[test]
fn findings_about_a_craft_are_kept_and_explained() {
    let mut story = Story::with_sample();
    new_village(&mut story, "Giấy sắc phong");
    story.ctrl(Key::S);
    story.must_see("Chưa đủ dữ liệu để đánh giá");
    story.press("Thêm");
    story.press("Thêm ghi nhận bảo tồn");
    story.ctrl(Key::S);
    story.must_see("Cần nhập mục này.");
    story.type_into("Ngày", "10/2026");
    story.type_into("Nghệ nhân hành nghề", "4");
    story.type_into("Trong đó trên 60 tuổi", "5");
    story.ctrl(Key::S);
    story.must_see("lớn hơn số nghệ nhân hành nghề");
    story.enter("Trong đó trên 60 tuổi");
    story.ctrl(Key::A);
    story.type_text("3");
    story.type_into("Người học nghề, kế nghiệp", "0");
    story.ctrl(Key::S);
    // Back at the village, with the reasons in words.
    story.must_see("Nguy cấp");
    story.must_see("4 nghệ nhân đang hành nghề");
    story.must_see("3 trên 4 nghệ nhân đã qua 60 tuổi");
    story.must_see("không có người kế nghiệp");
    let found = story.store().rows().all::<Preservation>().unwrap();
    assert_eq!(found.len(), 1);
    assert!(found[0].record.village.is_some());
    story.ctrl(Key::Z);
    story.must_see("Chưa đủ dữ liệu để đánh giá");
    story.ctrl(Key::Y);
    story.must_see("Nguy cấp");
    // The list filters by it.
    story.press("Cần gìn giữ");
    story.must_see("1 trong 67");
}

#[test]
fn what_belongs_to_a_record_is_walked_both_ways_and_a_missing_record_is_made_in_its_field() {
    let mut story = Story::with_sample();
    story.ctrl(Key::Num5);
    story.type_into("Lọc trong danh sách", "chè móc câu");
    story.press_row("Chè móc câu");
    story.press("Tiêu thụ 1");
    story.must_see("Hệ thống siêu thị Ba Mùa");
    story.press("Thêm nơi tiêu thụ");
    story.type_into("Tên nơi bán hoặc thị trường", "Phố đi bộ");
    story.type_into("Đối tác", "Cửa hàng quà tặng Thử");
    story.press("Tạo mới “Cửa hàng quà tặng Thử”");
    story.type_into("Doanh số mỗi năm", "1,5 triệu");
    story.ctrl(Key::S);
    story.must_see("Tiêu thụ 2");
    let placed = story.store().rows().all::<Placement>().unwrap();
    let placed = &placed.last().unwrap().record;
    assert_eq!((placed.outlet.as_str(), placed.yearly_sales), ("Phố đi bộ", Some(1_500_000)));
    assert!(placed.organisation.is_some() && placed.product.is_some());
    // From the product to its village, and to the placements of the village.
    story.press("Tổng quan");
    story.press("Chè Tân Cương");
    story.must_see("Làng nghề");
    story.press("Tiêu thụ 2");
    story.must_see("Phố đi bộ");
    story.press("Xóa Phố đi bộ");
    story.must_see("Tiêu thụ 1");
    story.ctrl(Key::Z);
    story.must_see("Tiêu thụ 2");
}

#[test]
fn a_certificate_that_runs_out_is_told() {
    let mut story = Story::with_sample();
    new_village(&mut story, "Lụa Nha Xá Thử");
    story.ctrl(Key::S);
    story.press("Thêm");
    story.press("Thêm danh hiệu, chứng nhận");
    story.type_into("Số", "12/CN");
    story.type_into("Có giá trị đến", "2027");
    story.ctrl(Key::S);
    story.must_see("Cần ghi đủ ngày, tháng và năm");
    story.enter("Có giá trị đến");
    story.ctrl(Key::A);
    story.type_text("31/12/2026");
    story.ctrl(Key::S);
    story.must_see("sắp hết hạn (31/12/2026)");
    story.press("Danh hiệu 1");
    story.must_see("Sắp hết hạn · 31/12/2026");
    assert_eq!(story.store().rows().all::<Certificate>().unwrap().last().unwrap().record.number, "12/CN");
}

#[test]
fn a_person_holds_a_position_and_the_way_leads_back() {
    let mut story = Story::with_sample();
    story.ctrl(Key::Num4);
    story.press("Thêm đối tác");
    story.type_into("Tên", "Hợp tác xã Thử Việc");
    story.ctrl(Key::S);
    story.must_see("Hợp tác xã Thử Việc");
    story.press("Thêm");
    story.press("Thêm chức vụ");
    story.type_into("Người", "Đỗ Thị Thử");
    story.press("Tạo mới “Đỗ Thị Thử”");
    story.type_into("Chức vụ", "Giám đốc");
    story.ctrl(Key::S);
    story.press("Chức vụ 1");
    story.must_see("Đỗ Thị Thử");
    let held = story.store().rows().all::<Position>().unwrap();
    let of = held.last().unwrap().record.organisation;
    let rows = story.store();
    assert_eq!(rows.rows().linked::<Organisation>(of).unwrap().unwrap().record.name, "Hợp tác xã Thử Việc");
}

#[test]
fn a_commune_found_by_its_former_name_keeps_both_addresses() {
    let mut story = Story::with_sample();
    new_village(&mut story, "Sơn mài thử");
    story.type_into("Xã, phường", "duyen thai, thuong tin");
    story.press("xã Hồng Vân, thành phố Hà Nội");
    assert!(story.value("Địa chỉ cũ").contains("huyện Thường Tín"), "{}", story.value("Địa chỉ cũ"));
    story.must_see("trước 1/7/2025");
    story.ctrl(Key::S);
    let village = story.store().rows().all::<Village>().unwrap().last().unwrap().record.clone();
    assert!(village.commune.is_some() && village.former_commune.is_some());
}

#[test]
fn a_former_address_proposes_the_one_of_today() {
    let mut story = Story::with_sample();
    new_village(&mut story, "Khảm thử");
    story.type_into("Địa chỉ cũ", "thôn Ngọ, xã Chuyên Mỹ, huyện Phú Xuyên, thành phố Hà Nội");
    story.press("Dùng địa chỉ mới: xã Chuyên Mỹ, thành phố Hà Nội");
    assert_eq!(story.value("Xã, phường"), "xã Chuyên Mỹ, thành phố Hà Nội");
    assert!(story.value("Địa chỉ cũ").starts_with("thôn Ngọ"));
    story.ctrl(Key::S);
    // Found by its former district.
    story.type_into("Lọc trong danh sách", "phú xuyên");
    story.must_see("Khảm thử");
}

#[test]
fn many_chosen_records_are_edited_together_and_taken_back_in_one_step() {
    let mut story = Story::with_sample();
    story.ctrl(Key::Num2);
    story.press("Nón, quạt");
    story.press_row("Nón");
    story.ctrl(Key::A);
    story.press("Sửa cùng lúc");
    story.press("Mục cần sửa");
    story.press("Cơ quan công nhận");
    story.type_into("Cơ quan công nhận", "UBND thành phố");
    story.must_see("hồ sơ");
    story.press("Thực hiện");
    let named = |story: &mut Story| {
        let villages = story.store().rows().all::<Village>().unwrap();
        villages.iter().filter(|village| village.record.recognition_issuer == "UBND thành phố").count()
    };
    let all = named(&mut story);
    assert!(all > 2, "{all}");
    // One word for another, told before.
    story.press_row("Nón");
    story.ctrl(Key::A);
    story.press("Sửa cùng lúc");
    story.press("Tìm và thay");
    story.press("Trong mục");
    story.press("Cơ quan công nhận");
    story.type_into("Tìm", "thành phố");
    story.type_into("Thay bằng", "tỉnh");
    story.must_see(&format!("Sẽ đổi {all} trong {all} hồ sơ"));
    story.must_see("“UBND thành phố” thành “UBND tỉnh”");
    story.press("Thực hiện");
    assert_eq!(named(&mut story), 0);
    story.ctrl(Key::Z);
    assert_eq!(named(&mut story), all);
    // Tags; the list filters by them.
    story.press_row("Nón");
    story.ctrl(Key::A);
    story.press("Sửa cùng lúc");
    story.press("Gắn nhãn");
    story.type_into("Thêm nhãn", "hội chợ 2027");
    story.press("Thực hiện");
    story.must_see("hội chợ 2027");
    story.ctrl(Key::Z);
    assert!(!story.sees("hội chợ 2027"));
}

#[test]
fn a_search_is_saved_stays_live_and_stands_in_the_rail() {
    let mut story = Story::with_sample();
    story.ctrl(Key::Num2);
    story.press("Gốm sứ");
    story.press("Lưu tìm kiếm");
    story.type_into("Tên tìm kiếm", "Làng gốm");
    story.press("Hiện ở thanh bên");
    story.press("Lưu");
    story.must_see("Tìm kiếm đã lưu");
    story.press("Bỏ lọc");
    story.must_see("66");
    new_village(&mut story, "Gốm Thử Nghiệm");
    story.press("Ngành hàng");
    story.press("Gốm sứ");
    story.ctrl(Key::S);
    story.press("Trang chủ");
    // From the rail, with the village that came later.
    story.press("Làng gốm");
    story.must_see("9 trong 67");
    story.must_see("Gốm Thử Nghiệm");
    story.press("Bỏ tìm kiếm Làng gốm");
    assert!(!story.sees("Tìm kiếm đã lưu"));
    story.ctrl(Key::Z);
    story.must_see("Tìm kiếm đã lưu");
}

#[test]
fn what_is_seen_goes_into_files() {
    let mut story = Story::with_sample();
    story.ctrl(Key::Num2);
    story.press("Gốm sứ");
    let folder = story.folder.as_ref().unwrap().0.join("ra");
    let mut export = |open: &str, ending: &str| -> Vec<u8> {
        story.press(open);
        let path = folder.join(format!("làng gốm.{ending}"));
        story.press(match ending {
            "xlsx" => "Excel (XLSX)",
            "csv" => "CSV",
            _ => "PDF để in",
        });
        story.enter("Lưu vào tệp");
        story.ctrl(Key::A);
        story.type_text(&path.display().to_string());
        story.press("Xuất tệp");
        story.must_see("Đã xuất 8 dòng");
        std::fs::read(path).unwrap()
    };
    let csv = String::from_utf8(export("Xuất danh sách", "csv")).unwrap();
    let lines: Vec<&str> = csv.lines().collect();
    assert!(lines[0].starts_with("\u{feff}Tên,Ngành hàng,\"Xã, phường\""), "{}", lines[0]);
    assert_eq!(lines.len(), 9);
    assert!(csv.contains("Gốm Bát Tràng,Gốm sứ,\"Bát Tràng, Hà Nội\""), "{csv}");
    assert!(export("Xuất danh sách", "xlsx").starts_with(b"PK"));
    // The paper says what the spreadsheet says, row by row.
    let pdf = export("In danh sách", "pdf");
    let text = paper_text(&pdf);
    for line in lines.iter().skip(1) {
        let name = line.split(',').next().unwrap();
        assert!(text.contains(name), "{name} in {text}");
    }
    assert!(text.contains("Bát Tràng, Hà Nội") && text.contains("1/1"), "{text}");
    assert!(export("In danh sách", "pdf") == pdf, "the same list gives the same bytes");
}

/// The words of a PDF, as they are copied out of it.
fn paper_text(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_duplicate_is_warned_of_while_typing_merged_and_parted_again() {
    let mut story = Story::with_sample();
    let people = |story: &mut Story| story.store().rows().all::<so_lang_nghe::domain::Person>().unwrap();
    let known = people(&mut story)[0].record.clone();
    let toneless = so_lang_nghe::vietnamese::fold(&known.full_name);
    let count = people(&mut story).len();
    story.ctrl(Key::Num3);
    story.press("Thêm nghệ nhân");
    story.type_into("Họ và tên", &toneless);
    story.must_see("Trong sổ đã có 1 hồ sơ gần giống");
    story.must_see("tên giống khi bỏ dấu");
    story.must_see("Hơi giống");
    story.type_into("Điện thoại", &known.phones.0[0].digits);
    story.must_see("Rất giống");
    story.type_into("Nghề", "Thử nghề");
    story.ctrl(Key::S);
    assert_eq!(people(&mut story).len(), count + 1);
    // Among the suspected pairs; side by side; merged with the name that has its tones.
    story.press("Menu");
    story.press("Hồ sơ có thể trùng");
    story.press(&format!("So sánh: {} – {toneless}", known.full_name));
    story.must_see("Hồ sơ được giữ");
    story.press("Gộp thành một");
    story.must_see(&format!("Đã gộp vào {}", known.full_name));
    assert_eq!(people(&mut story).len(), count);
    assert!(!story.sees(&format!("So sánh: {} – {toneless}", known.full_name)));
    let merged = people(&mut story)[0].record.clone();
    assert_eq!(merged, known);
    story.ctrl(Key::Z);
    assert_eq!(people(&mut story).len(), count + 1);
    story.press(&format!("Không trùng: {} – {toneless}", known.full_name));
    assert!(!story.sees(&format!("So sánh: {} – {toneless}", known.full_name)));
}

#[test]
fn what_belongs_to_a_record_is_opened_and_changed() {
    let mut story = Story::with_sample();
    story.ctrl(Key::Num2);
    story.type_into("Lọc trong danh sách", "chè tân cương");
    story.press_row("Chè Tân Cương");
    story.press("Danh hiệu 1");
    story.press("Chỉ dẫn địa lý");
    story.must_see("Quyết định và hiệu lực");
    story.type_into("Cơ quan cấp", " thử");
    story.ctrl(Key::S);
    story.must_see("thử");
    story.press("Nghệ nhân 1");
    story.must_see("Thêm nghệ nhân");
}

/// Five different pictures in a folder: their paths.
fn five_photographs(folder: &std::path::Path) -> Vec<String> {
    let photograph = |number: u8| {
        let path = folder.join(format!("ảnh {number}.png"));
        let file = std::fs::File::create(&path).unwrap();
        let mut encoder = png::Encoder::new(file, 64, 40);
        encoder.set_color(png::ColorType::Rgb);
        let pixels = [40 * number, 120, 200].repeat(64 * 40);
        encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
        path.display().to_string()
    };
    (0..5).map(photograph).collect()
}

#[test]
fn five_photographs_are_added_arranged_and_survive() {
    let mut story = Story::with_sample();
    let folder = story.folder.as_ref().unwrap().0.clone();
    let paths = five_photographs(&folder);
    std::fs::write(folder.join("hỏng.jpg"), "not a picture").unwrap();
    new_village(&mut story, "Làng Có Ảnh");
    story.ctrl(Key::S);
    story.press("Ảnh");
    story.press("Thêm ảnh, tệp");
    let broken = folder.join("hỏng.jpg").display().to_string();
    story.enter("Đường dẫn tệp");
    story.type_text(&format!("{}\n{broken}", paths.join("\n")));
    story.press("Thêm vào hồ sơ");
    story.must_see("Ảnh 5");
    story.must_see("Tệp hỏng.jpg hỏng hoặc không phải ảnh.");
    story.must_see("Ảnh chính");
    let names = |story: &mut Story| {
        let mut all = story.store().rows().all::<so_lang_nghe::domain::Picture>().unwrap();
        all.sort_by_key(|stored| stored.record.sequence);
        all.into_iter().map(|stored| (stored.record.file_name, stored.record.is_main)).collect::<Vec<_>>()
    };
    assert_eq!(names(&mut story)[0], ("ảnh 0.png".to_owned(), true));
    story.press("Dùng ảnh 3.png làm ảnh chính");
    assert_eq!(names(&mut story)[0], ("ảnh 3.png".to_owned(), true));
    assert_eq!(names(&mut story).iter().filter(|(_, main)| *main).count(), 1);
    story.ctrl(Key::Z);
    assert_eq!(names(&mut story)[0].0, "ảnh 0.png");
    // The same files again are no second pictures.
    story.press("Thêm ảnh, tệp");
    story.type_into("Đường dẫn tệp", &paths[1]);
    story.press("Thêm vào hồ sơ");
    story.must_see("Các tệp này đã có trong hồ sơ.");
    story.press("Sửa ảnh 2.png");
    story.type_into("Chú thích", "Lò nung đầu làng");
    story.press("Quyền sử dụng");
    story.press("Văn phòng tự chụp");
    story.ctrl(Key::S);
    story.must_see("Lò nung đầu làng");
    // All five go with one step.
    story.ctrl(Key::Z);
    story.ctrl(Key::Z);
    assert!(names(&mut story).is_empty());
    story.ctrl(Key::Y);
    assert_eq!(names(&mut story).len(), 5);
}

/// A finding about a village, as an officer notes it.
fn note_finding(story: &mut Story, village: &str, values: [&str; 4]) {
    story.ctrl(Key::Num2);
    story.enter("Lọc trong danh sách");
    story.ctrl(Key::A);
    story.type_text(village);
    story.press_row(village);
    story.press("Thêm");
    story.press("Thêm ghi nhận bảo tồn");
    story.type_into("Ngày", "10/2026");
    let fields =
        ["Nghệ nhân hành nghề", "Trong đó trên 60 tuổi", "Người học nghề, kế nghiệp", "Số hộ làm nghề"];
    for (field, value) in fields.iter().zip(values) {
        story.type_into(field, value);
    }
    story.type_into("Việc đã làm, dự kiến", "Mở lớp truyền nghề.");
    story.ctrl(Key::S);
}

#[test]
fn villages_to_be_preserved_stand_first_with_their_reasons_and_go_on_paper() {
    let mut story = Story::with_sample();
    story.ctrl(Key::Num8);
    story.must_see("Chưa có làng nghề nào đủ dữ liệu");
    note_finding(&mut story, "Chè Tân Cương", ["40", "10", "30", "300"]);
    note_finding(&mut story, "Tranh dân gian Đông Hồ", ["3", "3", "1", "3"]);
    story.ctrl(Key::Num8);
    assert!(!story.sees("Chưa có làng nghề nào đủ dữ liệu"));
    story.must_see("3 trên 3 nghệ nhân đã qua 60 tuổi");
    story.must_see("Đã làm: Mở lớp truyền nghề.");
    story.press("Nguy cấp");
    story.must_see("1 trong 66");
    assert!(!story.sees("Chè Tân Cương"));
    story.press("In danh sách");
    let path = story.folder.as_ref().unwrap().0.join("cần gìn giữ.pdf");
    story.enter("Lưu vào tệp");
    story.ctrl(Key::A);
    story.type_text(&path.display().to_string());
    story.press("Xuất tệp");
    story.must_see("Đã xuất 1 dòng");
    let text = paper_text(&std::fs::read(path).unwrap());
    for words in ["Tranh dân gian Đông Hồ", "Nguy cấp", "3 trên 3 nghệ nhân đã qua 60 tuổi"] {
        assert!(text.contains(words), "{words} in {text}");
    }
    // From the page to the record and back.
    story.press("Tranh dân gian Đông Hồ");
    story.must_see("Bảo tồn 1");
}

#[test]
fn the_map_is_filtered_and_leads_to_the_records() {
    let mut story = Story::with_sample();
    story.ctrl(Key::Num9);
    story.must_see("Theo tình trạng");
    story.press("Theo ngành hàng");
    story.press("Gốm sứ");
    story.must_see("8 trong 66");
    story.press("Hà Nội");
    story.must_see("1 trong 66");
    story.press("Gốm Bát Tràng");
    story.must_see("Tổng quan");
}

#[test]
fn contacts_go_out_as_cards_and_codes_and_come_in_from_telephones() {
    let mut story = Story::with_sample();
    let folder = story.folder.as_ref().unwrap().0.clone();
    story.ctrl(Key::Num4);
    story.type_into("Lọc trong danh sách", "ba mùa");
    story.press_row("Công ty");
    story.press("Danh thiếp");
    story.must_see("Mã QR liên hệ");
    let out = folder.join("ba mùa.vcf");
    story.enter("Lưu vào tệp");
    story.ctrl(Key::A);
    story.type_text(&out.display().to_string());
    story.press("Lưu danh thiếp (.vcf)");
    let card = std::fs::read_to_string(&out).unwrap();
    assert!(card.starts_with("BEGIN:VCARD") && card.contains("ORG:Công ty"), "{card}");
    assert!(!card.to_lowercase().contains("tài khoản"));
    // One card opens as a form, with the warning that it is known.
    let read = |story: &mut Story, path: &std::path::Path| {
        story.press("Menu");
        story.press("Nhập danh thiếp (vCard)");
        story.type_into("Tệp danh thiếp", &path.display().to_string());
        story.press("Đọc danh thiếp");
    };
    read(&mut story, &out);
    story.must_see("Đang thêm");
    assert!(story.value("Tên").starts_with("Công ty"));
    story.must_see("hồ sơ gần giống");
    story.press("Bỏ thay đổi");
    // Several become records in one step.
    let several = folder.join("điện thoại.vcf");
    let person = |name: &str| {
        format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nTEL:+84 912 000 111\r\nEND:VCARD\r\n")
    };
    std::fs::write(&several, person("Phan Thị Thử") + &person("Vũ Văn Thử")).unwrap();
    let count =
        |story: &mut Story| story.store().rows().count(so_lang_nghe::domain::RecordKind::Person).unwrap();
    let before = count(&mut story);
    read(&mut story, &several);
    assert_eq!(count(&mut story), before + 2);
    story.ctrl(Key::Z);
    assert_eq!(count(&mut story), before);
    std::fs::write(&several, "no card").unwrap();
    read(&mut story, &several);
    story.must_see("Tệp này không có danh thiếp nào đọc được.");
}

#[test]
fn one_field_of_a_change_is_taken_back_from_the_history() {
    let mut story = Story::with_sample();
    new_village(&mut story, "Làng Lịch Sử");
    story.ctrl(Key::S);
    story.press("Sửa");
    story.type_into("Số lao động", "40");
    story.type_into("Tổng số hộ", "90");
    story.ctrl(Key::S);
    story.press("Lịch sử");
    story.must_see("máy này");
    story.press("Lấy lại mục Số lao động");
    let village = story.store().rows().all::<Village>().unwrap().last().unwrap().record.clone();
    assert_eq!((village.workers, village.households), (None, Some(90)));
    story.ctrl(Key::Z);
    let village = story.store().rows().all::<Village>().unwrap().last().unwrap().record.clone();
    assert_eq!((village.workers, village.households), (Some(40), Some(90)));
}

/// Goes to something by Tab and presses it.
fn reach(story: &mut Story, name: &str) {
    story.tab_to(name);
    story.key(Key::Space);
}

/// Goes to a field by Tab and types into it.
fn fill(story: &mut Story, name: &str, text: &str) {
    story.tab_to(name);
    story.key(Key::End);
    story.type_text(text);
}

/// A new record that belongs to the shown village, from the menu of its pane.
fn add_part(story: &mut Story, what: &str) {
    reach(story, "Thêm");
    reach(story, what);
}

#[test]
fn a_village_with_all_that_belongs_to_it_is_entered_into_an_empty_book_by_keyboard() {
    let mut story = Story::first_start();
    story.press("Lập sổ trống");
    story.type_into("Tên văn phòng, hiệp hội", "Hiệp hội Thử");
    story.press("Tạo sổ");
    // From here on the mouse is not touched.
    story.ctrl(Key::Num2);
    reach(&mut story, "Thêm làng nghề");
    fill(&mut story, "Tên", "Sơn mài Hạ Thái");
    fill(&mut story, "Xã, phường", "duyên thái, thường tín");
    story.key(Key::Enter);
    story.ctrl(Key::S);
    story.must_see("Sơn mài Hạ Thái");
    for (name, born) in [("Nguyễn Văn Một", "1950"), ("Trần Thị Hai", "1955"), ("Lê Văn Ba", "1990")]
    {
        add_part(&mut story, "Thêm nghệ nhân");
        fill(&mut story, "Họ và tên", name);
        fill(&mut story, "Ngày sinh", born);
        story.ctrl(Key::S);
        story.must_see("Sơn mài Hạ Thái");
    }
    add_part(&mut story, "Thêm đối tác");
    fill(&mut story, "Tên", "Hợp tác xã Sơn mài Hạ Thái Xanh");
    story.ctrl(Key::S);
    for product in ["Khay sơn mài", "Hộp khảm vỏ trứng"] {
        add_part(&mut story, "Thêm sản phẩm");
        fill(&mut story, "Tên", product);
        story.ctrl(Key::S);
    }
    add_part(&mut story, "Thêm danh hiệu, chứng nhận");
    fill(&mut story, "Số", "45/QĐ");
    fill(&mut story, "Có giá trị đến", "31/12/2026");
    story.ctrl(Key::S);
    story.must_see("sắp hết hạn (31/12/2026)");
    add_part(&mut story, "Thêm ghi nhận bảo tồn");
    fill(&mut story, "Ngày", "11/2026");
    fill(&mut story, "Nghệ nhân hành nghề", "9");
    fill(&mut story, "Người học nghề, kế nghiệp", "0");
    story.ctrl(Key::S);
    story.must_see("không có người kế nghiệp");
    story.must_see("9 nghệ nhân đang hành nghề");
    // Five photographs, by their paths.
    reach(&mut story, "Ảnh");
    reach(&mut story, "Thêm ảnh, tệp");
    let folder = story.folder.as_ref().unwrap().0.clone();
    fill(&mut story, "Đường dẫn tệp", &five_photographs(&folder).join("\n"));
    reach(&mut story, "Thêm vào hồ sơ");
    story.must_see("Ảnh 5");
    // Somebody who is already there: warned of while typing, entered all the same, merged, parted, merged.
    add_part(&mut story, "Thêm nghệ nhân");
    fill(&mut story, "Họ và tên", "nguyen van mot");
    fill(&mut story, "Ngày sinh", "1950");
    story.must_see("Trong sổ đã có 1 hồ sơ gần giống");
    story.must_see("cùng năm sinh");
    story.ctrl(Key::S);
    story.must_see("Nghệ nhân 4");
    story.ctrl(Key::K);
    story.type_text("có thể trùng");
    story.key(Key::Enter);
    reach(&mut story, "So sánh: Nguyễn Văn Một – nguyen van mot");
    reach(&mut story, "Gộp thành một");
    story.must_see("Đã gộp vào Nguyễn Văn Một");
    let pair = "So sánh: Nguyễn Văn Một – nguyen van mot";
    assert!(!story.sees(pair));
    story.ctrl(Key::Z);
    story.must_see(pair);
    story.ctrl(Key::Y);
    assert!(!story.sees(pair));
    // One of the artisans leads the cooperative: from the cooperative's pane.
    story.ctrl(Key::Num4);
    fill(&mut story, "Lọc trong danh sách", "hạ thái xanh");
    story.key(Key::ArrowDown);
    add_part(&mut story, "Thêm chức vụ");
    fill(&mut story, "Người", "nguyễn văn một");
    story.key(Key::Enter);
    fill(&mut story, "Chức vụ", "Giám đốc");
    story.ctrl(Key::S);
    // The power goes; everything is there, and the village is found by its old district.
    let mut story = story.crash_and_start_again();
    story.ctrl(Key::Num2);
    fill(&mut story, "Lọc trong danh sách", "thuong tin");
    story.key(Key::ArrowDown);
    for tab in ["Nghệ nhân 3", "Sản phẩm 2", "Đối tác 1", "Danh hiệu 1", "Bảo tồn 1", "Ảnh 5"]
    {
        story.must_see(tab);
    }
    story.must_see("không có người kế nghiệp");
    story.ctrl(Key::Num4);
    fill(&mut story, "Lọc trong danh sách", "hạ thái xanh");
    story.key(Key::ArrowDown);
    reach(&mut story, "Chức vụ 1");
    story.must_see("Nguyễn Văn Một");
}

#[test]
fn a_list_is_seen_as_cards_and_stays_so() {
    let mut story = Story::with_sample();
    story.ctrl(Key::Num2);
    story.press("Xem dạng thẻ");
    story.press_row("Bánh pía Vũng Thơm");
    story.must_see("Tổng quan");
    story.key(Key::ArrowRight);
    story.key(Key::Enter);
    story.must_see("Đang sửa");
    story.key(Key::Escape);
    let mut story = story.crash_and_start_again();
    story.ctrl(Key::Num2);
    story.must_see("Xem dạng bảng");
    story.press("Xem dạng bảng");
    story.must_see("Xã, phường");
}

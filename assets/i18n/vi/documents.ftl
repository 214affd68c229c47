### mou-: Biên bản ghi nhớ (src/documents/mou)

## Từ ngữ in trong biên bản

mou-party = Bên { $letter }
mou-witness = Bên chứng kiến
mou-role-witness = Bên chứng kiến
mou-role-witness-first = Bên chứng kiến thứ nhất
mou-role-witness-second = Bên chứng kiến thứ hai
mou-witnesses = các Bên chứng kiến
mou-each-witness = mỗi Bên chứng kiến
mou-both-parties = hai bên
mou-all-parties = các bên
mou-other-party = bên kia
mou-other-parties = các bên còn lại
mou-list-pair = { $first } và { $last }
mou-list-next = { $first }, { $next }
mou-language-vi = tiếng Việt
mou-language-en = tiếng Anh
mou-language-vi-en = tiếng Việt và tiếng Anh
mou-count-years = { $count } năm
mou-count-months = { $count } tháng
mou-count-days = { $count } ngày
mou-count-outlets = { $count } điểm bán
mou-count-copies = { $count } bản
mou-count-annexes = { $count } phụ lục
mou-count-articles = { $digits } điều
mou-every-month = hằng tháng
mou-every-year = hằng năm
mou-every-months = { $count } tháng một lần
mou-amount = { $digits } ({ $words })
mou-person = { $honorific } { $name }
mou-contact = { $person }, điện thoại { $phone }
mou-office = { $position } { $organisation }
mou-place-and-date = { $place }, { $date }
mou-gap = ……
mou-blank-date = ngày …… tháng …… năm ………
mou-gap-date = ngày … tháng … năm …

## Thẻ, biển gian hàng, giấy chứng nhận

badges-title = Thẻ đại biểu
badge-size-small = Thẻ nhỏ, 85 × 54 mm
badge-size-medium = Thẻ đeo, 90 × 130 mm
badge-size-large = Thẻ đeo lớn, A6 (105 × 148 mm)
badge-group-delegate = Đại biểu
badge-group-guest = Khách mời
badge-group-organiser = Ban tổ chức
badge-group-press = Báo chí
badge-group-exhibitor = Gian hàng
signs-title = Biển gian hàng
badge-signs = Ký biên bản thứ { $place }
badge-signs-batch = Ký biên bản thứ { $place }, đợt { $batch }
sign-booth = Gian hàng { $code }
booth-plan-title = Sơ đồ gian hàng
booth-plan-sheet = Tờ { $number }/{ $of }
booth-plan-count = { $taken } gian đã có đơn vị, { $vacant } gian còn trống
booth-plan-beside = Chưa có chỗ: { $booths }
certificates-title = Giấy chứng nhận tham dự
certificate-heading = Giấy chứng nhận
certificate-gives = Chứng nhận
certificate-attended = đã tham dự

## Tờ giới thiệu làng nghề

leaflet-title = Tờ giới thiệu { $name }
leaflet-office = Hiệp hội Làng nghề Việt Nam
leaflet-before = Trước 1/7/2025: { $address }
leaflet-recognised = Công nhận
leaflet-titles = Danh hiệu
leaflet-founded = Nghề có từ
leaflet-festival = Hội làng
leaflet-festival-next = { $lunar }, lần tới { $date }
leaflet-way = Đường tới làng
leaflet-experience = Trải nghiệm
leaflet-hours = Giờ đón khách
leaflet-parking = Chỗ đỗ xe
leaflet-products = Sản phẩm tiêu biểu
leaflet-more = và { $count } sản phẩm khác
leaflet-price-from = từ { $price }
leaflet-price-to = đến { $price }
leaflet-price-unit = { $price }/{ $unit }
leaflet-order = đặt từ { $count } { $unit }
leaflet-scan = Quét mã để lưu liên hệ
leaflet-prices = Giá tham khảo.
leaflet-photos = Ảnh: { $names }
leaflet-printed = In từ Sổ Làng Nghề ngày { $date }

## Chỗ còn thiếu

mou-missing = { $place } chưa có { $field }
mou-missing-reference = { $place } dẫn chiếu đến một điều không có trong văn bản
mou-too-few-parties = Biên bản cần ít nhất hai bên ký
mou-too-many-parties = Biên bản có nhiều nhất bốn bên ký
mou-too-many-witnesses = Biên bản có nhiều nhất hai bên chứng kiến
mou-field-of-party = { $field } của { $party }
mou-percent = { $digits }% ({ $words } phần trăm)
mou-field-detail = { $label_vi }
mou-field-citizen-id = số căn cước
mou-place-field = Giá trị riêng thứ { $number }
mou-check-field-key = { $place } có tên “{ $name }” trùng hoặc không chỉ gồm chữ a–z và dấu _
mc-title = Lời dẫn lễ ký biên bản ghi nhớ hợp tác
mc-plates = Biển tên bàn ký
mc-opening = Kính thưa quý vị đại biểu, thay mặt { $host }, xin trân trọng kính mời quý vị bước vào phần lễ ký biên bản ghi nhớ hợp tác.
mc-count = { $batches ->
    [0] Hôm nay có { $count } biên bản ghi nhớ được ký.
   *[other] Hôm nay có { $count } biên bản ghi nhớ được ký, chia thành { $batches } đợt.
}
mc-value = Tổng giá trị dự kiến của các biên bản là { $value }.
mc-pair = Cặp thứ { $place }, xin trân trọng kính mời:
mc-signer = { $signer }, { $title }
mc-subject = Nội dung: { $subject }.
mc-witness = Chứng kiến lễ ký: { $names }.
mc-sign = Xin mời đại diện các bên ký, trao văn bản và chụp ảnh lưu niệm.
mc-closing = Xin chúc mừng các bên. Thay mặt { $host }, xin trân trọng cảm ơn quý vị đại biểu đã chứng kiến lễ ký.
pack-place = STT
pack-parties = Các bên
pack-signers = Người ký
pack-order = Thứ tự ký
pack-copies = Bảng bản in
pack-each = Mỗi bên
pack-witness = Bên chứng kiến
pack-all = Tổng số bản
pack-checked = Đã kiểm
pack-delivered = Đã giao
pack-telephones = Danh bạ lễ ký

## Giấy tờ của hội nghị: chung

paper-recipients = Nơi nhận:
paper-copy-above = Như trên
paper-copy-file = Lưu: VT
paper-sign-name = (Ký, ghi rõ họ tên)
paper-date-gap = ngày …… tháng …… năm 20……
paper-place-in-list = STT

## Giấy tờ của hội nghị: giấy mời, thư cảm ơn

invitation-title = GIẤY MỜI
invitation-calls = Trân trọng kính mời
invitation-to = Tới dự
invitation-theme = với chủ đề “{ $theme }”
invitation-host = do { $agency } tổ chức
invitation-hosts = do { $agency } phối hợp với { $hosts } tổ chức
invitation-chair = Chủ trì
invitation-time = Thời gian
invitation-place = Địa điểm
invitation-programme = Chương trình
invitation-hour = Thời gian
invitation-what = Nội dung
invitation-answer = Kính mong Quý vị xác nhận tham dự trước { $day }.
invitation-answer-contact = Kính mong Quý vị xác nhận tham dự trước { $day }. Đầu mối liên hệ: { $contact }.
invitation-contact = Đầu mối liên hệ: { $contact }.
invitation-honour = Sự có mặt của Quý vị góp phần quan trọng vào thành công của hội nghị. Rất hân hạnh được đón tiếp!
thanks-title = THƯ CẢM ƠN
thanks-calls = Kính gửi
thanks-held = { $conference } đã thành công tốt đẹp.
thanks-held-time = { $conference } diễn ra { $time } đã thành công tốt đẹp.
thanks-held-place = { $conference } tổ chức tại { $place } đã thành công tốt đẹp.
thanks-held-both = { $conference } diễn ra { $time } tại { $place } đã thành công tốt đẹp.
thanks-words = { $agency } trân trọng cảm ơn Quý vị đã dành thời gian tham dự, đồng hành và đóng góp vào kết quả chung của hội nghị.
thanks-hope = { $agency } mong tiếp tục nhận được sự quan tâm, hợp tác của Quý vị trong các hoạt động phát triển làng nghề thời gian tới.
thanks-end = Kính chúc Quý vị sức khỏe, hạnh phúc và thành công. Trân trọng!

## Danh sách ký nhận

attendance-title = DANH SÁCH ĐẠI BIỂU KÝ NHẬN
attendance-name = Họ và tên
attendance-office = Chức vụ – Đơn vị
attendance-phone = Điện thoại
attendance-signature = Ký nhận
attendance-count = Tổng số đại biểu ký nhận:
attendance-writer = Người lập danh sách

## Phiếu đăng ký

registration-title = PHIẾU ĐĂNG KÝ THAM DỰ
registration-send = Kính đề nghị gửi phiếu trước { $day } về: { $to }
registration-send-by = Kính đề nghị gửi phiếu trước { $day }
registration-send-to = Kính đề nghị gửi phiếu về: { $to }
registration-organisation = ĐƠN VỊ
registration-name = Tên đơn vị
registration-company = Doanh nghiệp
registration-cooperative = HTX, tổ hợp tác
registration-household = Hộ kinh doanh, cơ sở
registration-village = Làng nghề
registration-state = Cơ quan nhà nước
registration-association = Hội, hiệp hội
registration-other = Khác
registration-tax = Mã số thuế
registration-website = Website, fanpage
registration-address = Địa chỉ (xã/phường, tỉnh/thành phố)
registration-former-address = Địa chỉ trước ngày 01/7/2025 (nếu khác)
registration-head = Người đại diện
registration-position = Chức vụ
registration-phone = Điện thoại
registration-email = Email
registration-people = NGƯỜI THAM DỰ (không quá 3 người)
registration-person = Họ và tên
registration-forms = HÌNH THỨC THAM GIA
registration-attend = Dự hội nghị
registration-b2b = Kết nối giao thương trực tiếp (B2B)
registration-booth = Gian hàng, số lượng
registration-sign = Ký biên bản ghi nhớ, với đối tác
registration-speak = Tham luận, tên bài
registration-products = SẢN PHẨM CHÀO BÁN
registration-product = Tên sản phẩm, nhóm hàng
registration-specification = Quy cách
registration-capacity = Năng lực/tháng
registration-least = Đặt tối thiểu
registration-price = Giá bán buôn tham khảo (đồng)
registration-certificates = Chứng nhận (OCOP, ISO, VietGAP, FSC…)
registration-pictures = Có gửi kèm ảnh sản phẩm
registration-samples = Có mang hàng mẫu
registration-wishes = NHU CẦU KẾT NỐI
registration-sell = Bán hàng
registration-buy = Mua hàng
registration-material = Nguyên liệu
registration-design = Thiết kế, bao bì
registration-travel = Du lịch
registration-capital = Vốn, tín dụng
registration-market = Thị trường mong muốn
registration-partners = Đối tác muốn gặp
registration-logistics = HẬU CẦN
registration-lunch = Ăn trưa
registration-vegetarian = Ăn chay
registration-pick-up = Xe đưa đón
registration-rooms = Khách sạn, số phòng
registration-power = Gian hàng cần điện
registration-water = Gian hàng cần nước
registration-requests = Yêu cầu khác
registration-consent = ĐỒNG Ý XỬ LÝ DỮ LIỆU CÁ NHÂN
registration-consent-why = Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, { $agency } chỉ xử lý dữ liệu cá nhân trong phiếu này cho những mục đích được đánh dấu dưới đây:
registration-consent-organise = Tổ chức hội nghị: liên hệ, làm thẻ, xếp chỗ, bố trí gian hàng và hậu cần
registration-consent-partners = Cung cấp họ tên, đơn vị, điện thoại cho đối tác tại hội nghị để kết nối giao thương
registration-consent-directory = In họ tên, chức vụ, đơn vị trong tài liệu, danh bạ của hội nghị
registration-consent-pictures = Chụp ảnh, ghi hình tại hội nghị và công bố trên phương tiện truyền thông
registration-consent-later = Lưu thông tin liên hệ để mời dự các hoạt động sau này
registration-consent-withdraw = Ô nào không đánh dấu là không đồng ý với mục đích đó. Người đăng ký có thể rút lại sự đồng ý bất cứ lúc nào bằng cách liên hệ với đơn vị tổ chức.
registration-signature = Người đăng ký
registration-office = Phần dành cho Ban Tổ chức
registration-code = Mã đăng ký
registration-received = Ngày nhận
registration-signature-note = (Ký, ghi rõ họ tên, đóng dấu nếu có)

## Biên bản hội nghị

minutes-title = BIÊN BẢN
minutes-began = Bắt đầu
minutes-place = Địa điểm
minutes-chair = Chủ trì
minutes-secretary = Thư ký
minutes-course = Diễn biến hội nghị
minutes-opinions = Ý kiến phát biểu
minutes-conclusions = Kết luận
minutes-tasks = Nhiệm vụ sau hội nghị
minutes-somebody = Đại biểu
minutes-task = Việc
minutes-task-who = Người thực hiện
minutes-task-until = Thời hạn
minutes-ended = lúc { $time } cùng ngày
minutes-ended-on = lúc { $time } ngày { $day }
minutes-end = Hội nghị kết thúc { $time }.
minutes-end-open = Hội nghị kết thúc lúc … giờ …, ngày … tháng … năm ……
minutes-adopted = Biên bản đã được đọc lại và thông qua tại hội nghị.

## Báo cáo kết quả tổ chức

report-title = BÁO CÁO
report-about = Kết quả tổ chức
report-to = Kính gửi: { $names }
report-general = Tình hình chung
report-results = Kết quả
report-difficulties = Khó khăn, vướng mắc
report-proposals = Kiến nghị, đề xuất
report-table = Bảng { $place }. { $title }
report-chart = Biểu đồ { $place }. { $title }
report-no-figures = Không có số liệu.
report-see-annex = { $title }: chi tiết tại Phụ lục kèm theo.
report-see-annexes = { $title }: chi tiết tại Phụ lục { $place } kèm theo.
report-annex = Phụ lục
report-annex-of = Phụ lục { $place }
report-annex-number = (Kèm theo Báo cáo số { $number } { $date } của { $agency })
report-annex-to = (Kèm theo Báo cáo kết quả tổ chức { $conference })
report-end = Trên đây là báo cáo kết quả tổ chức { $conference }./.

## Lịch kết nối B2B

timetable-title = Lịch kết nối giao thương (B2B)
timetable-table-of = Bàn số { $number }
timetable-time = Thời gian
timetable-table = Bàn
timetable-partner = Đối tác
timetable-partners = Hai bên
timetable-wishes = Nội dung mong muốn
timetable-result = Kết quả
timetable-none = Chưa có cuộc gặp nào được xếp.

## Tên các ô điền của biên bản

mou-field-account = tài khoản
mou-field-address = địa chỉ
mou-field-annex = phụ lục
mou-field-authorisation-date = ngày của giấy ủy quyền
mou-field-authorisation-number = số của giấy ủy quyền
mou-field-certificates = giấy chứng nhận của sản phẩm
mou-field-conference = tên hội nghị
mou-field-conference-host = đơn vị chủ trì hội nghị
mou-field-contact = đầu mối liên hệ
mou-field-contract-by = hạn ký hợp đồng
mou-field-copies = số bản của mỗi bên
mou-field-corner = tên khu trưng bày
mou-field-date = ngày ký
mou-field-email = địa chỉ thư điện tử
mou-field-former-address = địa chỉ trước đây
mou-field-name = tên
mou-field-network = quy mô hệ thống bán lẻ
mou-field-notice = thời hạn báo trước
mou-field-number = số của biên bản
mou-field-organiser = tên đơn vị chủ trì
mou-field-other = ô điền “{ $name }”
mou-field-outlet-months = số tháng đầu
mou-field-outlets = số điểm bán
mou-field-party = bên ký thứ { $number }
mou-field-payment = thời hạn thanh toán
mou-field-phone = số điện thoại
mou-field-place = địa điểm ký
mou-field-position = chức vụ người đại diện
mou-field-price = giá tham khảo
mou-field-principal = chức vụ người ủy quyền hoặc giao ký
mou-field-product = tên sản phẩm
mou-field-product-group = nhóm sản phẩm
mou-field-quantity = số lượng dự kiến
mou-field-report = kỳ thông tin
mou-field-representative = người đại diện
mou-field-review = kỳ rà soát
mou-field-subject = nội dung trích yếu
mou-field-supply = sản lượng dự kiến
mou-field-target = doanh số mục tiêu
mou-field-tax-code = mã số thuế
mou-field-term = thời hạn
mou-field-unit = đơn vị tính
mou-field-village = tên làng nghề
mou-field-witness = bên chứng kiến
mou-field-witness-copies = số bản của bên chứng kiến

## Nơi trong biên bản

mou-place-agreement = Câu thống nhất
mou-place-annex = Phụ lục
mou-place-annex-row = Dòng { $row } của phụ lục
mou-place-article = Điều { $article }
mou-place-basis = Căn cứ thứ { $basis }
mou-place-clause = Khoản { $clause } Điều { $article }
mou-place-head = Đầu trang
mou-place-line = Dòng { $line } của phần thông tin các bên
mou-place-opening = Phần mở đầu
mou-place-point = Điểm thứ { $point }, khoản { $clause }, Điều { $article }
mou-place-signature = Phần ký
mou-place-signature-of = Phần ký của { $party }
mou-place-subject = Trích yếu

## Kiểm tra mẫu và điều khoản

mou-template-unreadable = Không đọc được mẫu biên bản, dòng { $line }: { $detail }
mou-check-brackets = { $place } có dấu ngoặc, dấu ** hoặc dấu __ chưa đóng đúng ở bản { $language }
mou-check-condition = { $place } có điều kiện “{ $name }” mà chương trình không biết
mou-check-field = { $place } có ô điền “{ $name }” mà chương trình không biết
mou-check-key = { $place } có khóa “{ $name }” trùng với một điều khác
mou-check-languages = { $place } chỉ có ô điền “{ $name }” ở bản { $language }
mou-check-needed = Không chỗ nào trong mẫu ghi { $what } (ô điền “{ $name }”)
mou-check-no-text = { $place } chưa có nội dung { $language }
mou-check-reference = { $place } dẫn chiếu đến điều “{ $name }” không có trong văn bản
mou-signer-day = { $day_vi }
mou-signer-not-yet = { $party }: { $name } chỉ giữ chức vụ { $title } từ { $from }, sau ngày ký { $day }
mou-signer-over = { $party }: { $name } chỉ giữ chức vụ { $title } đến { $to }, trước ngày ký { $day }
mou-authorisation-later = Giấy ủy quyền của { $name } ({ $party }) ghi ngày { $written }, sau ngày ký { $day }
mou-authorisation-over = Giấy ủy quyền của { $name } ({ $party }) hết hạn ngày { $until }, trước ngày ký { $day }
mou-acting = Quyền { $title }
mou-deputy-alone = { $party }: { $name }, { $title }, là cấp phó được ghi là người đại diện theo pháp luật; nếu không phải thì cần số và ngày giấy ủy quyền
mou-deputy-of-firm = { $party }: { $name }, { $title }, ký thay (KT.); doanh nghiệp, hợp tác xã, hộ kinh doanh nên có giấy ủy quyền bằng văn bản
mou-day-of-conference = Ngày ký { $day } không trùng ngày hội nghị { $first }
mou-days-of-conference = Ngày ký { $day } nằm ngoài những ngày hội nghị { $first } – { $last }
mou-of-party = { $party }: { $what }
mou-basis-replaced = Căn cứ thứ { $basis }: { $number } hết hiệu lực từ { $from }, nay là { $now }
mou-basis-not-yet = Căn cứ thứ { $basis }: { $number } đến { $from } mới có hiệu lực, sau ngày ký
mou-differs = Điều { $article } khác mẫu gốc { $count } chỗ
library-one = Thư viện giữ từng điều khoản một: một căn cứ hoặc một điều
placeholder-annex = số phụ lục, khi có phụ lục
placeholder-article = số của điều “{ $title_vi }”
placeholder-articles = số điều của biên bản
placeholder-copies = tổng số bản được lập
placeholder-focal-points = đầu mối liên hệ của mọi bên
placeholder-languages = ngôn ngữ của biên bản
placeholder-office = chức vụ kèm tên cơ quan
placeholder-parties-all = từ chỉ mọi bên: hai bên, các bên
placeholder-parties-list = tên gọi của mọi bên, nối bằng chữ và
placeholder-own = bên đang in
placeholder-parties-other = từ chỉ bên kia hoặc các bên còn lại
placeholder-party = tên gọi Bên { $letter }, khi có bên ấy
placeholder-representative = người đại diện, kèm Ông, Bà
placeholder-represented = tên gọi, khi có người đại diện
placeholder-role = tên gọi trong biên bản
placeholder-signer = họ tên người ký, không kèm Ông, Bà
placeholder-witness = từ chỉ bên chứng kiến
placeholder-witness-each = từ chỉ mỗi bên chứng kiến

condition-has = có { $what }
condition-lacks = không có { $what }
condition-bilingual = in song ngữ
condition-one-language = in một ngôn ngữ
condition-about-form = hình thức biên bản
condition-about-own = giá trị riêng của mẫu
condition-about-value = giá trị của biên bản
condition-about-party = thông tin của một bên

example-number = 00/{ $year }/BBGN
example-place = Nhà văn hóa xã Thí Dụ, tỉnh Bắc Ninh
example-conference = Hội nghị kết nối sản phẩm làng nghề
example-host = Hội Làng nghề tỉnh Thí Dụ
example-village = Thí Dụ
example-product-group = mây tre đan
example-corner = Góc làng nghề
example-supply = khoảng 4.000 sản phẩm mỗi tháng
example-certificates = OCOP 4 sao
example-report = hằng tháng
example-party-a = Hợp tác xã Mây tre đan Thí Dụ
example-party-b = Công ty cổ phần Bán lẻ Ví Dụ
example-party-c = Trường Thiết kế Giả Định
example-party-d = Công ty TNHH Xuất khẩu Mẫu
example-person-a = Nguyễn Văn An
example-person-b = Trần Văn Bình
example-person-c = Lê Văn Cường
example-person-d = Phạm Văn Dũng
example-person-witness = Đỗ Văn Hải
example-contact = Vũ Văn Khoa
example-honorific = Ông
example-position = Giám đốc
example-position-authorised = Trưởng phòng Kinh doanh
example-position-witness = Chủ tịch
example-principal = Giám đốc
example-address = Thôn Hạ, xã Thí Dụ, tỉnh Bắc Ninh
example-former-address = thôn Hạ, xã Thí Dụ, huyện Ví Dụ, tỉnh Bắc Ninh
example-account = 000 111 222 333 tại Ngân hàng Thí Dụ
example-network = 36 siêu thị
example-product = Rổ mây
example-product-second = Bộ lót cốc
example-specification = Ø 30 cm
example-unit = chiếc

# --- paper: printed documents ---
paper-state = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
paper-motto = Độc lập - Tự do - Hạnh phúc
paper-number = Số: { $number }
paper-number-open = Số: ……………………………
paper-article = Điều { $number }.
paper-page-of = Trang { $page }/{ $pages }
paper-draft = DỰ THẢO
paper-reading-copy = Bản in tham khảo, không thay bản đã ký
paper-unprintable = Phông chữ không có { $letters } ở { $place }
paper-missing = Chưa điền đủ { $place }
paper-place-head = phần đầu văn bản
paper-place-number = số văn bản
paper-place-title = tên văn bản
paper-place-subject = phần “Về việc”
paper-place-basis = căn cứ thứ { $number }
paper-place-opening = đoạn mở đầu
paper-place-agreement = đoạn trước Điều 1
paper-place-party = mục “{ $label_vi }” của { $role_vi }
paper-place-party-name = tên của { $role_vi }
paper-place-signature = phần ký của { $role_vi }
paper-place-article = Điều { $article }
paper-place-clause = Điều { $article }, khoản { $clause }
paper-place-annex = phụ lục
paper-place-annex-row = dòng { $row } của phụ lục

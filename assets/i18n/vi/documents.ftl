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
mou-field-principal = chức vụ người ủy quyền
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
mou-check-brackets = { $place } có dấu ngoặc hoặc dấu ** chưa đóng đúng ở bản { $language }
mou-check-condition = { $place } có điều kiện “{ $name }” mà chương trình không biết
mou-check-field = { $place } có ô điền “{ $name }” mà chương trình không biết
mou-check-key = { $place } có khóa “{ $name }” trùng với một điều khác
mou-check-languages = { $place } chỉ có ô điền “{ $name }” ở bản { $language }
mou-check-no-text = { $place } chưa có nội dung { $language }
mou-check-reference = { $place } dẫn chiếu đến điều “{ $name }” không có trong văn bản

# --- paper: printed documents ---
paper-state = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
paper-motto = Độc lập - Tự do - Hạnh phúc
paper-number = Số: { $number }
paper-number-open = Số: ……………………………
paper-article = Điều { $number }.
paper-page-of = Trang { $page }/{ $pages }
paper-draft = DỰ THẢO
paper-reading-copy = Bản in tham khảo, không thay bản đã ký
paper-unprintable = Phông chữ của văn bản không có ký tự “{ $character }” ở { $place }
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

# Numbers, money, dates and identifiers of Vietnam (src/vietnamese).

number-not-whole = “{ $text }” không phải là số nguyên, ví dụ 1.250
money = { $amount } đồng
money-not-read = Không đọc được số tiền “{ $text }”, hãy ghi như 1.500.000 đồng hoặc 1,5 triệu
money-ambiguous = “{ $text }” có thể hiểu theo hai cách, hãy ghi đủ các chữ số của số tiền

date-not-read = Không đọc được ngày “{ $text }”, hãy ghi như 05/03/2026, 03/1965 hoặc 1965
date-no-such-day = Không có ngày “{ $text }” trong lịch
date-day-needed = Cần ghi đủ ngày, tháng và năm thay cho “{ $text }”
degrees-not-read = Không đọc được tọa độ “{ $text }”, hãy ghi như 21.0278
date-long = ngày { $day } tháng { $month } năm { $year }
time-not-read = Không đọc được giờ “{ $text }”, hãy ghi như 8h30 hoặc 14h00

weekday-monday = Thứ Hai
weekday-tuesday = Thứ Ba
weekday-wednesday = Thứ Tư
weekday-thursday = Thứ Năm
weekday-friday = Thứ Sáu
weekday-saturday = Thứ Bảy
weekday-sunday = Chủ nhật

month-january = tháng 1
month-february = tháng 2
month-march = tháng 3
month-april = tháng 4
month-may = tháng 5
month-june = tháng 6
month-july = tháng 7
month-august = tháng 8
month-september = tháng 9
month-october = tháng 10
month-november = tháng 11
month-december = tháng 12

lunar-not-read = Không đọc được ngày âm lịch “{ $text }”, hãy ghi như 15/2, mùng 10 tháng 3 hoặc rằm tháng Giêng
lunar-day = ngày { $day } { $month } âm lịch
lunar-day-early = mùng { $day } { $month } âm lịch
lunar-day-full-moon = rằm { $month } âm lịch
lunar-month = tháng { $month }
lunar-month-first = tháng Giêng
lunar-month-last = tháng Chạp
lunar-month-leap = tháng { $month } nhuận

tax-code-not-digits = Mã số thuế chỉ gồm chữ số
tax-code-length = Mã số thuế có 10, 12 hoặc 13 chữ số, số vừa ghi có { $count } chữ số
tax-code-doubtful = Mã số thuế này không khớp số kiểm tra, hãy đối chiếu với giấy đăng ký
tax-code-zero-added = Mã số thuế thiếu số 0 ở đầu nên đã được ghi thành { $code }

personal-id-not-digits = Số định danh cá nhân chỉ gồm chữ số
personal-id-length = Số định danh cá nhân có 12 chữ số, số vừa ghi có { $count } chữ số
personal-id-old-card = Đây là số CMND cũ gồm 9 chữ số, không còn giá trị từ ngày 01/01/2025, hãy hỏi số định danh 12 chữ số
personal-id-province-unknown = Ba chữ số đầu { $code } không phải là mã tỉnh, thành phố hay quốc gia nào
personal-id-birth-differs = Năm sinh trong số định danh là { $in_number }, khác với năm sinh đã ghi là { $typed }
personal-id-of-man = Số định danh này là của nam, khác với giới tính đã ghi
personal-id-of-woman = Số định danh này là của nữ, khác với giới tính đã ghi

phone-converted = Số cũ { $old } đã được đổi sang đầu số mới thành { $new }
phone-unknown = Số điện thoại { $number } có đầu số hoặc độ dài chưa rõ, hãy kiểm tra lại
phone-none-found = Không tìm thấy số điện thoại nào trong “{ $text }”
phone-words-left-out = Phần chữ “{ $words }” bên cạnh số điện thoại không được ghi lại

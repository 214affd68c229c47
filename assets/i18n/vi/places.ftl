# Đơn vị hành chính: cách viết tên, và lỗi trong tệp danh mục.

field-places = Danh mục đơn vị hành chính

# Loại đơn vị viết thường, đứng trước tên riêng.
place-province = tỉnh { $name }
place-city = thành phố { $name }
place-xa = xã { $name }
place-phuong = phường { $name }
place-phuong-numbered = phường { $name }
place-dac-khu = đặc khu { $name }
place-huyen = huyện { $name }
place-quan = quận { $name }
place-quan-numbered = quận { $name }
place-thi-xa = thị xã { $name }
place-thi-tran = thị trấn { $name }

# Cách viết ngắn trong bảng và danh sách.
place-ho-chi-minh-short = TP. HCM
place-short = { $name }
place-joined = { $inner }, { $outer }

places-section-provinces = tỉnh, thành phố
places-section-communes = xã, phường, đặc khu
places-section-former = đơn vị hành chính cũ
places-section-changes = thay đổi

places-line = Dòng { $line }, phần “{ $section }”: { $what }
places-wrong-columns = dòng tên cột phải là “{ $columns }”.
places-wrong-field-count = phải có { $expected } ô, nhưng dòng này có { $found } ô.
places-wrong-province-code = “{ $value }” không phải là mã tỉnh gồm đúng 2 chữ số; phần mềm bảng tính thường làm mất số 0 ở đầu.
places-wrong-commune-code = “{ $value }” không phải là mã xã gồm đúng 5 chữ số; phần mềm bảng tính thường làm mất số 0 ở đầu.
places-wrong-kind = “{ $value }” không phải là loại đơn vị hành chính dùng được ở đây.
places-wrong-name = tên “{ $value }” để trống hoặc thừa khoảng trắng.
places-wrong-number = “{ $value }” không phải là số hợp lệ ở cột “{ $column }”.
places-wrong-date = “{ $value }” không phải là ngày hợp lệ theo dạng năm-tháng-ngày, từ 2025-07-01 trở đi.
places-wrong-change = “{ $value }” không phải là loại thay đổi đã biết (type, name).
places-code-twice = mã { $code } đã có ở một dòng khác.
places-unknown-code = mã { $code } không có trong danh mục hiện hành.
places-change-mismatch = thay đổi mới nhất của mã { $code } không khớp với danh mục hiện hành.
places-not-a-bundle = Đây không phải là tệp danh mục đơn vị hành chính: dòng đầu phải có dạng “{ $expected }”.
places-too-new = Tệp danh mục theo phiên bản { $version }, mới hơn phiên bản mà chương trình đọc được; cần cập nhật chương trình.
places-incomplete = Tệp danh mục ghi là có { $expected } dòng dữ liệu, nhưng đọc được { $found } dòng; tệp có thể bị thiếu.
places-older-than-changes = Ngày của danh mục ({ $date }) sớm hơn thay đổi mới nhất ghi trong đó ({ $newest }).
places-missing-section = Tệp danh mục thiếu phần “[{ $name }]”.
places-wrong-section = Dòng { $line }: “{ $value }” không phải là tên một phần của danh mục, hoặc phần này đã có ở trên.

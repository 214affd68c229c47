# The command line.
help =
    Sổ Làng Nghề { $version } – sổ làng nghề và biên bản ghi nhớ, làm việc không cần mạng.

    Cách dùng: so-lang-nghe LỆNH [TÙY CHỌN]

      (không có lệnh)  tạo sổ mẫu và in các biên bản mẫu ra PDF
      demo     --data TỆP [--scale N]
               tạo sổ mẫu trong tệp mới; --scale thêm N nghệ nhân giả định
      mou      --data TỆP (--number SỐ | --all) [--language vi|en|vi-en] --out THƯ-MỤC
               in biên bản ghi nhớ ra PDF; không nêu ngôn ngữ thì theo ngôn ngữ của biên bản
      search   --data TỆP TỪ-CẦN-TÌM [--limit N]
               tìm làng nghề, nghệ nhân, đối tác…; mỗi dòng một kết quả: loại, tên, nơi
      check    --data TỆP
               kiểm tra sổ; mã thoát 1 nếu có lỗi
      backup   --data TỆP [--to THƯ-MỤC]
               sao lưu sổ; mặc định vào thư mục sao-luu cạnh tệp
      restore  --data TỆP --from BẢN-SAO
               khôi phục sổ từ bản sao; hiện trạng được giữ lại trước

      --ui-language vi|en   ngôn ngữ của chương trình
      --help, --version     xem hướng dẫn, xem phiên bản
usage-missing-value = Thiếu giá trị sau { $option }.
usage-unknown-option = Không có tùy chọn { $option }.
usage-not-a-number = “{ $value }” không phải là số.
usage-other = Dòng lệnh không đọc được: { $details }.
usage-ui-language = Chương trình có tiếng vi và en, không có “{ $value }”.
usage-language = Biên bản in được bằng vi, en hoặc vi-en, không có “{ $value }”.
usage-number-or-all = Lệnh mou cần --number SỐ hoặc --all, chỉ một trong hai.
usage-no-query = Lệnh search cần từ để tìm.
usage-unknown-command = Không có lệnh “{ $command }”.
usage-option-not-here = { $command ->
    [demo] Lệnh demo không dùng { $option }.
   *[other] Không dùng được { $option } ở đây.
}
usage-surplus = Thừa từ “{ $word }” trong dòng lệnh.
usage-range = { $option } phải từ 1 đến { $highest }.
usage-needed = Thiếu { $option }.
cli-demo-progress = Đã thêm { $done }/{ $all } nghệ nhân…
cli-demo-made = Đã tạo sổ mẫu “{ $path }”:
cli-count = { "  " }{ $count } { $kind }
cli-mou-progress = Đã in { $done }/{ $all } biên bản…
cli-mou-draft = “{ $path }” còn là dự thảo:
cli-mou-failed = Không in được “{ $path }”:
cli-mou-made = Đã in { $count } biên bản vào thư mục “{ $path }”.
cli-mou-number = biên bản số { $number }
cli-more = Xem các lệnh khác bằng --help.
cli-search-nothing = Không tìm thấy “{ $query }”.
cli-check-sound = Sổ “{ $path }” nguyên vẹn.
cli-backup-made = Đã sao lưu vào “{ $path }”.
cli-restored = Đã khôi phục sổ “{ $path }”.
cli-restore-kept = Hiện trạng trước đó được giữ ở “{ $path }”.
usage-renderer = Không có cách vẽ “{ $value }”; dùng được: glow, wgpu, auto.

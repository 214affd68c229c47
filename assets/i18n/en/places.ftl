# Administrative units: how names are written, and what can be wrong in a file with the list.

field-places = List of administrative units

# Words as in Circular 03/2009/TT-BNG; place names stay Vietnamese.
place-province = { $name } Province
place-city = { $name } City
place-xa = { $name } Commune
place-phuong = { $name } Ward
place-phuong-numbered = Ward { $name }
place-dac-khu = { $name } Special Zone
place-huyen = { $name } District
place-quan = { $name } District
place-quan-numbered = District { $name }
place-thi-xa = { $name } Town
place-thi-tran = { $name } Township

# Short forms for tables and lists.
place-ho-chi-minh-short = HCM City
place-short = { $name }
place-joined = { $inner }, { $outer }

places-section-provinces = provinces and cities
places-section-communes = communes
places-section-former = former units
places-section-changes = changes

places-line = Line { $line }, section “{ $section }”: { $what }
places-wrong-columns = the line of column names must be “{ $columns }”.
places-wrong-field-count = there must be { $expected } fields, but this line has { $found }.
places-wrong-province-code = “{ $value }” is not a province code of exactly 2 digits; spreadsheets often drop leading zeros.
places-wrong-commune-code = “{ $value }” is not a commune code of exactly 5 digits; spreadsheets often drop leading zeros.
places-wrong-kind = “{ $value }” is not a kind of unit that can stand here.
places-wrong-name = the name “{ $value }” is empty or has spare spaces.
places-wrong-number = “{ $value }” is not a valid number in the column “{ $column }”.
places-wrong-date = “{ $value }” is not a valid date in the form year-month-day, from 2025-07-01 on.
places-wrong-change = “{ $value }” is not a known kind of change (type, name).
places-code-twice = the code { $code } is already on another line.
places-unknown-code = the code { $code } is not in the current list.
places-change-mismatch = the newest change of code { $code } does not agree with the current list.
places-not-a-bundle = This is not a file with the list of administrative units: its first line must look like “{ $expected }”.
places-too-new = The file with the list has version { $version }, newer than this program can read; the program needs an update.
places-incomplete = The file says that it has { $expected } lines of data, but { $found } were read; it may be incomplete.
places-older-than-changes = The date of the list ({ $date }) is earlier than the newest change in it ({ $newest }).
places-missing-section = The file with the list lacks the section “[{ $name }]”.
places-wrong-section = Line { $line }: “{ $value }” is not the name of a section of the list, or that section already came above.

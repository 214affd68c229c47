# Numbers, money, dates and identifiers of Vietnam (src/vietnamese).

number-not-whole = “{ $text }” is not a whole number such as 1,250
money = VND { $amount }
money-not-read = The amount “{ $text }” cannot be read, write it like VND 1,500,000 or 1,5 triệu
money-ambiguous = “{ $text }” can be read in two ways, write all digits of the amount

date-not-read = The date “{ $text }” cannot be read, write it like 5 March 2026, 05/03/2026 (day first) or 1965
date-no-such-day = There is no day “{ $text }” in the calendar
date-day-needed = Day, month and year are needed in place of “{ $text }”
degrees-not-read = “{ $text }” is no coordinate; write it like 21.0278
date-long = { $day } { $month } { $year }
time-not-read = The time “{ $text }” cannot be read, write it like 08:30 or 14:00

weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday

month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December

lunar-not-read = The lunar day “{ $text }” cannot be read, write it like 15/2 or mùng 10 tháng 3
lunar-day = day { $day } of { $month }
lunar-day-early = day { $day } of { $month }
lunar-day-full-moon = day 15 of { $month }
lunar-month = lunar month { $month }
lunar-month-first = lunar month 1
lunar-month-last = lunar month 12
lunar-month-leap = leap lunar month { $month }

tax-code-not-digits = A tax code has digits only
tax-code-length = A tax code has 10, 12 or 13 digits, this one has { $count }
tax-code-doubtful = This tax code does not match its check digit, compare it with the registration paper
tax-code-zero-added = The zero missing at the front of the tax code was added, making it { $code }

personal-id-not-digits = A personal identification number has digits only
personal-id-length = A personal identification number has 12 digits, this one has { $count }
personal-id-old-card = This is a number of the old 9-digit identity card, not valid since 1 January 2025, ask for the 12-digit number
personal-id-province-unknown = The first three digits { $code } are not the code of any province or country
personal-id-birth-differs = The year of birth in the identification number is { $in_number }, the one entered is { $typed }
personal-id-of-man = This identification number belongs to a man, unlike the sex entered
personal-id-of-woman = This identification number belongs to a woman, unlike the sex entered

phone-converted = The old number { $old } was changed to the new prefix as { $new }
phone-unknown = The telephone number { $number } has an unknown prefix or length, check it once more
phone-none-found = There is no telephone number in “{ $text }”
phone-words-left-out = The words “{ $words }” beside the telephone number are not kept

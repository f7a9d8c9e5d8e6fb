# Moves every date (2026-11-12) of its input by the same number of days.
#
#   awk -v from=2026-11-12 -v to=20000 -f dates.awk plan.yml
#
# "from" becomes the day "to", which is counted from 1970-01-01; all other dates keep their
# distance to it. The formulas are those of Howard Hinnant, "chrono-compatible low-level date
# algorithms": they hold for every day of the Gregorian calendar and need no date command, of which
# GNU, BSD and POSIX each have their own.

# The number of a day, counted from 1970-01-01. A year starts in March: 29 February is its last day.
function day_number(date,    y, m, d, era, year, day) {
  y = substr(date, 1, 4) + 0
  m = substr(date, 6, 2) + 0
  d = substr(date, 9, 2) + 0
  if (m <= 2) y--
  era = int(y / 400)
  year = y - era * 400
  day = int((153 * (m > 2 ? m - 3 : m + 9) + 2) / 5) + d - 1
  return era * 146097 + year * 365 + int(year / 4) - int(year / 100) + day - 719468
}

# The date of a day's number.
function date_of(number,    era, rest, year, day, month) {
  number += 719468
  era = int(number / 146097)
  rest = number - era * 146097
  year = int((rest - int(rest / 1460) + int(rest / 36524) - int(rest / 146096)) / 365)
  day = rest - (365 * year + int(year / 4) - int(year / 100))
  month = int((5 * day + 2) / 153)
  day = day - int((153 * month + 2) / 5) + 1
  month = month < 10 ? month + 3 : month - 9
  return sprintf("%04d-%02d-%02d", year + era * 400 + (month <= 2), month, day)
}

BEGIN { distance = to - day_number(from) }

{
  rest = $0
  line = ""
  while (match(rest, /[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/)) {
    line = line substr(rest, 1, RSTART - 1) date_of(day_number(substr(rest, RSTART, 10)) + distance)
    rest = substr(rest, RSTART + 10)
  }
  print line rest
}

# Sentences of the roster, spoken by Rust.

team-first = My team
team-first-programme = My programme
team-not-a-day = This is not a day of the calendar.
team-not-a-day-hint = Write it like 3 April 2026, in day, month and year.
team-share-twice = Two shares of full time begin on the same day.
team-share-twice-hint = Keep one of them.
team-absence-length = The days lost do not fit between the first and the last day.
team-absence-length-hint = Type at least half a day, and no more days than lie between the two.
team-name-taken = Another team has this name.
team-name-taken-hint = Choose another name.
team-calendar-over = Bank holidays are known up to { $day }. Later ones count as working days.

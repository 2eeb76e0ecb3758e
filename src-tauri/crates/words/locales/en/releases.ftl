# Labels of the export section; what Rust says of a summary is in releases-sentences.ftl.

releases-words = Files you take out of the vault. Summaries are tested before they are written, and each is entered here.
releases-ways = What can go out
releases-way-summary = Team summary
releases-way-summary-words = KPI totals and rates by team and period, without anybody’s name. Small numbers are hidden.
releases-way-summary-act = New summary
releases-way-team = Team report
releases-way-team-words = Every adviser by alias, for your own use. It is written from the overview.
releases-way-team-act = Open the overview
releases-way-adviser = Adviser scorecard
releases-way-adviser-words = One adviser, for a talk with that adviser. It is written from the scorecard.
releases-way-adviser-act = Open advisers
releases-register = What went out before
releases-register-remark = needed for 36 months, so that no two summaries give a person away
releases-number = No.
releases-day = Day
releases-about = What it is about
releases-for = For
releases-shown = Shown
releases-hidden-count = Hidden
releases-hash = Check sum
releases-hash-note = The check sum is the beginning of the first file’s SHA-256. It tells whether a file you hold is the one that was written first.
releases-none = Nothing has gone out yet.
releases-nothing = There are no figures to summarise yet. Enter or import some first.
releases-nothing-act = Enter data
releases-will-be = What will be here

releases-breadcrumb = New summary
releases-new = New summary
releases-new-words = Choose who it is for and what it is about. You see everything that would go out before a file is written.
releases-profile = Who it is for
releases-profile-internal = Same organisation
releases-profile-partner = Partner or commissioner
releases-profile-public = Everybody
releases-profile-internal-words = At least 5 advisers besides the reader and 5 { $word ->
        [participant] participants
       *[client] clients
    } behind every figure, and rates out of 10 or more.
releases-profile-partner-words = At least 7 advisers besides the reader and 8 { $word ->
        [participant] participants
       *[client] clients
    } behind every figure, and rates out of 20 or more.
releases-profile-public-words = At least 10 advisers besides the reader and 10 { $word ->
        [participant] participants
       *[client] clients
    } behind every figure, and rates out of 30 or more. Counts are rounded to 5.
releases-grain = A row for each
releases-grain-month = Month
releases-grain-quarter = Quarter
releases-from = From
releases-to = To
releases-kpis = KPIs
releases-kpis-words = Each is judged by itself. Leave out what the reader does not need. Only what is final can go out.
releases-kpis-none = Choose at least one KPI.
releases-look = Show what would go out
releases-look-words = Nothing is written yet.

releases-about-line = { $same ->
        [yes] { $from }
       *[no] { $from } to { $to }
    } · { $audience } · { $least }
releases-refused-title = This summary cannot go out
releases-preview = What would go out
releases-team = Team and period
releases-advisers = Advisers
releases-hidden = hidden
releases-place = { $team }, { $period }, { $kpi }:
releases-as-shown = { $value }, as it would go out.
releases-legend = A dash means that no figure was recorded.
releases-hidden-note = All hidden figures look the same in the file. The reason is shown here only, to you.
releases-tested = What was tested
releases-tested-more = { $count ->
        [one] 1 more point
       *[other] { $count } more points
    }
releases-format = Format of the file
releases-write = Write the summary…
releases-write-words = The file is read back and compared with what you see here, entered in the register, and then put in its place. It cannot be called back, and the very same summary can be written again in another format. What was tested goes with it: inside the file, or as a second file beside a CSV.
releases-change = Change what is shown
releases-written = Written as { $name } and entered in the register.
releases-written-both = Written as { $name } and { $beside }, and entered in the register.

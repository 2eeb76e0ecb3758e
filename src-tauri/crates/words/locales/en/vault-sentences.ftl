# Sentences around the vault, spoken by Rust: strength of a passphrase, notices, risks of a place, the recovery
# sheet, what a check found, the activity journal, and what is held about whom.

vault-sample-name = Harbour team
vault-guess-months = A thousand computers would find it within a year.
vault-guess-years = A thousand computers would need about { $years ->
        [one] 1 year
       *[other] { $years } years
    } to find it.
vault-guess-forever = A thousand computers would need more than a million years to find it.

vault-sheet-file = plumbline-recovery.txt
vault-sheet = Plumbline recovery code
    Vault: { $vault }

    { $code }

    Whoever holds this code can open the vault. Keep it apart from the computer, on paper if you can.
    To use it, choose “Use recovery code” on the unlock screen.

notice-header-repaired = Part of the beginning of this vault was damaged and has been mended from its second copy.
notice-header-repaired-hint = Make a copy of the vault soon; the disk may be failing.
notice-header-refreshed = One copy of the vault's beginning was older than the other and has been renewed.
notice-ring-repaired = One copy of the vault's key ring was damaged and has been mended from the other.
notice-ring-repaired-hint = Make a copy of the vault soon; the disk may be failing.
notice-not-closed = The vault was not closed properly last time. It was checked and is sound.
notice-weak-slot = This passphrase is protected less than a new one would be.
notice-weak-slot-hint = Change the passphrase in the settings; it may stay the same length.
notice-memory = The computer did not let Plumbline keep its keys out of the swap file.
notice-memory-hint = Encrypt the whole disk, which is always wise.
notice-copies = { $count ->
        [one] Another copy of this vault lies in the same folder: { $copies }. This one was last written on { $own }.
       *[other] { $count } other copies of this vault lie in the same folder: { $copies }. This one was last written on { $own }.
    }
notice-copy = “{ $name }”, last written on { $at }
notice-copy-undated = a day that this system does not say
notice-copies-hint = Synchronising programs make such copies. Decide which one you go on with.
risk-network = This place is on another computer, where locks cannot be relied on.
risk-network-hint = Two people might open the vault at once and damage it. A folder on this computer is safer.
risk-sync = This place is copied elsewhere by { $tool }.
risk-sync-hint = It may copy the vault while it is being written. A folder that is not copied is safer.

check-header = The header is whole and both its copies agree.
check-header-mended = One of the two copies of the header was damaged. It has been written anew from the other.
check-freshness = The pages are the ones that were last saved.
check-freshness-open = The vault was not closed properly the time before. Nothing that was saved is missing, and every page was checked.
check-pages = Every page and the structure of the vault are sound.
check-pages-damaged = Some pages of the vault are damaged.
check-journal = The activity journal is unbroken over { $count ->
    [one] its one entry
   *[other] all { $count } entries
}.
check-journal-broken = The activity journal is broken after { $count ->
    [one] 1 entry
   *[other] { $count } entries
}.
check-rolls = Months equal the figures they are made of, for { $count ->
    [one] the one pair
   *[other] all { $count } pairs
} of adviser and KPI.
check-rolls-wrong = Months do not equal their figures for { $wrong } of { $count } pairs of adviser and KPI.
check-totals = No single figure stands beside { $count ->
    [one] the one total
   *[other] any of the { $count } totals
} of the team.
check-totals-wrong = { $wrong } of { $count } totals of the team stand beside single figures, or come from too few advisers.

journal-sound = The journal is unbroken. Nobody without the passphrase has changed, removed or moved an entry.
journal-broken = The journal does not hold together from entry { $entry } on. It was changed outside Plumbline.
journal-vault-made = Vault made
journal-unlocked = Unlocked
journal-not-closed-cleanly = Not closed properly the time before; checked and sound
journal-header-mended = One damaged copy of the header written anew
journal-ring-mended = A copy of the keys written anew from the sound one
journal-locked = Locked
journal-closed = Closed
journal-unlock-failed = { $count ->
        [one] 1 wrong passphrase before this opening
       *[other] { $count } wrong passphrases before this opening
    }
journal-passphrase-changed = Passphrase changed
journal-recovered = New passphrase set with the recovery code
journal-recovery-confirmed = Recovery code confirmed
journal-recovery-renewed = New recovery code made
journal-migrated = Vault brought to a newer version
journal-checked = Whole vault checked
journal-damage-found = Damage found
journal-rolls-rebuilt = Months worked out anew from their figures
journal-journal-pruned = Old journal entries removed
journal-settings-changed = Settings changed
journal-team-added = Team or programme added
journal-team-amended = Team or programme changed
journal-adviser-added = { $count ->
        [one] Adviser added
       *[other] { $count } advisers added
    }
journal-adviser-amended = Adviser changed
journal-adviser-erased = Adviser erased
journal-note-written = Note written
journal-kpi-added = { $count ->
        [one] KPI added
       *[other] { $count } KPIs added
    }
journal-kpi-amended = KPI changed
journal-kpi-use-changed = KPI taken into use or out of it
journal-target-set = Target set
journal-target-ended = Target ended
journal-figures-written = { $count ->
        [one] 1 figure written
       *[other] { $count } figures written
    }
journal-figures-marked = { $count ->
        [one] 1 figure marked
       *[other] { $count } figures marked
    }
journal-figures-imported = { $count ->
        [one] 1 figure imported
       *[other] { $count } figures imported
    }
journal-roster-imported = { $count ->
        [one] 1 adviser imported
       *[other] { $count } advisers imported
    }
journal-import-undone = Import taken out
journal-imports-closed = Numbers of rejected rows deleted, a year after the import
journal-mapping-remembered = Column layout remembered
journal-phase-set = Phase set by hand
journal-phase-removed = Phase taken back
journal-baseline-frozen = Baseline fixed by hand
journal-undone = Undone
journal-redone = Done again
journal-released = Anonymised summary written
journal-named-file-written = { $count ->
        [one] File with 1 adviser named written
       *[other] File with { $count } advisers named written
    }
journal-sample-added = Sample team put in
journal-sample-removed = Sample team taken out

basis-interests = Legitimate interests
basis-obligation = Legal duty of security
basis-not-personal = Not personal

held-clients = Clients
held-clients-fields = none
held-clients-purpose = Nothing about clients is kept: no name, number, address or date of birth.
held-clients-kept = never held
held-roster = Names and posts
held-roster-fields = alias, name, first and last day, team, site, grade, caseload band, share of full time
held-roster-purpose = To know who works where and how much.
held-availability = Days away
held-availability-fields = first and last day, working days lost; never a reason
held-availability-purpose = To judge figures by the days a person could work.
held-notes = Notes
held-notes-fields = your notes about people and figures
held-notes-purpose = To remember what was said until it is dealt with.
held-figures = Figures
held-figures-fields = KPI, period, numbers, state, earlier values, open questions
held-figures-purpose = To support and review work.
held-totals = Totals of the team
held-totals-fields = KPI, month, numbers, how many advisers; nobody by name
held-totals-purpose = To see where the team came from, when single figures may no longer be kept.
held-phases = Phases and baselines
held-phases-fields = KPI, first period, reason, fixed numbers
held-phases-purpose = To judge a changed way of working by itself.
held-targets = Targets
held-targets-fields = KPI, level, value, first and last day, source
held-targets-purpose = To say what is expected, and where that comes from.
held-drafts = Half-typed texts
held-drafts-fields = the text and its place
held-drafts-purpose = So that locking loses nothing.
held-steps = Steps that can be undone
held-steps-fields = what was there before
held-steps-purpose = To take a change back.
held-journal = Activity journal
held-journal-fields = time, what was done, how much; people as a keyed code
held-journal-purpose = To show later that nothing was changed unseen.
held-releases = Register of summaries
held-releases-fields = periods, KPIs, what was shown, who was counted as bare numbers
held-releases-purpose = So that a later summary gives nobody away.
held-imports = Imports
held-imports-fields = file code, numbers of rows, rejected rows by number, column layouts
held-imports-purpose = To take an import out whole.
held-setup = Teams, KPIs and settings
held-setup-fields = definitions, names of teams, choices; about nobody
held-setup-purpose = To know what the figures mean.

kept-leaving = 6 months after leaving
kept-with-figures = as long as the figures they belong to
kept-90-days = 90 days
kept-24-months = 24 months
kept-months = { $months } months
kept-36-months = 36 months
kept-7-years = 7 years
kept-until-saved = until they are saved or given up
kept-until-too-old = 30 days
kept-until-closed = rejected rows for 12 months, the rest as long as the vault
kept-with-vault = as long as the vault

due-category = { $category }: the oldest, of { $oldest }, reach the end of their time on { $day }.
due-leaver = { $alias }: figures and details reach the end of their time on { $day }.

about-format = File format { $version }
about-schema = Tables { $version }
about-sqlcipher = SQLCipher { $version }
about-sqlite = SQLite { $version }
leave-title = An import is under way
leave-words = If you quit now, the import is stopped and nothing of it comes in.
leave-stop = Stop it and quit
leave-stay = Go on importing

# Labels of the data-protection screen; what is held is worded in Rust, from the inventory in the code.

privacy-words = { $count ->
        [0] This vault holds nothing about anybody yet. Whatever comes has a purpose and a day by which it is due for deletion.
        [one] This vault holds data about 1 adviser and you. Everything has a purpose and a day by which it is due for deletion.
       *[other] This vault holds data about { $count } advisers and you. Everything has a purpose and a day by which it is due for deletion.
    }
privacy-parts = Data protection
privacy-held = What is held
privacy-what = What
privacy-about = About
privacy-rows = { $count ->
        [one] 1 row
       *[other] { $count } rows
    }
privacy-basis = Why it may be held
privacy-basis-note = Legitimate interests are Article 6(1)(f) of the UK GDPR, the duty is Article 6(1)(c). Your organisation confirms both. Consent is not relied on.
privacy-oldest = Oldest
privacy-kept = Kept
privacy-people = { $count ->
        [0] no person
        [one] 1 person
       *[other] { $count } people
    }
privacy-nothing = none
privacy-sealed = sealed by person
privacy-access = in access requests
privacy-due = Due for deletion
privacy-due-remark = within the next 14 days
privacy-due-none = Nothing is due for deletion in the next 14 days.
privacy-state = How it is guarded
privacy-see-journal = See the activity journal
privacy-where = One encrypted file
privacy-where-words = Everything lies in one file on this computer. Nothing is sent anywhere.
privacy-door = Refused at the door
privacy-door-words = Columns that look like names, numbers or addresses of people served are not read. Of a refusal only its kind and count are kept.

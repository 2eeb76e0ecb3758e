# Labels of the activity journal; its entries are worded in Rust.

journal-title = Activity journal
journal-words = What was done in this vault and when. It holds no names and no figures, and nobody can change it unseen.
journal-number = No.
journal-when = When
journal-at = { $day }, { $time }
journal-what = What was done
journal-count = Rows or cells
journal-pages = Pages of the journal
journal-newer = Newer
journal-older = Older
journal-range = { $first } to { $last } of { $total }
journal-none = Nothing has been written down yet.
journal-broken-hint = The file may have been changed outside Plumbline. Keep it as it is, and open your latest backup beside it.

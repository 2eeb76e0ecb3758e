# Labels of the screens before and around an open vault.

vault-vault = Vault
vault-passphrase = Passphrase
vault-continue = Continue
vault-in-folder = , in { $folder }

vault-welcome-title = Plumbline
vault-welcome-promise = Scorecards for a team of advisers, kept in one encrypted file on this computer. It tells a real change from chance.
vault-welcome-create = Create a vault
vault-welcome-create-words = For your own team. Takes about two minutes.
vault-welcome-create-act = Create
vault-welcome-open = Open a vault
vault-welcome-open-words = A file that ends in .plumb
vault-welcome-open-act = Open…
vault-welcome-sample = Try with a sample team
vault-welcome-sample-words = Eight made-up advisers with two years of figures
vault-welcome-sample-act = Try
vault-welcome-foot = No account. No network. Nothing leaves this computer unless you take it out.

vault-create-step = Create a vault · step { $step } of 3
vault-create-place = Where should the vault lie?
vault-create-place-words = A vault is one encrypted file. Keep it where only you can reach it.
vault-create-passphrase = Choose a passphrase
vault-create-passphrase-words = It is the only key to the file, apart from the recovery code in the next step.
vault-create-working = Making the keys. This takes about a second on purpose.
vault-place-none = No place chosen yet
vault-place-choose = Choose a place…
vault-place-other = Choose another…
vault-place-first = Choose a place first
vault-place-accept = I have read this and want the vault there
vault-begin-with = Begin with
vault-begin-empty = An empty vault
vault-begin-empty-words = You add your team, then figures in any order.
vault-begin-sample = The sample team
vault-begin-sample-words = Eight made-up advisers, marked on every page, removed by one command.

vault-suggestion = Four words, drawn at random on this computer
vault-suggestion-take = Use these words
vault-suggestion-other = Suggest others
vault-passphrase-hint = Four or more words that do not belong together. 15 characters are the least. Pasting is fine.
vault-passphrase-again = Passphrase again
vault-passphrase-missing = Type a passphrase.
vault-passphrase-different = The two passphrases differ.
vault-strength-none = Strength is shown while you type
vault-strength-weak = Weak.
vault-strength-fair = Fair.
vault-strength-strong = Strong.
vault-strength-very-strong = Very strong.

vault-recovery-title = Keep your recovery code
vault-recovery-words = If you forget your passphrase, this code lets you back in. Without it the file stays shut, for us as well.
vault-recovery-code = Recovery code
vault-recovery-code-hint = Read it from your sheet. Capitals do not matter; O counts as 0, and I or L as 1.
vault-recovery-covered = covered
vault-recovery-covering = Groups { $first } and { $second } are covered while you type them.
vault-recovery-show = Show all again
vault-recovery-copy = Copy all seven groups by hand onto paper. The code is shown only now.
vault-recovery-save = Save as a file…
vault-recovery-saved = Saved as { $name }. Keep it apart from this computer.
vault-recovery-apart = Keep it apart from this computer. A file beside the vault is refused.
vault-recovery-save-title = Save the code as a file?
vault-recovery-save-words = Whoever finds the file can open your vault. Put it on a stick that you lock away, not on this computer.
vault-recovery-by-hand = Copy it by hand
vault-recovery-gone = The code was shown once and the window has been closed since. No vault was made; begin again.
vault-recovery-again = Begin again
vault-recovery-ask = A new code replaces the one you have. Confirm that it is you.
vault-recovery-make = Show a new code
vault-recovery-confirmed = Recovery code confirmed.
vault-type-back = Type two groups back
vault-type-back-words = Read them from your sheet. Capitals do not matter; O counts as 0, and I or L as 1.
vault-group = Group { $number }
vault-group-right = Matches
vault-group-wrong = Group { $number } does not match. Check it against your sheet.
vault-made-when = The vault is made when both groups match
vault-code-waits = The new code counts when both groups match

vault-unlock-title = Unlock
vault-unlock-words = The vault is shut. Your passphrase opens it.
vault-unlock-act = Unlock
vault-locked-asked = Locked at { $time } because you asked.
vault-locked-idle = Locked at { $time } after { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    } without a key or pointer.
vault-locked-slept = Locked at { $time } because the computer slept.
vault-locked-session = Locked at { $time } because the session was locked or the window closed.
vault-locked-draft = What you were typing is kept.
vault-use-code = Use recovery code
vault-wait = After several wrong tries, wait { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }.
vault-opening = Opening…
vault-unlock-slow = Opening takes about a second on purpose.
vault-open-another = Open another vault
vault-to-welcome = Start page

vault-recover-title = Use your recovery code
vault-recover-words = The code opens the vault and you set a new passphrase. The old passphrase stops working.
vault-recover-new = New passphrase
vault-recover-act = Open and set passphrase
vault-code-short = A recovery code has seven groups of four.

vault-fresh-title = Your passphrase again
vault-fresh-words = The file names a person, and you have not typed your passphrase in the last five minutes.
vault-fresh-act = Continue

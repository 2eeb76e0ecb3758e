# Labels around errors; the errors themselves are worded in errors-sentences.ftl.

errors-summary = There is a problem
errors-title = Error: { $page } · Plumbline
errors-code = Code: { $code }
errors-copy = Copy details
errors-copied = Copied. Nothing about anybody is in it.
errors-not-copied = It could not be copied. Write the code down instead.
errors-no-answer = Plumbline could not do that.
errors-action-unlock = Unlock
errors-action-open-another = Open another vault
errors-action-reload = Load again
errors-action-confirm-passphrase = Confirm your passphrase

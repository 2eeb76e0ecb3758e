# Labels around errors; the errors themselves are worded in errors-sentences.ftl.

errors-summary = There is a problem
errors-title = Error: Plumbline
errors-action-unlock = Unlock
errors-action-open-another = Open another vault
errors-action-reload = Load again
errors-action-confirm-passphrase = Confirm your passphrase

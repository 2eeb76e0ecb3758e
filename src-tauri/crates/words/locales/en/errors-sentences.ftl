# Sentences of errors, spoken by Rust.

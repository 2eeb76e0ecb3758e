# Sentences of releases and files, spoken by Rust.

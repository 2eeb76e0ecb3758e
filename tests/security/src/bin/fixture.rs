//! Makes `tests/data/vaults/schema-N.plumb` anew for the newest schema: made-up content, a known passphrase.
//! Files of earlier schemas are never made again; they are what earlier versions really wrote.

use std::io::Write as _;
use std::path::Path;

use store::NEWEST_SCHEMA;
use support::Made;
use support::content::Texts;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let made = Made::closed("fixture", &Texts::plain());
    let digest = made.open()?.store.read().digest()?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/vaults");
    let target = folder.join(format!("schema-{NEWEST_SCHEMA}.plumb"));
    if target.exists() {
        return Err("there is one already; take it away first".into());
    }
    let fresh = Made::closed("fixture", &Texts::plain());
    std::fs::copy(&fresh.path, &target)?;
    writeln!(std::io::stdout(), "digest {digest}")?;
    Ok(())
}

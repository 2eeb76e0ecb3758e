//! The command line, as cli.md words it.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Fair, private scorecards for teams of employment advisers, from the terminal.
#[derive(Debug, Parser)]
#[command(name = "plumbline-cli", version, about, disable_help_subcommand = true)]
pub(crate) struct Line {
    /// Prints exactly one JSON document; errors too.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Where secrets come from.
#[expect(clippy::struct_field_names, reason = "the options' own names")]
#[derive(Debug, Clone, Args)]
pub(crate) struct Secrets {
    /// Reads the passphrase from the first line of a file, or of standard input with `-`.
    #[arg(long, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// Reads the new passphrase likewise.
    #[arg(long, value_name = "FILE")]
    pub(crate) new_passphrase_file: Option<PathBuf>,
    /// Reads the recovery code likewise.
    #[arg(long, value_name = "FILE")]
    pub(crate) code_file: Option<PathBuf>,
}

/// What an input file is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// Figures, long or wide.
    Figures,
    /// The roster.
    Roster,
}

/// Who a release is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Profile {
    /// The same organisation.
    Internal,
    /// A partner or the commissioner.
    Partner,
    /// Everybody.
    Public,
}

/// A file format of a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Comma-separated values.
    Csv,
    /// A workbook.
    Xlsx,
    /// A tagged PDF.
    Pdf,
    /// JSON.
    Json,
}

/// Everything that can be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Makes a new vault and prints its recovery code once.
    Create {
        /// The file to make, ending in .plumb.
        vault: PathBuf,
        /// Fills in the made-up Harbour team.
        #[arg(long)]
        sample: bool,
        /// Makes it even where the place has risks, such as a synced folder.
        #[arg(long)]
        accept_risks: bool,
        #[command(flatten)]
        secrets: Secrets,
    },
    /// Checks header, pages, freshness, journal chain and roll-ups, and says what was checked.
    Verify {
        /// The vault.
        vault: PathBuf,
        #[command(flatten)]
        secrets: Secrets,
    },
    /// Prints SHA-256 over the logical content: equal content, equal digest.
    Digest {
        /// The vault.
        vault: PathBuf,
        #[command(flatten)]
        secrets: Secrets,
    },
    /// Reads an input file without a vault and says what an import would do.
    Inspect {
        /// The spreadsheet.
        file: PathBuf,
        /// What to read it as; guessed when left out.
        #[arg(long)]
        kind: Option<Kind>,
        /// A saved mapping: what only you can say of the file, as JSON with any of
        /// `"kind"` (`figures`, `roster`), `"sheet"`, `"date_order"` (`day_first`, `month_first`), `"grain"` (`day`,
        /// `week`, `month`, `quarter`), `"columns"` (heading to meaning), `"kpis"` (name to code) and `"advisers"` (name
        /// to alias).
        #[arg(long, value_name = "JSON")]
        mapping: Option<PathBuf>,
    },
    /// Reads a spreadsheet in, as one batch.
    Import(Import),
    /// Takes a batch out whole.
    UndoImport {
        /// The vault.
        vault: PathBuf,
        /// The batch's number.
        batch: u32,
        #[command(flatten)]
        secrets: Secrets,
    },
    /// The team's scorecard, or one adviser's.
    Scorecard {
        /// The vault.
        vault: PathBuf,
        /// One adviser, by alias.
        #[arg(long, value_name = "ALIAS")]
        adviser: Option<String>,
        /// First month.
        #[arg(long, value_name = "MONTH")]
        from: Option<String>,
        /// Last month.
        #[arg(long, value_name = "MONTH")]
        to: Option<String>,
        /// Writes a PDF, a workbook or JSON, by the file's ending.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        #[command(flatten)]
        secrets: Secrets,
    },
    /// Any statistical method on a plain file, without a vault.
    Stats {
        /// The method.
        method: String,
        /// The figures.
        file: PathBuf,
        /// Options of the method.
        #[arg(long, value_name = "JSON")]
        options: Option<PathBuf>,
    },
    /// An anonymised summary with its risk report.
    Release {
        /// The vault.
        vault: PathBuf,
        /// What it is about: grain, from, to, kpis.
        #[arg(long, value_name = "JSON")]
        table: PathBuf,
        /// Who it is for.
        #[arg(long)]
        profile: Profile,
        /// Where to write it.
        #[arg(long, value_name = "FILE", required_unless_present = "dry_run")]
        out: Option<PathBuf>,
        /// The format; by the file's ending when left out.
        #[arg(long)]
        format: Option<Format>,
        /// Judges it and writes nothing.
        #[arg(long)]
        dry_run: bool,
        #[command(flatten)]
        secrets: Secrets,
    },
    /// The register of what went out.
    Releases {
        /// The vault.
        vault: PathBuf,
        #[command(flatten)]
        secrets: Secrets,
    },
    /// Changes the passphrase.
    Passphrase {
        /// The vault.
        vault: PathBuf,
        #[command(flatten)]
        secrets: Secrets,
    },
    /// Sets a new passphrase with the recovery code.
    Recover {
        /// The vault.
        vault: PathBuf,
        #[command(flatten)]
        secrets: Secrets,
    },
    /// The activity journal.
    Journal {
        /// The vault.
        vault: PathBuf,
        /// Checks the whole chain.
        #[arg(long)]
        verify: bool,
        #[command(flatten)]
        secrets: Secrets,
    },
    /// The main job on made-up figures, without a question asked.
    Demo {
        /// The folder to fill.
        folder: PathBuf,
    },
}

/// What an import takes in only when it is told to.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct More {
    /// Adds advisers that are not on the roster.
    #[arg(long)]
    pub(crate) create_advisers: bool,
    /// Adds KPIs that are not known.
    #[arg(long)]
    pub(crate) create_kpis: bool,
    /// Keeps the team's totals of months past keeping, where five advisers or more stand behind them.
    #[arg(long)]
    pub(crate) keep_totals: bool,
}

/// Reads a spreadsheet in.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The vault.
    pub(crate) vault: PathBuf,
    /// The spreadsheet.
    pub(crate) file: PathBuf,
    /// What to read it as; guessed when left out.
    #[arg(long)]
    pub(crate) kind: Option<Kind>,
    /// A saved mapping: what only you can say of the file, as JSON with any of
    /// `"kind"` (`figures`, `roster`), `"sheet"`, `"date_order"` (`day_first`, `month_first`), `"grain"` (`day`,
    /// `week`, `month`, `quarter`), `"columns"` (heading to meaning), `"kpis"` (name to code) and `"advisers"` (name
    /// to alias).
    #[arg(long, value_name = "JSON")]
    pub(crate) mapping: Option<PathBuf>,
    /// Says what would happen and writes nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[command(flatten)]
    pub(crate) more: More,
    /// Writes rows turned away to a file of the same layout.
    #[arg(long, value_name = "OUT")]
    pub(crate) rejects: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) secrets: Secrets,
}

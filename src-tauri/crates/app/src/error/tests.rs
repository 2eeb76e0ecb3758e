//! Every error with its message and hint, as one table for a person to proof-read.

use super::AppError;
use disclosure::TableRefusal;
use domain::figure::{FigureRefusal, KeepingRefusal};
use domain::kpi::KpiRefusal;
use domain::period::PeriodRefusal;
use domain::target::TargetRefusal;
use domain::team::TeamRefusal;
use domain::text::TextRefusal;
use intake::{FileRefusal, IntakeError};
use output::OutputError;
use std::fmt::Write as _;
use std::io;
use store::{Damaged, StoreError, StoreRefusal};
use vault::passphrase::{Blocked, PassphraseRefusal};
use vault::recovery::RecoveryRefusal;
use vault::{Damage, VaultError, VaultRefusal};

fn line(table: &mut String, name: &str, error: &AppError) {
    let code = serde_json::to_string(&error.code).unwrap();
    let field = error.field.as_deref().unwrap_or("-");
    let hint = error.hint.as_deref().unwrap_or("-");
    // The number under which a bug is found in the log is a new one every time.
    let hint = match hint.split_once(" and what you were doing") {
        Some((before, rest)) => {
            let named = before.rsplit_once('-').unwrap().0;
            format!("{named}-······ and what you were doing{rest}")
        }
        None => hint.to_owned(),
    };
    writeln!(
        table,
        "{name} · {code} · {field}\n  {}\n  {hint}",
        error.message
    )
    .unwrap();
}

macro_rules! lines {
    ($table:expr; $($error:expr),+ $(,)?) => {
        $(line($table, stringify!($error), &AppError::from($error));)+
    };
}

#[test]
fn every_error_of_the_vault_reads_well() {
    let mut table = String::new();
    lines!(&mut table;
        VaultError::WrongPassphrase,
        VaultError::TooNew,
        VaultError::Busy { since: None, host: None },
        VaultError::OlderThanSeen,
        VaultError::NotAVault,
        VaultError::Disk(io::ErrorKind::StorageFull),
        VaultError::Disk(io::ErrorKind::PermissionDenied),
        VaultError::Disk(io::ErrorKind::NotFound),
        VaultError::Disk(io::ErrorKind::Other),
        Damage::Header,
        Damage::HeaderAltered,
        Damage::Parameters,
        Damage::Ring,
        Damage::RingStale,
        Damage::Length,
        Damage::Body,
        Damage::Structure,
        Damage::CommitsLost,
        Damage::ForeignCompanion,
        Damage::Journal,
        Damage::ReadBack,
        VaultRefusal::Exists,
        VaultRefusal::NotRegular,
        VaultRefusal::HardLinked,
        VaultRefusal::NoFolder,
        VaultRefusal::RingFull,
        VaultRefusal::SubjectKnown,
        VaultRefusal::SubjectUnknown,
        VaultRefusal::NoFreeSlot,
        VaultRefusal::Library,
        VaultRefusal::Setting,
        VaultRefusal::Resting,
        VaultRefusal::Parameters,
        VaultRefusal::Machine,
        VaultRefusal::Database,
    );
    insta::assert_snapshot!(table);
}

#[test]
fn every_error_of_a_typed_secret_reads_well() {
    let mut table = String::new();
    lines!(&mut table;
        PassphraseRefusal::TooShort { missing: 1 },
        PassphraseRefusal::TooShort { missing: 7 },
        PassphraseRefusal::TooLong,
        PassphraseRefusal::Blocked(Blocked::Repeats),
        PassphraseRefusal::Blocked(Blocked::Runs),
        PassphraseRefusal::Blocked(Blocked::Names),
        PassphraseRefusal::Blocked(Blocked::Known),
        RecoveryRefusal::Length { group: None },
        RecoveryRefusal::Length { group: Some(3) },
        RecoveryRefusal::Character { group: 3 },
        RecoveryRefusal::Mistyped { group: 3 },
        RecoveryRefusal::MistypedSeveral,
    );
    insta::assert_snapshot!(table);
}

#[test]
fn every_error_of_the_tables_and_the_trade_reads_well() {
    let mut table = String::new();
    lines!(&mut table;
        StoreError::TooNew,
        StoreError::Busy { since: None, host: None },
        StoreError::DiskFull,
        StoreError::NotFound,
        Damaged::Structure,
        Damaged::Value,
        Damaged::Sealed,
        Damaged::Journal(7),
        Damaged::Migration,
        StoreRefusal::AlreadyUndone,
        StoreRefusal::VersionOrder,
        StoreRefusal::Order,
        TeamRefusal::AliasTaken,
        TeamRefusal::Text(TextRefusal::Empty),
        TeamRefusal::FullTimeShare,
        TeamRefusal::Overlap,
        TeamRefusal::Backwards,
        TextRefusal::Empty,
        TextRefusal::TooLong { limit: 60 },
        TextRefusal::Control,
        KpiRefusal::CodeTaken,
        KpiRefusal::PurposeMissing,
        KpiRefusal::DenominatorMissing,
        KpiRefusal::VersionOrder,
        KpiRefusal::KindFixed,
        TargetRefusal::NoDirection,
        TargetRefusal::OutOfRange,
        TargetRefusal::Backwards,
        TargetRefusal::SourceMissing,
        FigureRefusal::NumeratorAboveDenominator,
        FigureRefusal::Negative,
        FigureRefusal::DenominatorMissing,
        FigureRefusal::OutOfNothing,
        FigureRefusal::TooLarge,
        FigureRefusal::NotInTeam,
        FigureRefusal::Future,
        FigureRefusal::Expired,
        KeepingRefusal::Months,
        KeepingRefusal::NoReason,
        PeriodRefusal::Form,
        PeriodRefusal::NoSuchPeriod,
        PeriodRefusal::Year,
    );
    insta::assert_snapshot!(table);
}

#[test]
fn every_error_of_files_reads_well() {
    let mut table = String::new();
    for refusal in FileRefusal::ALL {
        line(&mut table, refusal.class(), &AppError::from(refusal));
    }
    lines!(&mut table;
        FileRefusal::Stalled,
        FileRefusal::MonthsAcross,
        IntakeError::Cancelled,
        IntakeError::Changed,
        IntakeError::Disk(io::ErrorKind::NotFound.into()),
        OutputError::Pdf,
        OutputError::Workbook,
        OutputError::Text,
        OutputError::ReadBack,
        TableRefusal::Empty,
        TableRefusal::Ragged,
        TableRefusal::Repeated,
        TableRefusal::Contribution,
    );
    insta::assert_snapshot!(table);
}

#[test]
fn no_sentence_of_an_error_is_missing() {
    let catalogue = include_str!("../../../words/locales/en/errors-sentences.ftl");
    let keys: Vec<&str> = catalogue
        .lines()
        .filter(|line| line.starts_with("error-"))
        .filter_map(|line| line.split_once(" =").map(|(key, _)| key))
        .collect();
    for key in &keys {
        if !key.ends_with("-hint") {
            let hint = format!("{key}-hint");
            assert!(keys.contains(&hint.as_str()), "{key} says nothing to do");
        }
    }
}

//! What the measures of a file are: KPIs of the vault or of the library, or new ones.

use crate::data::{LibraryKpi, Scale};
use crate::error::AppError;
use crate::intake::view::KnownKpi;
use crate::kpis::{library, make_code};
use crate::wording::words;
use domain::kpi::{
    Block, Direction, ExposureKind, Kind, KpiDefinition, KpiId, Roll, definition_on,
};
use domain::period::Grain;
use domain::text::Label;
use intake::{KindGuess, KpiFound, Survey};
use std::collections::BTreeSet;
use store::kpis::KpiEntry;

/// How a name of the file stands to the vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is there.
    Known,
    /// It will be added.
    New,
    /// It is not there and is not to be added.
    Unknown,
}

/// A KPI named in the file.
#[derive(Debug, Clone)]
pub(super) struct Measured {
    pub(super) standing: Standing,
    /// As in the file.
    pub(super) name: String,
    pub(super) id: KpiId,
    /// Its definitions, oldest first; never empty.
    pub(super) versions: Vec<KpiDefinition>,
    /// The first KPI of the file that is the same.
    pub(super) same_as: usize,
    /// The code of the library's KPI that it is or may be.
    pub(super) like: Option<String>,
    /// The scale that its values lie on.
    pub(super) scale: Option<&'static Scale>,
}

impl Measured {
    /// Its kind, which no version changes.
    pub(super) fn kind(&self) -> Kind {
        self.versions
            .last()
            .map_or(Kind::Count, |version| version.kind)
    }

    /// The definition of a day.
    pub(super) fn on(&self, day: chrono::NaiveDate) -> Option<&KpiDefinition> {
        definition_on(&self.versions, day)
    }
}

/// Whether names that are not there are to be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Missing {
    Add,
    Reject,
}

impl Missing {
    pub(super) fn of(create: bool) -> Self {
        if create { Self::Add } else { Self::Reject }
    }

    pub(super) fn standing(self) -> Standing {
        match self {
            Self::Add => Standing::New,
            Self::Reject => Standing::Unknown,
        }
    }
}

/// The KPIs of a file. A KPI of the library that the vault does not have yet is added as the library defines it.
/// Dates that prove no grain stand for the KPIs' own.
pub(super) fn kpis(
    survey: &mut Survey,
    vault: &[KpiEntry],
    chosen: &[KnownKpi],
    missing: Missing,
) -> Result<Vec<Measured>, AppError> {
    let kpis = measured_all(survey, vault, chosen, missing)?;
    let before = survey.grain;
    if let Some(grain) = own_grain(&kpis) {
        survey.suppose_grain(grain);
    }
    if survey.grain == before {
        Ok(kpis)
    } else {
        measured_all(survey, vault, chosen, missing)
    }
}

/// The grain of the KPIs that the vault or the library knows; of several the longest, a month at most.
fn own_grain(kpis: &[Measured]) -> Option<Grain> {
    let is_known = |kpi: &&Measured| kpi.standing == Standing::Known || kpi.like.is_some();
    let newest = |kpi: &Measured| kpi.versions.last().map(|version| version.grain);
    let mut grains: Vec<Grain> = kpis.iter().filter(is_known).filter_map(newest).collect();
    grains.sort_unstable();
    grains.dedup();
    match grains.as_slice() {
        [only] => Some(*only),
        several => several
            .iter()
            .rev()
            .find(|grain| **grain != Grain::Quarter)
            .copied(),
    }
}

fn measured_all(
    survey: &Survey,
    vault: &[KpiEntry],
    chosen: &[KnownKpi],
    missing: Missing,
) -> Result<Vec<Measured>, AppError> {
    let (found, grain) = (&survey.kpis, survey.grain);
    let mut taken: BTreeSet<String> = vault.iter().map(|entry| entry.code.clone()).collect();
    taken.extend(
        library()
            .all()
            .iter()
            .map(|kpi| kpi.definition.code.clone()),
    );
    let mut kpis: Vec<Measured> = Vec::with_capacity(found.len());
    for (place, kpi) in found.iter().enumerate() {
        let chosen = chosen
            .iter()
            .find(|known| known.name == kpi.name)
            .map(|known| known.code.as_str());
        let grain = kpi.grain.unwrap_or(grain);
        let mut measured = measured(kpi, vault, chosen, (missing, grain), &taken)?;
        taken.extend(measured.versions.iter().map(|version| version.code.clone()));
        let code = |one: &Measured| one.versions.first().map(|version| version.code.clone());
        measured.same_as = kpis
            .iter()
            .position(|other| code(other) == code(&measured))
            .unwrap_or(place);
        kpis.push(measured);
    }
    Ok(kpis)
}

fn measured(
    found: &KpiFound,
    vault: &[KpiEntry],
    chosen: Option<&str>,
    (missing, grain): (Missing, Grain),
    taken: &BTreeSet<String>,
) -> Result<Measured, AppError> {
    let like = match chosen {
        Some(code) => library().find(code),
        None => in_library(&found.name).filter(|like| fits(like, found, grain)),
    };
    let known = match chosen {
        Some(code) => vault.iter().find(|entry| entry.code == code),
        None => in_vault(&found.name, vault).or_else(|| {
            vault
                .iter()
                .find(|entry| like.is_some_and(|like| like.definition.code == entry.code))
        }),
    };
    let standing = match (known, chosen) {
        (Some(_), _) => Standing::Known,
        // The library is known wherever the app is: whoever names a KPI of it wants it.
        (None, Some(_) | None) if like.is_some() => Standing::New,
        (None, Some(_) | None) => missing.standing(),
    };
    let versions = match (known, like) {
        (Some(entry), _) => entry.versions.clone(),
        (None, Some(like)) => vec![like.definition.clone()],
        (None, None) => vec![local(found, grain, make_code(&found.name, taken))?],
    };
    let shipped = versions.last().filter(|newest| !newest.local);
    Ok(Measured {
        standing,
        name: found.name.clone(),
        id: known.map_or(KpiId(0), |entry| entry.id),
        scale: shipped.and_then(|newest| library().scale_of(&newest.code)),
        versions,
        same_as: 0,
        like: like.map(|like| like.definition.code.clone()),
    })
}

/// What is said of a file's KPIs now, and for the others what was said for an earlier file of its shape. Whoever says
/// that one is new, without a code, takes back what was said.
pub(super) fn with_earlier(mut now: Vec<KnownKpi>, earlier: Vec<KnownKpi>) -> Vec<KnownKpi> {
    for known in earlier {
        if now.iter().all(|one| one.name != known.name) {
            now.push(known);
        }
    }
    now.retain(|known| !known.code.is_empty());
    now
}

/// Names and codes by which a file may speak of KPIs, so that none of them is taken for a person's: those of the vault,
/// of the library, and what somebody said to be one of them.
pub(super) fn names(vault: &[KpiEntry], chosen: &[KnownKpi]) -> Vec<String> {
    let ours = vault.iter().flat_map(|entry| {
        let names = entry.versions.iter();
        let names = names.map(|version| version.name.as_str().to_owned());
        names.chain([entry.code.clone()])
    });
    let library = library().all().iter().flat_map(|kpi| {
        let definition = &kpi.definition;
        [definition.name.as_str().to_owned(), definition.code.clone()]
    });
    let chosen = chosen.iter().map(|known| known.name.clone());
    ours.chain(library).chain(chosen).collect()
}

fn in_library(name: &str) -> Option<&'static LibraryKpi> {
    library()
        .find_named(name)
        .or_else(|| library().find(&leading_code(name)?))
}

/// Whether figures can be those of a KPI of the library that nobody chose: quarters' totals have no place among months,
/// and a share to which only a synonym points needs a whole. Otherwise every row would be turned away, where "job
/// outcomes" without a whole, or by quarters, are a KPI of their own.
fn fits(like: &LibraryKpi, found: &KpiFound, grain: Grain) -> bool {
    let definition = &like.definition;
    let needs_whole = definition.kind.needs_denominator()
        || definition.kind == Kind::Rate && definition.exposure == ExposureKind::None;
    let has_whole = found.guess != KindGuess::Count;
    let is_coded = leading_code(&found.name).is_some_and(|code| code == definition.code);
    let is_named = is_coded || plain(definition.name.as_str()) == plain(&found.name);
    let is_too_long = !is_coded && grain == Grain::Quarter && definition.grain != Grain::Quarter;
    !is_too_long && (!needs_whole || has_whole || is_named)
}

/// A KPI of the vault by its code, by the name of any of its versions, or by the code in front of a name.
fn in_vault<'a>(name: &str, vault: &'a [KpiEntry]) -> Option<&'a KpiEntry> {
    let wanted = plain(name);
    let is_named = |entry: &&KpiEntry| {
        plain(&entry.code) == wanted
            || entry
                .versions
                .iter()
                .any(|version| plain(version.name.as_str()) == wanted)
    };
    vault.iter().find(is_named).or_else(|| {
        let code = leading_code(name)?;
        vault.iter().find(|entry| entry.code == code)
    })
}

/// `K09` of "K09 Attendance".
fn leading_code(name: &str) -> Option<String> {
    let code = name
        .split(|letter: char| !letter.is_alphanumeric())
        .next()?
        .to_uppercase();
    let digits = code.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let is_code = !digits.is_empty()
        && digits.len() < code.len()
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_code.then_some(code)
}

fn plain(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The definition of a KPI that only the file knows, to be completed by the manager (rulings 19).
fn local(found: &KpiFound, grain: Grain, code: String) -> Result<KpiDefinition, AppError> {
    let say = |key: &str| words().say(key, &[]);
    let kind = match found.guess {
        KindGuess::Count => Kind::Count,
        KindGuess::Rate => Kind::Rate,
        KindGuess::Value => Kind::Value,
        KindGuess::Proportion => Kind::Proportion,
    };
    let out_of = match kind {
        Kind::Count => String::new(),
        Kind::Proportion | Kind::ScoreShare | Kind::Rate => say("intake-kpi-out-of"),
        Kind::Value => say("intake-kpi-readings"),
    };
    Ok(KpiDefinition {
        id: KpiId(0),
        code,
        version: 1,
        valid_from: None,
        name: Label::parse(&found.name)?,
        unit_words: String::new(),
        numerator: found.name.clone(),
        denominator: out_of,
        excludes: Vec::new(),
        kind,
        direction: Direction::Neutral,
        block: Block::Context,
        stage: "S0".to_owned(),
        grain: match grain {
            Grain::Day | Grain::Month => Grain::Month,
            Grain::Week => Grain::Week,
            Grain::Quarter => Grain::Quarter,
        },
        roll: match kind {
            Kind::Value => Roll::MeanWeighted,
            Kind::Proportion | Kind::ScoreShare | Kind::Count | Kind::Rate => Roll::Sum,
        },
        exposure: ExposureKind::None,
        lag_days: 0,
        window_days: 0,
        minimum_denominator: match kind {
            Kind::Proportion | Kind::ScoreShare => 10,
            Kind::Count | Kind::Rate | Kind::Value => 0,
        },
        pair: None,
        feeders: Vec::new(),
        tasks: Vec::new(),
        purpose: say("intake-kpi-purpose"),
        less_intrusive: say("intake-kpi-less-intrusive"),
        local: true,
    })
}

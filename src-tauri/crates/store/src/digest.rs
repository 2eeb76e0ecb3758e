//! The digest of a vault's business content by natural keys (rulings 19): equal content has an equal digest,
//! whoever entered it when and in which order. It leaves out numbers given by the store, instants, the journal,
//! imports, old values, undo steps and drafts.

use std::collections::BTreeMap;

use domain::kpi::{KpiDefinition, KpiId};
use domain::period::Period;
use domain::scorecard::HandBaseline;
use domain::target::Scope;
use domain::team::{Adviser, AdviserId, PersonName, TeamId};
use domain::text::Note;
use vault::Digest;

use crate::coded::Coded;
use crate::error::StoreError;
use crate::figures::Cell;
use crate::handle::Read;
use crate::kpis::KpiEntry;
use crate::phases::CellPhases;
use crate::releases::{Outcome, ReleaseCell};
use crate::rows::{day_text, label_text, list, stored};

/// 64 hexadecimal digits.
pub(crate) fn derive(read: Read<'_>) -> Result<String, StoreError> {
    let mut content = Content::default();
    let names = Names::load(read)?;
    setup(&mut content, read, &names)?;
    targets(&mut content, read, &names)?;
    for adviser in &names.advisers {
        about_adviser(&mut content, read, &names, adviser)?;
    }
    totals(&mut content, read, &names)?;
    releases(&mut content, read, &names)?;
    let digits = content.0.finish().map(|byte| [byte >> 4, byte & 15]);
    let digits = digits.as_flattened().iter();
    Ok(digits
        .filter_map(|digit| char::from_digit(u32::from(*digit), 16))
        .collect())
}

/// What is digested: texts and numbers, each with its kind before it.
#[derive(Default)]
struct Content(Digest);

impl Content {
    fn text(&mut self, text: &str) {
        self.0.take(b"t");
        self.0.take(text.as_bytes());
    }

    fn number(&mut self, number: i64) {
        self.0.take(b"n");
        self.0.take(&number.to_le_bytes());
    }

    fn maybe(&mut self, number: Option<i64>) {
        match number {
            Some(number) => self.number(number),
            None => self.0.take(b"-"),
        }
    }

    fn note(&mut self, note: Option<&Note>) {
        self.text(note.map(Note::reveal).unwrap_or_default());
    }

    fn real(&mut self, real: f64) {
        self.0.take(b"r");
        self.0.take(&real.to_le_bytes());
    }
}

/// Numbers of the store and the natural keys they stand for.
struct Names {
    teams: BTreeMap<TeamId, String>,
    /// By alias.
    advisers: Vec<Adviser>,
    aliases: BTreeMap<AdviserId, String>,
    /// By code.
    kpis: Vec<KpiEntry>,
    codes: BTreeMap<KpiId, String>,
}

impl Names {
    fn load(read: Read<'_>) -> Result<Self, StoreError> {
        let (advisers, kpis) = (read.team().advisers()?, read.kpis().all()?);
        let teams = read.team().teams()?.into_iter();
        let alias = |one: &Adviser| (one.id, one.alias.reveal().to_owned());
        Ok(Self {
            teams: teams
                .map(|team| (team.id, team.name.as_str().to_owned()))
                .collect(),
            aliases: advisers.iter().map(alias).collect(),
            codes: kpis.iter().map(|kpi| (kpi.id, kpi.code.clone())).collect(),
            advisers,
            kpis,
        })
    }

    fn team(&self, team: TeamId) -> &str {
        self.teams
            .get(&team)
            .map(String::as_str)
            .unwrap_or_default()
    }

    /// The alias; nothing for somebody erased.
    fn alias(&self, adviser: AdviserId) -> &str {
        self.aliases
            .get(&adviser)
            .map(String::as_str)
            .unwrap_or_default()
    }

    fn code(&self, kpi: KpiId) -> &str {
        self.codes.get(&kpi).map(String::as_str).unwrap_or_default()
    }
}

fn setup(content: &mut Content, read: Read<'_>, names: &Names) -> Result<(), StoreError> {
    for (name, value) in read.settings().all()? {
        content.text("setting");
        content.text(&name);
        content.text(&value);
    }
    let programmes = read.team().programmes()?;
    for programme in &programmes {
        content.text("programme");
        content.text(programme.name.as_str());
        content.number(i64::from(programme.support_days));
        content.number(i64::from(programme.outcome_lag_days));
    }
    for team in read.team().teams()? {
        let programme = programmes.iter().find(|one| one.id == team.programme);
        content.text("team");
        content.text(team.name.as_str());
        content.text(label_text(team.site.as_ref()));
        content.text(programme.map(|one| one.name.as_str()).unwrap_or_default());
        content.number(team.calendar.code());
    }
    for kpi in &names.kpis {
        content.text("kpi");
        content.text(&kpi.code);
        content.number(kpi.in_use.code());
        for version in &kpi.versions {
            definition(content, version);
        }
    }
    Ok(())
}

fn definition(content: &mut Content, one: &KpiDefinition) {
    content.number(i64::from(one.version));
    content.text(&day_text(one.valid_from));
    let texts = [
        one.name.as_str(),
        &one.unit_words,
        &one.numerator,
        &one.denominator,
        &one.stage,
        &one.purpose,
        &one.less_intrusive,
        one.pair.as_deref().unwrap_or_default(),
    ];
    for text in texts {
        content.text(text);
    }
    for list in [&one.excludes, &one.feeders, &one.tasks] {
        content.number(stored(list.len()));
        for text in list {
            content.text(text);
        }
    }
    let numbers = [
        one.kind.code(),
        one.direction.code(),
        one.block.code(),
        Coded::code(one.grain),
        one.roll.code(),
        one.exposure.code(),
        i64::from(one.lag_days),
        i64::from(one.window_days),
        i64::from(one.minimum_denominator),
        i64::from(one.local),
    ];
    for number in numbers {
        content.number(number);
    }
}

fn targets(content: &mut Content, read: Read<'_>, names: &Names) -> Result<(), StoreError> {
    let mut targets = read.kpis().targets()?;
    let bound = |scope: Scope| match scope {
        Scope::Each => ("each", ""),
        Scope::Team => ("team", ""),
        Scope::Adviser(adviser) => ("adviser", names.alias(adviser)),
    };
    targets.sort_by_cached_key(|one| {
        let (scope, alias) = bound(one.scope);
        let place = (names.code(one.kpi).to_owned(), scope, alias.to_owned());
        (
            place,
            one.from,
            one.to,
            one.level.code(),
            one.millionths,
            one.source.clone(),
        )
    });
    for target in targets {
        let (scope, alias) = bound(target.scope);
        content.text("target");
        content.text(names.code(target.kpi));
        content.text(scope);
        content.text(alias);
        content.number(target.level.code());
        content.number(target.millionths);
        content.text(&day_text(Some(target.from)));
        content.text(&day_text(target.to));
        content.text(&target.source);
    }
    Ok(())
}

fn about_adviser(
    content: &mut Content,
    read: Read<'_>,
    names: &Names,
    adviser: &Adviser,
) -> Result<(), StoreError> {
    content.text("adviser");
    content.text(adviser.alias.reveal());
    content.text(
        adviser
            .name
            .as_ref()
            .map(PersonName::reveal)
            .unwrap_or_default(),
    );
    content.text(&day_text(adviser.started));
    content.text(&day_text(adviser.left));
    content.note(read.team().note(adviser.id)?.as_ref());
    for one in &adviser.assignments {
        content.text(names.team(one.team));
        content.text(label_text(one.site.as_ref()));
        content.text(label_text(one.grade.as_ref()));
        // Only where there is one, so that files from before it keep their digest.
        if let Some(band) = &one.band {
            content.text("band");
            content.text(band.as_str());
        }
        content.number(i64::from(one.share.thousandths()));
        content.text(&day_text(Some(one.from)));
        content.text(&day_text(one.to));
    }
    for one in &adviser.availability {
        content.text(&day_text(Some(one.from)));
        content.text(&day_text(Some(one.to)));
        content.number(i64::from(one.half_days));
    }
    for kpi in &names.kpis {
        figures(content, read, (adviser.id, kpi.id), &kpi.code)?;
    }
    Ok(())
}

fn figures(
    content: &mut Content,
    read: Read<'_>,
    (adviser, kpi): (AdviserId, KpiId),
    code: &str,
) -> Result<(), StoreError> {
    let mut statement = read.connection().prepare_cached(
        "SELECT period, numerator, denominator, exposure, status FROM figure
        WHERE adviser = ?1 AND kpi = ?2 ORDER BY period",
    )?;
    let mut rows = statement.query((adviser.0, kpi.0))?;
    content.text("figures");
    content.text(code);
    while let Some(row) = rows.next()? {
        content.number(row.get(0)?);
        content.number(row.get(1)?);
        content.maybe(row.get(2)?);
        content.maybe(row.get(3)?);
        content.number(row.get(4)?);
    }
    for table in ["figure_query", "figure_note"] {
        let sql =
            format!("SELECT period FROM {table} WHERE adviser = ?1 AND kpi = ?2 ORDER BY period");
        content.text(table);
        for period in list(read.connection(), &sql, (adviser.0, kpi.0), |row| {
            crate::rows::period(row, 0)
        })? {
            content.number(period.key());
            let cell = Cell {
                adviser,
                kpi,
                period,
            };
            content.note(read.figures().note(&cell)?.as_ref());
        }
    }
    phases(content, &read.phases().of(adviser, kpi)?);
    Ok(())
}

/// Phases in order, each followed by its baseline.
fn phases(content: &mut Content, set: &CellPhases) {
    let of = |from: Option<Period>| set.baselines.iter().filter(move |one| one.from == from);
    of(None).for_each(|one| baseline(content, one));
    for phase in &set.phases {
        content.text("phase");
        content.number(phase.start.from.key());
        content.text(&phase.start.reason);
        if let Some(frozen) = &phase.start.frozen {
            content.number(frozen.chart.code());
            for one in [frozen.centre, frozen.spread, frozen.median_n] {
                content.real(one);
            }
            content.number(stored(frozen.points));
        }
        of(Some(phase.start.from)).for_each(|one| baseline(content, one));
    }
    // Those of phases that a new definition began.
    let is_by_hand = |from: Period| set.phases.iter().any(|phase| phase.start.from == from);
    for one in &set.baselines {
        if let Some(from) = one.from.filter(|from| !is_by_hand(*from)) {
            content.number(from.key());
            baseline(content, one);
        }
    }
}

fn baseline(content: &mut Content, set: &HandBaseline) {
    content.text("baseline");
    content.number(i64::from(set.points));
    content.text(&set.reason);
}

fn totals(content: &mut Content, read: Read<'_>, names: &Names) -> Result<(), StoreError> {
    let mut totals = read.totals().all()?;
    totals.sort_by_key(|one| (names.code(one.kpi), one.month));
    for one in &totals {
        content.text("total");
        content.text(names.code(one.kpi));
        content.number(one.month.key());
        content.number(one.amount.numerator);
        content.maybe(one.amount.denominator);
        content.maybe(one.amount.exposure);
        content.number(i64::from(one.advisers));
    }
    Ok(())
}

fn releases(content: &mut Content, read: Read<'_>, names: &Names) -> Result<(), StoreError> {
    // In the order they went out, which is part of what the register says.
    for release in read.releases().list()?.iter().rev() {
        content.text("release");
        content.number(release.audience.code());
        content.number(Coded::code(release.grain));
        content.number(release.from.key());
        content.number(release.to.key());
        let mut cells = read.releases().cells(release.id)?;
        let place = |one: &ReleaseCell| {
            (
                names.team(one.team).to_owned(),
                one.period,
                names.code(one.kpi).to_owned(),
            )
        };
        cells.sort_by_cached_key(place);
        for cell in &cells {
            release_cell(content, names, cell);
        }
    }
    Ok(())
}

fn release_cell(content: &mut Content, names: &Names, cell: &ReleaseCell) {
    content.text(names.team(cell.team));
    content.number(cell.period.key());
    content.text(names.code(cell.kpi));
    match cell.outcome {
        Outcome::Hidden => content.text("hidden"),
        Outcome::Nothing => content.text("nothing"),
        Outcome::Number(number) => content.number(number),
        Outcome::Pair(number, out_of) => {
            content.number(number);
            content.number(out_of);
        }
    }
    let mut members: Vec<&str> = cell.members.iter().map(|one| names.alias(*one)).collect();
    members.sort_unstable();
    content.number(stored(members.len()));
    for alias in members {
        content.text(alias);
    }
}

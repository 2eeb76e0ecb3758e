//! One walk over every row: names met, dates proved, columns watched, kinds guessed. Nothing is decided until the
//! last row, and nothing of a row is kept.

use super::findings::Findings;
use super::kinds::Numbers;
use super::layout::{columns_of, guess_of, missing, take_staff_names};
use super::look::Look;
use super::names::{Met, Names, is_nobody};
use super::people::{self, Named, People};
use super::periods::Periods;
use super::{Guard, KpiFound, MissingColumn, Survey, is_total_row};
use crate::columns::{self, Choices, Column, Guess, IntakeKind, Meaning, grain_of_heading};
use crate::dates::{DateReading, DateRule, GrainReading, PeriodForm};
use crate::detectors::{Detector, RefusedColumn};
use crate::grid::{Cells, Nature};
use crate::limits::Limits;
use crate::numbers::{Commas, Marks, Readings};
use crate::progress::Run;
use crate::refusal::{FileRefusal, IntakeError};
use crate::rows::Plan;
use crate::source::Source;
use domain::team::Alias;
use domain::text::Label;

/// How dates, periods and numbers are read.
type Read = (DateReading, PeriodForm, (DateRule, GrainReading), Commas);

/// Lines of total rows that are named.
const TOTAL_LINES: usize = 100;

pub(super) struct Pass {
    look: Look,
    guess: Guess,
    columns: Vec<Column>,
    plan: Plan,
    limits: Limits,
    marks: Marks,
    findings: Vec<Findings>,
    advisers: Names,
    kpis: Names,
    people: People,
    choices: Choices,
    numbers: Vec<Numbers>,
    periods: Periods,
    rows: u64,
    totals: u64,
    total_lines: Vec<u64>,
    formulas: u64,
    refusal: Option<FileRefusal>,
}

impl Pass {
    pub(super) fn new(source: &Source, mut look: Look, choices: &Choices) -> Self {
        // In a roster a name is an adviser's, and nobody else's is expected there.
        let names = take_staff_names(&mut look);
        let (mut refused, mut guess) = guess_of(&look, choices);
        if !names.is_empty() && guess.kind != IntakeKind::Roster {
            look.announced.extend(names);
            (refused, guess) = guess_of(&look, choices);
        }
        let columns = columns_of(&look, &guess, &refused);
        let plan = Plan::new(guess.layout, &columns);
        let wide: Vec<String> = match &plan {
            Plan::Wide(plan) => plan.kpis.iter().map(|kpi| kpi.name.clone()).collect(),
            Plan::Long(_) | Plan::Roster(_) => Vec::new(),
        };
        Self {
            findings: columns.iter().map(|_| Findings::default()).collect(),
            numbers: vec![Numbers::default(); wide.len()],
            kpis: Names::of_kpis(wide.iter().map(String::as_str)),
            advisers: Names::of_advisers(&[]),
            people: People::default(),
            choices: choices.clone(),
            limits: source.limits(),
            marks: Marks::default(),
            periods: match plan.period() {
                Some(_) => Periods::of_column(source.nought()),
                None => Periods::default(),
            },
            rows: 0,
            totals: 0,
            total_lines: Vec::new(),
            formulas: 0,
            refusal: guess.has_months_across.then_some(FileRefusal::MonthsAcross),
            look,
            guess,
            columns,
            plan,
        }
    }

    pub(super) fn run(&mut self, source: &Source, run: &mut Run<'_>) -> Result<(), IntakeError> {
        let mut reader = source.rows(self.look.sheet, run)?;
        let mut cells = Cells::default();
        let plan = self.plan.clone();
        while reader.next_row(&mut cells)? {
            if cells.line <= self.look.heading_line {
                continue;
            }
            self.formulas += u64::from(cells.formulas);
            if is_total_row(&plan, &cells) {
                self.totals += 1;
                if self.total_lines.len() < TOTAL_LINES {
                    self.total_lines.push(cells.line);
                }
            } else {
                self.rows += 1;
                self.row(&plan, &cells)?;
            }
            run.after_row(source.progress(self.rows + self.totals, reader.bytes()))?;
        }
        source.check_unchanged()
    }

    fn row(&mut self, plan: &Plan, cells: &Cells) -> Result<(), IntakeError> {
        self.watch(cells);
        self.meet_adviser(plan, cells)?;
        let mut written = None;
        for column in plan.dates() {
            written = self.periods.add(cells.get(column), cells.line);
        }
        match plan {
            Plan::Long(plan) => {
                let kpi = self.meet_kpi(plan.kpi, cells)?;
                if let Some(numbers) = kpi.and_then(|kpi| self.numbers_of(kpi)) {
                    numbers.dated(written);
                }
                self.count(kpi, plan.numerator, plan.denominator, cells);
                self.number(plan.exposure, cells);
            }
            Plan::Wide(plan) => {
                for (kpi, columns) in (0u32..).zip(&plan.kpis) {
                    self.count(
                        Some(kpi),
                        Some(columns.numerator),
                        columns.denominator,
                        cells,
                    );
                }
            }
            Plan::Roster(plan) => {
                self.number(plan.full_time_share, cells);
            }
        }
        Ok(())
    }

    fn watch(&mut self, cells: &Cells) {
        for ((index, column), findings) in self.columns.iter().enumerate().zip(&mut self.findings) {
            let cell = cells.get(index);
            if cell.text.is_empty() {
                continue;
            }
            let is_free = column.meaning.is_free();
            if column.meaning.is_named() || !is_free && cell.text.len() < 5 {
                findings.add_plain(cell.text, column.meaning == Meaning::Kpi);
            } else {
                findings.add(cell, is_free);
            }
        }
    }

    fn meet_adviser(&mut self, plan: &Plan, cells: &Cells) -> Result<(), IntakeError> {
        let Some(cell) = plan.adviser().map(|column| cells.get(column)) else {
            return Ok(());
        };
        let is_empty = cell.text.is_empty() || is_nobody(cell.text);
        if is_empty || cell.nature == Nature::Error {
            return Ok(());
        }
        match self.advisers.known(cell.text) {
            Some(_) => Ok(()),
            None if Alias::parse(cell.text).is_err() => {
                self.look_at_adviser(cell.text);
                Ok(())
            }
            None => match self.advisers.meet(cell.text, self.limits.advisers) {
                Some(Met::Before(_) | Met::Anew(_)) => {
                    self.look_at_adviser(cell.text);
                    Ok(())
                }
                None => Err(FileRefusal::TooLarge.into()),
            },
        }
    }

    fn meet_kpi(
        &mut self,
        column: Option<usize>,
        cells: &Cells,
    ) -> Result<Option<u32>, IntakeError> {
        let Some(cell) = column.map(|column| cells.get(column)) else {
            return Ok(None);
        };
        if cell.text.is_empty() || cell.nature == Nature::Error {
            return Ok(None);
        }
        if let Some(known) = self.kpis.known(cell.text) {
            return Ok(Some(known));
        }
        match self.people.look(column, cell.text, &self.choices) {
            Named::Kpi => {}
            Named::Person => return Ok(None),
            Named::Identifier => self.refusal = Some(FileRefusal::Identifier),
        }
        if Label::parse(cell.text).is_err() {
            return Ok(None);
        }
        match self.kpis.meet(cell.text, self.limits.kpis) {
            Some(Met::Before(place) | Met::Anew(place)) => {
                self.numbers.push(Numbers::default());
                Ok(Some(place))
            }
            None => Err(FileRefusal::TooLarge.into()),
        }
    }

    /// An identifier where an adviser belongs refuses the file (rulings 19).
    fn look_at_adviser(&mut self, text: &str) {
        if people::is_identifier(text) {
            self.refusal = Some(FileRefusal::Identifier);
        }
    }

    fn count(
        &mut self,
        kpi: Option<u32>,
        numerator: Option<usize>,
        denominator: Option<usize>,
        cells: &Cells,
    ) {
        let counted = self.number(numerator, cells);
        let out_of = self.number(denominator, cells);
        if let Some(numbers) = kpi.and_then(|kpi| self.numbers_of(kpi)) {
            numbers.add(&counted, &out_of);
        }
    }

    fn numbers_of(&mut self, kpi: u32) -> Option<&mut Numbers> {
        self.numbers.get_mut(usize::try_from(kpi).ok()?)
    }

    /// A cell read both ways, which tells something of the marks in it.
    fn number(&mut self, column: Option<usize>, cells: &Cells) -> Readings {
        let readings = column.map_or(Readings::BLANK, |column| Readings::of(cells.get(column)));
        self.marks.add(&readings);
        readings
    }

    pub(super) fn finish(
        mut self,
        source: &Source,
        choices: &Choices,
    ) -> Result<Survey, IntakeError> {
        let remembered = self.guess.remembered.as_ref();
        let order = remembered.and_then(|mapping| mapping.date_order);
        let shown = std::mem::take(&mut self.periods).into_shown();
        let dates = shown.evidence.judge(choices.date_order, order);
        let heading = self.plan.period();
        let heading = heading.and_then(|column| self.look.headings.get(column));
        let heading = heading.and_then(|heading| grain_of_heading(heading));
        let chosen = choices
            .grain
            .or(remembered.and_then(|mapping| mapping.grain));
        let (grain, reading, snap) = shown.grains.judge(chosen, heading, dates.order());
        let rule = DateRule {
            order: dates.order(),
            grain,
            snap,
        };
        let mut refused = self.refuse(choices, shown.first_year);
        let guards = self.guards(&refused, choices);
        refused.extend(self.people_refused());
        let missing = missing(self.guess.kind, &self.columns, &self.plan);
        if self.rows + self.totals == 0 && missing.is_empty() {
            return Err(FileRefusal::Empty.into());
        }
        source.check_unchanged()?;
        let commas = self.marks.judge(source.has_semicolons());
        let read = (dates, shown.form, (rule, reading), commas);
        Ok(self.into_survey(read, refused, guards, missing))
    }

    /// The columns turned away; what they were taken to mean and their samples go.
    fn refuse(&mut self, choices: &Choices, first_year: Option<i32>) -> Vec<RefusedColumn> {
        let mut refused = Vec::new();
        for (column, findings) in self.columns.iter_mut().zip(&mut self.findings) {
            let announced = self
                .look
                .announced
                .iter()
                .find(|(index, _)| *index == column.index);
            let announced = announced.map(|(_, detector)| *detector);
            let is_overridden = choices.overrides.contains(&column.index);
            column.samples = std::mem::take(&mut findings.samples);
            if let Some(refusal) = findings.judge(column, announced, first_year, is_overridden) {
                column.meaning = Meaning::LeaveOut;
                column.samples.clear();
                refused.push(refusal);
            }
        }
        self.plan = Plan::new(self.guess.layout, &self.columns);
        refused
    }

    /// The column of KPIs, when some of its names are people's: it is read all the same, without their rows.
    fn people_refused(&mut self) -> Option<RefusedColumn> {
        let mut pairs = self.columns.iter().zip(&self.findings);
        let (column, findings) = pairs.find(|(column, _)| column.meaning == Meaning::Kpi)?;
        std::mem::take(&mut self.people).refused(column, findings.filled())
    }

    fn guards(&self, refused: &[RefusedColumn], choices: &Choices) -> Vec<Guard> {
        let guard = |(column, findings): (&Column, &Findings)| {
            let is_refused = refused.iter().any(|refusal| refusal.index == column.index);
            if is_refused || self.guess.left_out.contains(&column.index) {
                return Guard::Closed;
            }
            if column.meaning.is_named() {
                return Guard::Named;
            }
            let is_overridden = choices.overrides.contains(&column.index);
            let yielding = Detector::ALL
                .into_iter()
                .filter(|detector| is_overridden && detector.can_yield());
            let chance = findings.has_nhs_by_chance().then_some(Detector::NhsNumber);
            Guard::Watched(yielding.chain(chance).collect())
        };
        self.columns.iter().zip(&self.findings).map(guard).collect()
    }

    fn into_survey(
        self,
        (dates, form, (rule, grain_reading), commas): Read,
        refused: Vec<RefusedColumn>,
        guards: Vec<Guard>,
        missing: Vec<MissingColumn>,
    ) -> Survey {
        let is_read = |name: &String| match &self.plan {
            Plan::Wide(plan) => plan.kpis.iter().any(|kpi| kpi.name == *name),
            Plan::Long(_) | Plan::Roster(_) => true,
        };
        let kpis = self
            .kpis
            .into_list()
            .into_iter()
            .zip(self.numbers)
            .filter(|(name, _)| is_read(name));
        let kpis: Vec<KpiFound> = kpis
            .map(|(name, numbers)| numbers.found(name, commas))
            .collect();
        Survey {
            kind: self.guess.kind,
            layout: self.guess.layout,
            sheet: self.look.sheet,
            sheets: Vec::new(),
            remembered: self.guess.remembered.is_some(),
            heading_line: self.look.heading_line,
            shape: columns::shape_of(&self.look.headings),
            columns: self.columns,
            refused,
            dates,
            grain: rule.grain,
            grain_reading,
            advisers: self.advisers.into_list(),
            kpis,
            rows: self.rows,
            totals: self.totals,
            total_lines: self.total_lines,
            formulas: self.formulas,
            missing,
            refusal: self.refusal,
            form,
            rule,
            commas,
            guards,
            left_out: self.guess.left_out,
        }
    }
}

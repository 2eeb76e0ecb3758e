//! The table of bars: what was asked, what both sides took, and whether the bar holds.

use std::fmt::Write as _;

/// One bar of performance.md section 5.
#[derive(Debug, Clone)]
pub struct Bar {
    /// Its number, such as `B1`.
    pub id: &'static str,
    /// What was done.
    pub task: String,
    /// What ours took, with its unit.
    pub ours: String,
    /// What the rival took, with its name; nothing for a bar that stands alone.
    pub rival: Option<String>,
    /// The figure that is judged.
    pub figure: Option<f64>,
    /// How that figure is read: `×`, ` ms`.
    pub unit: &'static str,
    /// The most it may be.
    pub must: f64,
    /// The least it may be, where that is asked too.
    pub least: Option<f64>,
}

impl Bar {
    /// Whether it holds; nothing where the rival is not installed.
    pub fn holds(&self) -> Option<bool> {
        self.figure
            .map(|figure| figure <= self.must && self.least.is_none_or(|least| figure >= least))
    }

    /// The number in its name, by which the table is in order.
    pub fn number(&self) -> u32 {
        self.id
            .trim_start_matches(char::is_alphabetic)
            .parse()
            .unwrap_or_default()
    }

    fn wanted(&self) -> String {
        match self.least {
            Some(least) if self.must.is_infinite() => format!("from {least}{}", self.unit),
            Some(least) => format!("{least}-{}{}", self.must, self.unit),
            None => format!("{}{}", self.must, self.unit),
        }
    }

    fn verdict(&self) -> &'static str {
        match self.holds() {
            Some(true) => "holds",
            Some(false) => "MISSED",
            None => "no rival here",
        }
    }
}

/// The table as text, and under it what was missed.
pub fn table(bars: &[Bar]) -> String {
    let mut text = String::new();
    let head = ("", "task", "ours", "rival", "figure", "must", "");
    line(
        &mut text, head.0, head.1, head.2, head.3, head.4, head.5, head.6,
    );
    for bar in bars {
        let figure = bar.figure.map_or_else(
            || "-".to_owned(),
            |figure| format!("{figure:.3}{}", bar.unit),
        );
        let must = bar.wanted();
        let rival = bar.rival.as_deref().unwrap_or("-");
        line(
            &mut text,
            bar.id,
            &bar.task,
            &bar.ours,
            rival,
            &figure,
            &must,
            bar.verdict(),
        );
    }
    let missed: Vec<&str> = bars
        .iter()
        .filter(|bar| bar.holds() == Some(false))
        .map(|bar| bar.id)
        .collect();
    if missed.is_empty() {
        text.push_str("\nEvery bar that could be judged holds.\n");
    } else {
        let _written = writeln!(text, "\nMissed: {}.", missed.join(", "));
    }
    text
}

#[expect(
    clippy::too_many_arguments,
    reason = "one for each column, in their order"
)]
fn line(
    text: &mut String,
    id: &str,
    task: &str,
    ours: &str,
    rival: &str,
    figure: &str,
    must: &str,
    verdict: &str,
) {
    let _written = writeln!(
        text,
        "{id:<4} {task:<52} {ours:<22} {rival:<28} {figure:>16} {must:>16}  {verdict}"
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(figure: Option<f64>) -> Bar {
        Bar {
            id: "B1",
            task: "import".to_owned(),
            ours: "1 s".to_owned(),
            rival: None,
            figure,
            unit: "×",
            must: 0.6,
            least: None,
        }
    }

    #[test]
    fn a_missed_bar_is_named_and_an_absent_rival_is_not_a_pass() {
        let text = table(&[bar(Some(0.7))]);
        assert!(text.contains("MISSED") && text.contains("Missed: B1."));
        assert!(table(&[bar(None)]).contains("no rival here"));
        assert_eq!(bar(Some(0.6)).holds(), Some(true), "at the bar it holds");
        let too_little = Bar {
            least: Some(0.5),
            ..bar(Some(0.4))
        };
        assert_eq!(too_little.holds(), Some(false), "a floor can be missed too");
    }
}

//! Which headings of a wide table are one KPI together: what it counts beside what that is out of.

use crate::kpis::library;
use domain::kpi::KpiDefinition;
use intake::Pair;
use store::kpis::KpiEntry;

/// Columns that belong together by the words of a definition: those of the vault's KPIs, then of the library's. One word
/// alone says too little: "interviews" are what offers are out of, and a count as well.
pub(super) fn pairs(vault: &[KpiEntry]) -> Vec<Pair> {
    let ours = vault.iter().filter_map(|entry| entry.versions.last());
    let ours = ours.map(|definition| pair(definition, &[]));
    let library = library().all().iter();
    ours.chain(library.map(|kpi| pair(&kpi.definition, &kpi.synonyms)))
        .filter(|pair| !pair.counted.is_empty() && !pair.out_of.is_empty())
        .collect()
}

fn pair(definition: &KpiDefinition, synonyms: &[String]) -> Pair {
    let is_telling = |text: &&String| text.split_whitespace().count() > 1;
    let counted = std::iter::once(&definition.numerator).chain(synonyms);
    let out_of = std::iter::once(&definition.denominator);
    Pair {
        name: definition.name.as_str().to_owned(),
        counted: counted.filter(is_telling).cloned().collect(),
        out_of: out_of
            .filter(is_telling)
            .filter(|_| definition.kind.needs_denominator())
            .cloned()
            .collect(),
    }
}

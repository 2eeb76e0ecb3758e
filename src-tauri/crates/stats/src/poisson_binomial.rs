//! Successes among clients with different chances: the comparison with an external benchmark
//! (statistics.md 2.6). Computed by direct convolution.

/// Probabilities of 0, 1, ... successes among tries with these chances.
pub fn terms(chances: &[f64]) -> Vec<f64> {
    let mut law = vec![1.0];
    for chance in chances {
        law = convolve(&law, &[1.0 - chance, *chance]);
    }
    law
}

/// The law of a sum of two independent counts.
pub fn convolve(first: &[f64], second: &[f64]) -> Vec<f64> {
    let mut law = vec![0.0; first.len() + second.len() - 1];
    for (i, a) in first.iter().enumerate() {
        for (j, b) in second.iter().enumerate() {
            law[i + j] += a * b;
        }
    }
    law
}

//! Special functions to 1e-13 relative, extreme tails included. Binomial and Poisson terms follow
//! Loader (2000, "Fast and accurate computation of binomial probabilities"), since a difference of
//! log-gammas loses digits as the counts grow; the normal quantile is Wichura's AS 241 (1988,
//! Applied Statistics 37:477). Log-gamma comes from statrs.

use std::f64::consts::TAU;

use statrs::function::gamma::ln_gamma;

/// Half of ln(2 pi).
const HALF_LN_TAU: f64 = 0.918_938_533_204_672_8;

/// Error of Stirling's formula for ln n!, n = 0..15 (0 is a placeholder, never read).
const STIRLING_ERROR: [f64; 16] = [
    0.0,
    0.081_061_466_795_327_26,
    0.041_340_695_955_409_3,
    0.027_677_925_684_998_34,
    0.020_790_672_103_765_093,
    0.016_644_691_189_821_193,
    0.013_876_128_823_070_748,
    0.011_896_709_945_891_77,
    0.010_411_265_261_972_096,
    0.009_255_462_182_712_733,
    0.008_330_563_433_362_87,
    0.007_573_675_487_951_841,
    0.006_942_840_107_209_53,
    0.006_408_994_188_004_207,
    0.005_951_370_112_758_848,
    0.005_554_733_551_962_801,
];

/// Density of the standard normal distribution; the square is split so that its rounding does not
/// reach the result (Cody 1969, Math Comp 23:631).
pub fn normal_density(z: f64) -> f64 {
    let coarse = (z * 16.0).trunc() / 16.0;
    let rest = (z - coarse) * (z + coarse);
    (-coarse * coarse / 2.0).exp() * (-rest / 2.0).exp() / TAU.sqrt()
}

/// P(Z <= z) for a standard normal Z, by the incomplete gamma function: the error function of
/// statrs 0.19 is off by 7e-11 at z = -20.
pub fn normal_cdf(z: f64) -> f64 {
    let x = z * z / 2.0;
    if x < 1.5 {
        return 0.5 + 0.5 * gamma_cdf(0.5, x).copysign(z);
    }
    let tail = z.abs() * normal_density(z) / 2.0 * lentz(0.5, x);
    if z < 0.0 { tail } else { 1.0 - tail }
}

fn ratio(numerator: [f64; 8], denominator: [f64; 8], argument: f64) -> f64 {
    let horner = |terms: [f64; 8]| {
        terms
            .iter()
            .rev()
            .fold(0.0, |sum, term| sum * argument + term)
    };
    horner(numerator) / horner(denominator)
}

/// The z with P(Z <= z) = p (AS 241, routine PPND16); infinite at 0 and 1.
pub fn normal_quantile(p: f64) -> f64 {
    const A: [f64; 8] = [
        3.387_132_872_796_366_5,
        1.331_416_678_917_843_8e2,
        1.971_590_950_306_551_3e3,
        1.373_169_376_550_946e4,
        4.592_195_393_154_987e4,
        6.726_577_092_700_87e4,
        3.343_057_558_358_813e4,
        2.509_080_928_730_122_7e3,
    ];
    const B: [f64; 8] = [
        1.0,
        4.231_333_070_160_091e1,
        6.871_870_074_920_579e2,
        5.394_196_021_424_751e3,
        2.121_379_430_158_659_7e4,
        3.930_789_580_009_271e4,
        2.872_908_573_572_194_3e4,
        5.226_495_278_852_545e3,
    ];
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        return q * ratio(A, B, 0.180_625 - q * q);
    }
    let tail = if q < 0.0 { p } else { 1.0 - p };
    if tail <= 0.0 {
        return if q < 0.0 {
            f64::NEG_INFINITY
        } else {
            f64::INFINITY
        };
    }
    let size = normal_tail_quantile((-tail.ln()).sqrt());
    if q < 0.0 { -size } else { size }
}

/// AS 241 beyond |q| = 0.425; `r` is the square root of minus the log of the tail.
fn normal_tail_quantile(r: f64) -> f64 {
    const C: [f64; 8] = [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        2.417_807_251_774_506e-1,
        2.272_384_498_926_918_4e-2,
        7.745_450_142_783_414e-4,
    ];
    const D: [f64; 8] = [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        6.897_673_349_851e-1,
        1.481_039_764_274_800_8e-1,
        1.519_866_656_361_645_7e-2,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ];
    const E: [f64; 8] = [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        2.965_605_718_285_048_7e-1,
        2.653_218_952_657_612_4e-2,
        1.242_660_947_388_078_4e-3,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ];
    const F: [f64; 8] = [
        1.0,
        5.998_322_065_558_88e-1,
        1.369_298_809_227_358e-1,
        1.487_536_129_085_061_5e-2,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ];
    if r <= 5.0 {
        ratio(C, D, r - 1.6)
    } else {
        ratio(E, F, r - 5.0)
    }
}

/// ln n! minus Stirling's formula for it, n > 0.
fn stirling_error(n: f64) -> f64 {
    if n <= 15.0 {
        return if n.fract() == 0.0 {
            STIRLING_ERROR[n as usize]
        } else {
            ln_gamma(n + 1.0) - (n + 0.5) * n.ln() + n - HALF_LN_TAU
        };
    }
    let nn = n * n;
    let inner = 1.0 / 1680.0 - 1.0 / 1188.0 / nn;
    (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1260.0 - inner / nn) / nn) / nn) / n
}

/// Loader's deviance part x ln(x/m) + m - x, without cancellation near x = m. Far out in a tail
/// of large counts the logarithm loses digits too, and the series is worth its extra terms.
fn deviance(x: f64, m: f64) -> f64 {
    let v = (x - m) / (x + m);
    let is_deep = v.abs() < 0.5 && (x - m) * v > 50.0;
    if v.abs() >= 0.1 && !is_deep {
        return x * (x / m).ln() + m - x;
    }
    let mut total = (x - m) * v;
    let mut term = 2.0 * x * v;
    for j in 1..1000 {
        term *= v * v;
        let next = total + term / f64::from(2 * j + 1);
        if next == total {
            break;
        }
        total = next;
    }
    total
}

/// P(X = x) for X ~ Binomial(n, p), with q = 1 - p given so that the mirrored term is the same.
pub fn binomial_term(x: f64, n: f64, p: f64, q: f64) -> f64 {
    if p == 0.0 {
        return f64::from(u8::from(x == 0.0));
    }
    if q == 0.0 {
        return f64::from(u8::from(x == n));
    }
    let power = |p: f64, q: f64| {
        if p < 0.1 {
            n * (-p).ln_1p()
        } else {
            n * q.ln()
        }
    };
    if x == 0.0 {
        return power(p, q).exp();
    }
    if x == n {
        return power(q, p).exp();
    }
    let rest = n - x;
    let log = stirling_error(n)
        - stirling_error(x)
        - stirling_error(rest)
        - deviance(x, n * p)
        - deviance(rest, n * q);
    log.exp() / (TAU * x * (rest / n)).sqrt()
}

/// P(X = x) for X ~ Poisson(m); x need not be whole (then it is the gamma kernel m^x e^-m / x!).
pub fn poisson_term(x: f64, m: f64) -> f64 {
    if m == 0.0 {
        return f64::from(u8::from(x == 0.0));
    }
    if x == 0.0 {
        return (-m).exp();
    }
    (-stirling_error(x) - deviance(x, m)).exp() / (TAU * x).sqrt()
}

/// Regularised lower incomplete gamma function P(a, x), a > 0, x >= 0.
pub fn gamma_cdf(a: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x < a + 1.0 {
        gamma_series(a, x)
    } else {
        1.0 - gamma_fraction(a, x)
    }
}

/// The series of P(a, x) (Abramowitz and Stegun 6.5.29).
fn gamma_series(a: f64, x: f64) -> f64 {
    let (mut term, mut total, mut k) = (1.0, 1.0, a);
    while term > total * 1e-18 {
        k += 1.0;
        term *= x / k;
        total += term;
    }
    total * poisson_term(a, x)
}

/// The continued fraction of 1 - P(a, x) by Lentz's method (Abramowitz and Stegun 6.5.31).
fn gamma_fraction(a: f64, x: f64) -> f64 {
    lentz(a, x) * poisson_term(a, x) * a
}

fn lentz(a: f64, x: f64) -> f64 {
    let mut lead = x + 1.0 - a;
    let mut upper = f64::MAX;
    let mut lower = 1.0 / lead;
    let mut total = lower;
    for i in 1..10_000 {
        let i = f64::from(i);
        let step = -i * (i - a);
        lead += 2.0;
        lower = 1.0 / (step * lower + lead);
        upper = lead + step / upper;
        total *= lower * upper;
        if (lower * upper - 1.0).abs() < 1e-16 {
            break;
        }
    }
    total
}

/// The x where P(a, x) = p: quantile of the gamma distribution with shape `a` and rate 1.
pub fn gamma_quantile(a: f64, p: f64) -> f64 {
    let mut high = a + 10.0;
    while gamma_cdf(a, high) < p && high < f64::MAX / 4.0 {
        high *= 2.0;
    }
    crate::root::rising(0.0, high, p, |x| gamma_cdf(a, x))
}

/// Quantile of the chi-square distribution with `degrees` degrees of freedom.
pub fn chi_square_quantile(degrees: f64, p: f64) -> f64 {
    2.0 * gamma_quantile(degrees / 2.0, p)
}

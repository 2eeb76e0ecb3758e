//! Where a rising curve reaches a level: plain bisection to the last bit. Slower than cleverer
//! searches and immune to them going astray; no chart draws with it.

/// The argument in `low..=high` where the rising function reaches `level`.
pub fn rising(mut low: f64, mut high: f64, level: f64, curve: impl Fn(f64) -> f64) -> f64 {
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        if curve(middle) < level {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// The argument in `low..=high` where the falling function reaches `level`.
pub fn falling(low: f64, high: f64, level: f64, curve: impl Fn(f64) -> f64) -> f64 {
    rising(low, high, -level, |argument| -curve(argument))
}

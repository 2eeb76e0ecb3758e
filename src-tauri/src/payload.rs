//! What comes from the page: JSON, or JSON with secrets behind it. Size, depth and lengths are bounded before
//! anything is parsed into a request; secrets are wiped when they have been used.

use app::error::AppError;
use serde::de::DeserializeOwned;
use serde_json::Value;
use zeroize::Zeroizing;

const LARGEST: usize = 1024 * 1024;
const DEEPEST: u32 = 16;
const LONGEST_TEXT: usize = 20_000;

/// Secrets in the order the table names them.
pub(crate) struct Secrets(Vec<Zeroizing<Vec<u8>>>);

impl Secrets {
    /// One of them; nothing at all where the table names fewer.
    pub(crate) fn get(&self, at: usize) -> &[u8] {
        self.0.get(at).map_or(&[], |secret| secret.as_slice())
    }
}

/// A question within its bounds.
pub(crate) struct Payload {
    request: Value,
    secrets: Vec<Zeroizing<Vec<u8>>>,
}

impl Payload {
    /// From JSON that carries the request under its name.
    pub(crate) fn from_json(body: &Value) -> Result<Self, AppError> {
        let fields = body.as_object();
        let is_one = fields.is_some_and(|fields| fields.keys().all(|name| name == "request"));
        if !is_one && !body.is_null() {
            return Err(refused());
        }
        let request = body.get("request").cloned().unwrap_or(Value::Null);
        let mut left = LARGEST;
        check(&request, DEEPEST, &mut left)?;
        Ok(Self {
            request,
            secrets: Vec::new(),
        })
    }

    /// From bytes: length and JSON, then each secret with its length; lengths are 32-bit little-endian.
    pub(crate) fn from_bytes(body: &[u8]) -> Result<Self, AppError> {
        if body.len() > LARGEST {
            return Err(refused());
        }
        let (json, mut rest) = part(body)?;
        let request: Value = serde_json::from_slice(json).map_err(|_| refused())?;
        let mut left = LARGEST;
        check(&request, DEEPEST, &mut left)?;
        let mut secrets = Vec::new();
        while !rest.is_empty() {
            let (secret, after) = part(rest)?;
            secrets.push(Zeroizing::new(secret.to_vec()));
            rest = after;
        }
        Ok(Self { request, secrets })
    }

    /// The request as its type, which refuses fields it does not know.
    pub(crate) fn request<Q: DeserializeOwned>(&mut self) -> Result<Q, AppError> {
        serde_json::from_value(self.request.take()).map_err(|_| refused())
    }

    /// The secrets, exactly as many as the table names.
    pub(crate) fn secrets(&mut self, count: usize) -> Result<Secrets, AppError> {
        if self.secrets.len() != count {
            return Err(refused());
        }
        Ok(Secrets(std::mem::take(&mut self.secrets)))
    }
}

fn part(bytes: &[u8]) -> Result<(&[u8], &[u8]), AppError> {
    let (length, rest) = bytes.split_first_chunk::<4>().ok_or_else(refused)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| refused())?;
    rest.split_at_checked(length).ok_or_else(refused)
}

fn check(value: &Value, depth: u32, left: &mut usize) -> Result<(), AppError> {
    let deeper = || depth.checked_sub(1).ok_or_else(refused);
    let mut spend = |cost: usize| -> Result<(), AppError> {
        *left = left.checked_sub(cost).ok_or_else(refused)?;
        Ok(())
    };
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => spend(8),
        // No letter is less than a byte: only what may be too long is counted.
        Value::String(text) if text.len() > LONGEST_TEXT && text.chars().count() > LONGEST_TEXT => {
            Err(refused())
        }
        Value::String(text) => spend(text.len() + 2),
        Value::Array(items) => {
            spend(2)?;
            let depth = deeper()?;
            items.iter().try_for_each(|item| check(item, depth, left))
        }
        Value::Object(fields) => {
            spend(2)?;
            let depth = deeper()?;
            fields.iter().try_for_each(|(name, item)| {
                *left = left.checked_sub(name.len() + 3).ok_or_else(refused)?;
                check(item, depth, left)
            })
        }
    }
}

/// The page asks in its own generated types, so a question of another form is a mistake of ours or no page of ours.
fn refused() -> AppError {
    AppError::of_ours("request_refused", "error-request")
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::error::ErrorCode;
    use serde_json::json;

    fn packed(json: &str, secrets: &[&[u8]]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for part in std::iter::once(json.as_bytes()).chain(secrets.iter().copied()) {
            bytes.extend(u32::try_from(part.len()).unwrap().to_le_bytes());
            bytes.extend(part);
        }
        bytes
    }

    #[test]
    fn nothing_comes_beside_the_request() {
        assert!(Payload::from_json(&json!({ "request": null })).is_ok());
        assert!(Payload::from_json(&json!({ "request": null, "more": 1 })).is_err());
        assert!(Payload::from_json(&json!([])).is_err());
    }

    #[test]
    fn secrets_arrive_beside_the_request_and_exactly_as_many_as_asked() {
        let mut payload = Payload::from_bytes(&packed("{\"place\":null}", &[b"one", b""])).unwrap();
        let request: Value = payload.request().unwrap();
        assert_eq!(request, json!({ "place": null }));
        assert!(
            payload.secrets(1).is_err(),
            "too many is as wrong as too few"
        );
        let secrets = payload.secrets(2).unwrap();
        assert_eq!(secrets.get(0), b"one");
        assert_eq!(secrets.get(7), b"");
    }

    #[test]
    fn a_question_out_of_bounds_is_refused_whatever_it_is() {
        let deep = (0..20).fold(json!(1), |inner, _| json!([inner]));
        let letters = "é".repeat(LONGEST_TEXT);
        check(&json!(letters), 0, &mut { LARGEST }).unwrap();
        let long = json!("x".repeat(LONGEST_TEXT + 1));
        let large = json!(vec!["x".repeat(10_000); 110]);
        for request in [deep, long, large] {
            let refused = Payload::from_json(&json!({ "request": request }))
                .err()
                .unwrap();
            assert_eq!(refused.code, ErrorCode::Unexpected);
        }
        assert!(Payload::from_bytes(&[]).is_err());
        assert!(
            Payload::from_bytes(&[255, 255, 255, 255, 1]).is_err(),
            "a length that lies"
        );
        assert!(Payload::from_bytes(&vec![0; LARGEST + 1]).is_err());
    }
}

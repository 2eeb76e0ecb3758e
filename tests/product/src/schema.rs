//! JSON held against a schema: as much of the language as the schemas in `../data/cli` use.

use serde_json::{Map, Value};
use std::path::{Path, PathBuf};

/// A kind of document: its name, its schema and its example.
#[derive(Debug, Clone)]
pub struct Kind {
    /// The command, or `error`.
    pub name: String,
    /// The schema.
    pub schema: Value,
    /// The example.
    pub example: Value,
}

/// Every kind of document, by name.
pub fn documents() -> Vec<Kind> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/cli");
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .filter_map(|entry| {
            let name = entry.unwrap().file_name().to_string_lossy().into_owned();
            name.strip_suffix(".schema.json").map(str::to_owned)
        })
        .collect();
    names.sort();
    let read = |path: PathBuf| -> Value {
        let text = std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{} is there ({error})", path.display()));
        serde_json::from_str(&text).unwrap()
    };
    names
        .into_iter()
        .map(|name| Kind {
            schema: read(folder.join(format!("{name}.schema.json"))),
            example: read(folder.join(format!("{name}.json"))),
            name,
        })
        .collect()
}

/// What of a document does not fit a schema, each with its place.
pub fn faults(document: &Value, schema: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    look(document, schema, "$", &mut faults);
    faults
}

fn look(value: &Value, schema: &Value, place: &str, faults: &mut Vec<String>) {
    for word in schema.as_object().into_iter().flat_map(Map::keys) {
        assert!(
            WORDS.contains(&word.as_str()),
            "{word} is not understood here"
        );
    }
    if !types(schema).iter().any(|name| is_of(value, name)) {
        faults.push(format!("{place} is no {:?}", types(schema)));
        return;
    }
    if let Some(allowed) = schema["enum"].as_array()
        && !allowed.contains(value)
    {
        faults.push(format!(
            "{place} is {value}, which is none of those allowed"
        ));
    }
    if let Some(items) = value.as_array().filter(|_| schema.get("items").is_some()) {
        for (index, item) in items.iter().enumerate() {
            look(item, &schema["items"], &format!("{place}[{index}]"), faults);
        }
    }
    if let (Some(fields), Some(known)) = (value.as_object(), schema["properties"].as_object()) {
        look_at_fields(fields, known, schema, place, faults);
    }
}

const WORDS: [&str; 8] = [
    "$schema",
    "title",
    "type",
    "enum",
    "items",
    "properties",
    "required",
    "additionalProperties",
];

fn look_at_fields(
    fields: &Map<String, Value>,
    known: &Map<String, Value>,
    schema: &Value,
    place: &str,
    faults: &mut Vec<String>,
) {
    for (name, value) in fields {
        let place = format!("{place}.{name}");
        match known.get(name) {
            Some(schema) => look(value, schema, &place, faults),
            None if schema["additionalProperties"] == false => {
                faults.push(format!("{place} is not known"));
            }
            None => {}
        }
    }
    let required = schema["required"].as_array().into_iter().flatten();
    for name in required
        .filter_map(Value::as_str)
        .filter(|name| !fields.contains_key(*name))
    {
        faults.push(format!("{place}.{name} is missing"));
    }
}

fn types(schema: &Value) -> Vec<&str> {
    let named = &schema["type"];
    match (named.as_str(), named.as_array()) {
        (Some(name), _) => vec![name],
        (None, Some(names)) => names.iter().filter_map(Value::as_str).collect(),
        (None, None) => panic!("{named} is no type"),
    }
}

fn is_of(value: &Value, name: &str) -> bool {
    match name {
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "null" => value.is_null(),
        other => panic!("{other} is no type"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_does_not_fit_is_named_with_its_place() {
        let schema = json!({
            "type": "object", "required": ["rows", "name"], "additionalProperties": false,
            "properties": {
                "name": { "type": ["string", "null"] },
                "rows": { "type": "array", "items": { "type": "integer", "enum": [1, 2] } },
            },
        });
        assert!(faults(&json!({ "name": null, "rows": [1, 2] }), &schema).is_empty());
        let found = faults(&json!({ "rows": [1, 3, "x"], "shade": 1 }), &schema);
        assert_eq!(
            found,
            [
                "$.rows[1] is 3, which is none of those allowed",
                "$.rows[2] is no [\"integer\"]",
                "$.shade is not known",
                "$.name is missing",
            ]
        );
    }
}

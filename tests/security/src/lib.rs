//! Trying to break a vault: kills, damage, hostile headers, texts left behind.

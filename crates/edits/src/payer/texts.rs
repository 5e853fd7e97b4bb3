//! Explanations in a rule file: what does a payer's rule mean to who reads it?
//!
//! `texts.en.patient`, `biller`, `engineer`, and the same in other languages; all may be left out.

use toml::Spanned;

use super::file::Fields;
use super::{PayerRules, Problem};
use crate::Reader;

/// Most languages of a rule.
const MAX_LANGUAGES: usize = 10;

/// What a rule means, by language, in the order of the languages; readers as [`Reader::ALL`].
pub(super) type Explained = Vec<(String, [String; 3])>;

impl PayerRules {
    /// What a rule of the file means, by language; readers in the order of [`Reader::ALL`], empty where the file
    /// does not say. For English the message and help stand in for what is left out.
    #[must_use]
    pub fn explanations(&self, id: &str) -> Vec<(String, [String; 3])> {
        let Some(rule) = self.rules.iter().find(|it| it.rule.id == id) else { return Vec::new() };
        let mut told = rule.texts.clone();
        if told.iter().all(|(language, _)| language != ENGLISH) {
            told.push((ENGLISH.to_owned(), Default::default()));
        }
        told.sort_by(|a, b| (a.0 != ENGLISH, &a.0).cmp(&(b.0 != ENGLISH, &b.0)));
        for (_, texts) in told.iter_mut().filter(|(language, _)| language == ENGLISH) {
            for text in texts.iter_mut().filter(|text| text.is_empty()) {
                *text = format!("{}. {}", rule.rule.message.trim_end_matches('.'), rule.rule.help);
            }
        }
        told
    }
}

/// The texts of a rule.
pub(super) fn read(fields: Fields<'_>) -> Result<Explained, Problem> {
    let mut explained = Vec::new();
    let Some(languages) = fields.table("texts")? else { return Ok(explained) };
    for language in languages.table.keys().map(Spanned::get_ref) {
        let two = language.len() == 2 && language.bytes().all(|it| it.is_ascii_lowercase());
        if !two || explained.len() == MAX_LANGUAGES {
            let problem = "texts are told by language, ten at most: `texts.es.patient = \"...\"`";
            return languages.fail(language, problem);
        }
        let Some(readers) = languages.table(language)? else { continue };
        explained.push((language.to_string(), of(readers)?));
    }
    Ok(explained)
}

fn of(readers: Fields<'_>) -> Result<[String; 3], Problem> {
    readers.only(&READERS)?;
    let mut texts: [String; 3] = Default::default();
    for (text, reader) in texts.iter_mut().zip(READERS) {
        if readers.value(reader).is_some() {
            readers.text(reader, 300)?.clone_into(text);
        }
    }
    Ok(texts)
}

const ENGLISH: &str = "en";
/// In the order of [`Reader::ALL`].
const READERS: [&str; Reader::ALL.len()] = ["patient", "biller", "engineer"];

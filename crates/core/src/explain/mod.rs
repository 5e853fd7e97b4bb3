//! Explanations: what does a rule mean to who reads it, in each language?
//!
//! Rules over claims have theirs beside them (`superbill_edits::Texts`); those of files, money and forms are in
//! `texts.<language>.tsv` here, laid out alike. Where a rule's row or column is empty, what the row of its family
//! says counts: `ENV` for `ENV-16`. One more language is one more file and its name.

use superbill_edits::{Reader, Texts};

use crate::ExplanationRecord;

/// Languages and their texts, English first.
pub(crate) struct Explanations([(&'static str, Texts); 2]);

impl Explanations {
    /// All that is compiled in.
    pub(crate) fn bundled() -> Self {
        Self(FILES.map(|(language, file)| {
            let mut texts = Texts::bundled(language);
            texts.add(file);
            (language, texts)
        }))
    }

    /// What a rule means, one record a language that says anything.
    pub(crate) fn of(&self, id: &str) -> Vec<ExplanationRecord> {
        let family = id.split('-').next().unwrap_or(id);
        let record = |(language, texts): &(&str, Texts)| {
            let find = |reader| {
                let text = texts.find(id, reader).or_else(|| texts.find(family, reader));
                text.unwrap_or_default().to_owned()
            };
            let [patient, biller, engineer] = Reader::ALL.map(find);
            let language = (*language).to_owned();
            ExplanationRecord { language, patient, biller, engineer }
        };
        let told = |it: &ExplanationRecord| {
            [&it.patient, &it.biller, &it.engineer].iter().any(|text| !text.is_empty())
        };
        self.0.iter().map(record).filter(told).collect()
    }
}

const FILES: [(&str, &str); 2] =
    [("en", include_str!("texts.en.tsv")), ("es", include_str!("texts.es.tsv"))];

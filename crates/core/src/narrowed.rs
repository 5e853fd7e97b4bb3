//! Narrowed guides: what are the guides with one payer's companion laid over them?

use std::borrow::Cow;
use std::sync::{Mutex, OnceLock, PoisonError};

use superbill_x12::{Companion, CompanionError, Library};

/// The guides, narrowed by the text of a companion where there is one.
///
/// # Errors
/// [`CompanionError`] where the text is no companion, or narrows no guide.
pub(crate) fn guides(companion: Option<&str>) -> Result<Cow<'static, Library>, CompanionError> {
    let library = superbill_guides::library();
    match companion {
        None => Ok(Cow::Borrowed(library)),
        Some(text) => Ok(Cow::Owned(library.with_companion(&Companion::read(text)?)?)),
    }
}

/// As [`guides`], for a check that outlives its caller: kept as long as the program, each text once.
///
/// # Errors
/// As [`guides`]; none (the inner one) once there are [`MOST`] companions.
pub(crate) fn lasting_guides(
    companion: Option<&str>,
) -> Result<Option<&'static Library>, CompanionError> {
    static KEPT: OnceLock<Mutex<Vec<(String, &'static Library)>>> = OnceLock::new();
    let Some(text) = companion else { return Ok(Some(superbill_guides::library())) };
    // What a panic elsewhere left behind is whole: each step below is one push.
    let kept = KEPT.get_or_init(Mutex::default);
    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, library)) = kept.iter().find(|(known, _)| known == text) {
        return Ok(Some(library));
    }
    let library = guides(companion)?.into_owned();
    if kept.len() == MOST {
        return Ok(None);
    }
    let library: &'static Library = Box::leak(Box::new(library));
    kept.push((text.to_owned(), library));
    Ok(Some(library))
}

/// Most companions that streams of one program use.
pub(crate) const MOST: usize = 32;

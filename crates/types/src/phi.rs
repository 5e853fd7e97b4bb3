//! Protected health information: how is a name or member number kept out of messages?
//!
//! `Phi<T>` prints as `[phi]` everywhere. [`Phi::reveal`] is the one named act that takes the value out;
//! serialising a record to the host that owns it is the other.

use core::fmt;

use serde::{Deserialize, Serialize};

/// A value that identifies a person. It never shows itself.
///
/// ```
/// use superbill_types::Phi;
/// let name = Phi::new("a family name");
/// assert_eq!(format!("{name:?} {name}"), "[phi] [phi]");
/// assert_eq!(*name.reveal(), "a family name");
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phi<T>(T);

impl<T> Phi<T> {
    /// Wraps a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// Takes the value out, to render it for the person it may be shown to.
    pub const fn reveal(&self) -> &T {
        &self.0
    }

    /// The value, to change it in its place.
    pub const fn reveal_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T> From<T> for Phi<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T> fmt::Debug for Phi<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[phi]")
    }
}

impl<T> fmt::Display for Phi<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[phi]")
    }
}

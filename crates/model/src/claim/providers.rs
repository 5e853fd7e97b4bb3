//! Providers by reference: how do claims and lines without providers of their own stay small?
//!
//! Few lines name a provider, and a [`ClaimProviders`] has room for thirteen. [`Providers`] is one that takes
//! no room until a field of it is set; it reads, writes, compares and looks in JSON as the record it stands for.

use core::ops::{Deref, DerefMut};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::ClaimProviders;

/// The providers of a claim or line.
///
/// ```
/// use superbill_model::{ClaimParty, ServiceLine};
/// let mut line = ServiceLine::default();
/// assert_eq!(line.providers.rendering, None);
/// line.providers.rendering = Some(Box::new(ClaimParty::default()));
/// assert!(line.providers.rendering.is_some());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Providers(Option<Box<ClaimProviders>>);

static NONE: ClaimProviders = ClaimProviders {
    referring: None,
    primary_care: None,
    rendering: None,
    service_facility: None,
    supervising: None,
    ordering: None,
    purchased_service: None,
    attending: None,
    operating: None,
    other_operating: None,
    assistant_surgeon: None,
    pick_up: None,
    drop_off: None,
    others: Vec::new(),
};

impl Deref for Providers {
    type Target = ClaimProviders;

    fn deref(&self) -> &ClaimProviders {
        self.0.as_deref().unwrap_or(&NONE)
    }
}

impl DerefMut for Providers {
    fn deref_mut(&mut self) -> &mut ClaimProviders {
        self.0.get_or_insert_default()
    }
}

impl From<ClaimProviders> for Providers {
    fn from(providers: ClaimProviders) -> Self {
        Self((providers != NONE).then(|| Box::new(providers)))
    }
}

impl Providers {
    /// Whether no provider is named.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_none() || **self == NONE
    }
}

impl PartialEq for Providers {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Providers {}

impl Serialize for Providers {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(to)
    }
}

impl<'de> Deserialize<'de> for Providers {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        ClaimProviders::deserialize(from).map(Self::from)
    }
}

//! Tables: what could not be checked?

mod table_not_loaded;

pub(crate) use table_not_loaded::EDIT as NOT_LOADED;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[&table_not_loaded::EDIT];

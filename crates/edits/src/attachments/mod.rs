//! Attachments: can the payer join documents to the claim?

mod attachment_number_missing;
mod attachment_number_on_request;
mod attachment_way_unknown;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &attachment_number_missing::EDIT,
    &attachment_number_on_request::EDIT,
    &attachment_way_unknown::EDIT,
];

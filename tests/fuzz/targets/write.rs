//! Target write: is there a remittance that does not survive being written and read?

use superbill::RemittanceFile;
use superbill_exchange::remittance::{Envelope, write};

use crate::generate;

/// Panics where a promise is broken.
pub(crate) fn run(seed: &[u8]) {
    let model = generate::remittance(&mut generate::Choices::new(seed));
    let bytes = write(std::slice::from_ref(&model), &Envelope::default());
    let file = RemittanceFile::open(bytes.expect("no separator in it")).expect("it was written");
    assert!(file.remittance(0) == Some(model));
}

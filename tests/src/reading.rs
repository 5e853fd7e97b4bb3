//! Reading: what do framer, scanner and record reader make of these bytes, in one piece or in chunks?

use superbill_exchange::remittance::{ClaimRow, PaymentRow, RemittanceReader, Scanner};
use superbill_model::Remittance;
use superbill_types::{Findings, Span};
use superbill_x12::{Framer, Place, Reader, Segment, Step, Unreadable};

/// Everything read from a file. Two readings are compared by their `Debug` print and their records.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub(crate) segments: Vec<(Place, Span, Vec<u8>)>,
    pub(crate) findings: Findings,
    pub(crate) claims: Vec<ClaimRow>,
    pub(crate) payments: Vec<PaymentRow>,
    pub(crate) remittances: Vec<Remittance>,
    scanner: Scanner,
    open: Option<RemittanceReader>,
}

impl Reading {
    fn take(&mut self, place: Place, segment: &Segment<'_>, envelope: &superbill_x12::Envelope) {
        self.segments.push((place, segment.span(), segment.bytes().to_vec()));
        self.scanner.segment(place, segment, envelope, &mut self.findings);
        if place != Place::Body && place != Place::SetTrailer {
            self.close();
        }
        if place == Place::SetHeader && envelope.set_id() == "835" {
            self.open = Some(RemittanceReader::default());
        }
        if let Some(reader) = &mut self.open {
            reader.segment(segment);
        }
    }

    fn close(&mut self) {
        self.remittances.extend(self.open.take().map(RemittanceReader::finish));
    }

    fn finish(mut self, end: u64) -> Self {
        self.close();
        self.scanner.finish(end, &mut self.findings);
        self.findings.sort();
        self.claims = self.scanner.take_claims();
        self.payments = self.scanner.payments().to_vec();
        self
    }

    /// The rule and first byte of each finding.
    pub(crate) fn found(&self) -> Vec<(&'static str, u64)> {
        let findings = self.findings.kept().iter();
        findings.map(|finding| (finding.rule.id, finding.location.span.start)).collect()
    }

    /// Everything that can be told apart, but for the internals of the scanner.
    pub(crate) fn told(&self) -> String {
        format!(
            "{:?}\n{:?}\n{:?}\n{:?}\n{:?}",
            self.segments,
            self.findings.kept(),
            self.claims,
            self.payments,
            self.scanner.reasons()
        )
    }
}

/// Reads a whole file.
pub(crate) fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    let (mut framer, mut reading) = (Framer::new(), Reading::default());
    while let Step::Segment(place) = framer.step(bytes, true, &mut reading.findings)? {
        reading.take(place, &framer.segment(bytes), framer.envelope());
    }
    Ok(reading.finish(bytes.len() as u64))
}

/// Reads a file in chunks that end at `cuts`, ascending positions.
pub(crate) fn read_chunks(bytes: &[u8], cuts: &[usize]) -> Result<Reading, Unreadable> {
    let (mut reader, mut reading) = (Reader::default(), Reading::default());
    let mut from = 0;
    for cut in cuts.iter().copied().chain([bytes.len()]) {
        let cut = cut.clamp(from, bytes.len());
        reader.push(&bytes[from..cut]);
        from = cut;
        if cut == bytes.len() {
            reader.finish();
        }
        while let Step::Segment(place) = reader.step(&mut reading.findings)? {
            reading.take(place, &reader.segment(), reader.envelope());
        }
    }
    Ok(reading.finish(bytes.len() as u64))
}

//! Targets: what is asked of any input, by the fuzzer and by the smoke test?

mod answer;
mod claims;
mod companion;
mod framer;
mod guides;
mod remittance;
mod write;

/// A target: it panics where a promise is broken.
pub(crate) type Target = fn(&[u8]);

/// All of them by name.
pub(crate) const TARGETS: [(&str, Target); 7] = [
    ("answer", answer::run),
    ("claims", claims::run),
    ("companion", |bytes| companion::run(&String::from_utf8_lossy(bytes))),
    ("framer", framer::run),
    ("guides", guides::run),
    ("remittance", remittance::run),
    ("write", write::run),
];

//! Vocabulary shared by every crate: what do money, dates, findings and rules look like?.

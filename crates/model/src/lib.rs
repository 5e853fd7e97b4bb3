//! Records: what does a biller call the parts of a remittance?.

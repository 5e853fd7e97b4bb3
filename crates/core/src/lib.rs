//! The facade: one plain function for each thing a user does..

//! Documents: how is a statement composed and rendered?.

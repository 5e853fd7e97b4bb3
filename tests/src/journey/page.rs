//! Page: stub.

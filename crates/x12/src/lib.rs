//! X12 for any guide: how are bytes framed, placed, checked, described and written?.

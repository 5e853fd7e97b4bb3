//! Implementation guides as data: which tables exist?.

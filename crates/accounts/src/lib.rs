//! Accounts: who owes what after these events?.

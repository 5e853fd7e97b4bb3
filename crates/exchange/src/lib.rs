//! Model to transaction sets and back: what does this file say, and does its money balance?.

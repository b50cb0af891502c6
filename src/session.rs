//! What is open and what happened to it.

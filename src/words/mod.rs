//! The texts of the interface itself.

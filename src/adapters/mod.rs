//! Browser storage, files in and out, clock, sharing.

//! Files of the decisions that are read as JSON, by the name of the decision's folder.

include!(concat!(env!("OUT_DIR"), "/files.rs"));

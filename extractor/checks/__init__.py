"""Named checks on located records: what their words can prove, and what to do when they do not."""

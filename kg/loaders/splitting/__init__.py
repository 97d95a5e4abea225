"""Files to their single records, as they are read: one kind of file a module."""

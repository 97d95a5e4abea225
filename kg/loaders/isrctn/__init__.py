"""ISRCTN records: one tree for the registry's XML and for JSON made from it, and its way into records."""

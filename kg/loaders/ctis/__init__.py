"""Records of the EU's clinical trials information system (CTIS): their layout, and its way into records."""

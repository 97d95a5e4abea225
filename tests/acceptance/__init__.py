"""Every fact of the two shipped documents as a question to the graph built from them, and what it must never say."""

"""ClinicalTrials.gov records: one layout in memory for all the formats they come in, and its way into records."""

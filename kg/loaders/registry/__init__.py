"""What the loaders of registries other than ClinicalTrials.gov share: words to values, values to records."""

"""Exports of the WHO's platform ICTRP: rows of its tables, whatever they came in, and their way into records."""

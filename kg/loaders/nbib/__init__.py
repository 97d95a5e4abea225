"""The parts of a PubMed record in MEDLINE (NBIB) format."""

"""The parts of a PubMed record in XML, one kind of element a module."""

"""What the outputs share: which statements, in which order, under which names."""

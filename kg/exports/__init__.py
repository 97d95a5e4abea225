"""What leaves the graph; one output a module."""

"""Long searches for inputs that make a loader fail: ``make fuzz`` and ``make soak``, outside ``make test``."""

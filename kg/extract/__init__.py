"""Words to facts, each with the place where it stands; one kind of fact a module."""

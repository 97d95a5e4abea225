"""Worker processes of this machine: what the engine ``processes`` and the check against the shapes run on."""

"""Pages for people: plain HTML from the server, no script, nothing from elsewhere."""

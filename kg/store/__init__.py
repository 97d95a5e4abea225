"""The embedded store: the only package that opens a pyoxigraph.Store."""

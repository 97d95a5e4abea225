"""Processes that read one snapshot each under a memory limit, and the pool that asks them."""

"""Benchmarks, run by hand: each prints ratios measured in one run against a bare library on the same work."""

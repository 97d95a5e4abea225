"""Protocols of the EU Clinical Trials Register: lines of a download to fields, and fields to records."""

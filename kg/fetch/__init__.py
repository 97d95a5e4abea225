"""Records from the services that publish them, into a folder that ``kg build`` reads: one service a module."""

from __future__ import annotations

"""Parts of a trial page to records: one part of a page a module. The format is ``kg/loaders/trial_page.py``."""

"""The records: documented facts and illustrative sample, one schema, one loader."""

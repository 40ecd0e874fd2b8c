"""How hard an article is to read: syllables, and the usual scores."""

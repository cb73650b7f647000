"""Who may read what and who may write: pure rules, and the one function that every record passes."""

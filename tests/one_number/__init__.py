"""One number on every medium: what each medium says of a scope, read from its own format, and compared."""

"""Knowledge added and corrected as proposals: who says what on which document, and what an editor made of it."""

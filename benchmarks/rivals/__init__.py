"""The dashboard's view written in the tools that a user would pick instead, to measure them side by side."""

"""Intake: what officers drop, read and understood, brought into written form and examined before it is published."""

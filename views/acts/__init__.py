"""What each page puts on the stage: its sentence, figures, list and map as functions of the choices.

Promises: every function is pure, so that each stop of the time rail can be written ahead. May import what views may.
"""

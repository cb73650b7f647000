"""The stage: one composition of day, map, sentence, figures, list and time that opens five pages.

Promises: whole without scrolling from 1280x720 on; on a phone sentence, map and rail. What moves under the hand
(`frames`, `stage.js`) is written by the very functions that write the page. May import what shell may.
"""

"""The story on A4, set by typst: sheets, booklets, the typeface of printed matter."""

"""What all pages share: main script and navigation, language, filters, figure card."""

"""The Sources page: documents, disagreements, published totals beside ours."""

"""What an address of ours says: the query parameters of the product, for pages and for programs alike."""

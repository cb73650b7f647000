"""What an address of ours says: the query parameters of the product, for pages and for programs alike.

Promises: what is written is read back the same; a word that is not known changes nothing and is told. Knows no screen.
May import exports and what lies below.
"""

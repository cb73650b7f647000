"""Every number the product shows, one function each: records + selection -> frame."""

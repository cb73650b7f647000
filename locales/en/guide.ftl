# The guide for readers, and the way to it.
guide-name = Guide
guide-back = Back to the dashboard

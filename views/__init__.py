"""What one page alone needs, a room for each page. A room imports shell and the floors below, never another room's inside."""

"""The content: reading it, its frozen model, and every rule about it. Knows no other room."""

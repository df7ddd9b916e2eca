"""One module for each command: its words, options and exit codes."""

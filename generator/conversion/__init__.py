"""From the Markdown of a page to its HTML, in less time than Markdown takes, to the same bytes."""

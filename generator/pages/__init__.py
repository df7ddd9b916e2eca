"""From the model to Markdown: which pages exist, what each shows, and how it is written."""

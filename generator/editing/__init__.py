"""What editors run besides check: what the content holds, and how easily it reads."""

"""What is in the files of a generation, and how it gets there."""

"""Filters and exact counts over the columns of a generation."""

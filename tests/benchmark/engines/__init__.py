"""The engine beside its peers: the same articles, the same queries, one interleaved run."""

"""searchapp: a search engine with faceted browsing for newspaper archives."""

"""Plain data every layer shares: events, commands, configuration, errors. Stdlib, numpy and msgspec only."""

"""Languages: the interface's own words, and figures and dates as a visitor would say them."""

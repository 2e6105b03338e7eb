"""Charts as the spreadsheets offices keep: reading what planners hand in, writing what they print."""

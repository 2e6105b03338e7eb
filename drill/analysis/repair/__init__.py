"""The cheapest changes that remove a chart's single points of failure, proven so."""

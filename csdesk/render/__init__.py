"""From results to bytes: sheets of paper and workbooks; and from workbooks to values. Values only, in any thread."""

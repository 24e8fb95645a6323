"""The only place with SQL: rows to the values of the trade and back, each change with its line in the journal."""

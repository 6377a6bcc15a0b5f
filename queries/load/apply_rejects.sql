-- How do the faults of one batch come into the database?
INSERT INTO reject
SELECT sheet, row_number, column_letter, header, field, found, masked, rule, allowed, CAST(? AS INTEGER)
FROM read_parquet(?)

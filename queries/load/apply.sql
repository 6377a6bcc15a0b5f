-- How do the rows of one batch come into the database?
INSERT INTO fact_{feed} ({fields}, source_sheet, source_row, removed, batch)
SELECT {fields}, source_sheet, source_row, removed, CAST(? AS INTEGER) FROM read_parquet(?)

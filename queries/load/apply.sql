-- How do the rows of one batch come into the database?
INSERT INTO fact_{feed} ({fields}, source_sheet, source_row, batch)
SELECT {fields}, source_sheet, source_row, CAST(? AS INTEGER) FROM read_parquet(?)

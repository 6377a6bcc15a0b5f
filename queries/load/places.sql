-- Where in its file does each row stand that is about a person to be erased?
-- One row per place, with the source and the name of the file.
SELECT CAST(? AS VARCHAR) AS source, CAST(? AS VARCHAR) AS file, source_sheet, source_row
FROM read_parquet({file}) WHERE {erased}

-- What is left of the faults of a batch when some persons are erased?
-- A fault that may be theirs keeps its rule and loses what stood there: each one in a feed about persons, or the one at a place
-- where one of them stood, in this or another load of the file.
SELECT r.sheet, r.row_number, r.column_letter, r.header, r.field,
	CASE WHEN {lost} THEN '' ELSE r.found END AS found, r.masked OR (r.found <> '' AND {lost}) AS masked, r.rule, r.allowed
FROM read_parquet({file}) AS r
LEFT JOIN (SELECT DISTINCT source_sheet, source_row FROM places WHERE source = {source} AND file = {name}) AS p
	ON p.source_row = r.row_number AND p.source_sheet IS NOT DISTINCT FROM r.sheet
ORDER BY r.file_row_number

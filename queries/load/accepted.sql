-- Which of the staged rows say something new?
-- One row per key of the file, the last row of it; left out when the newest version known says the same in every field.
CREATE OR REPLACE TEMP TABLE accepted AS
WITH newest AS (
	SELECT {fields}, source_sheet, source_row
	FROM staged
	WHERE rowid IN (SELECT max(rowid) FROM staged GROUP BY {key})
), changed AS (
	SELECT {fields} FROM newest
	EXCEPT
	SELECT {fields} FROM fact_{feed} JOIN (SELECT {key}, max(batch) AS batch FROM fact_{feed} GROUP BY {key}) USING ({key}, batch)
)
SELECT {fields}, source_sheet, source_row
FROM newest SEMI JOIN changed USING ({key})
ORDER BY source_sheet NULLS FIRST, source_row NULLS LAST

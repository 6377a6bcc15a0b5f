-- Which staged rows are followed by another row of the same key in the same file?
-- One row per such row, by its place in the order of the file. Rows whose key has a hash of its own are out at once; only
-- the few others are compared by the key itself.
CREATE OR REPLACE TEMP TABLE superseded AS
WITH suspect AS (
	SELECT {key}, rowid AS place
	FROM staged
	WHERE hash({key}) IN (SELECT hash({key}) FROM staged GROUP BY hash({key}) HAVING count(*) > 1)
)
SELECT place
FROM (SELECT place, max(place) OVER (PARTITION BY {key}) AS last FROM suspect)
WHERE place < last

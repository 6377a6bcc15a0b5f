-- Which staged rows are about a person whose time in the source was over, and of whom the file has nothing newer?
-- They are gone before anything is compared with them.
DELETE FROM staged
WHERE {person} IN (
	SELECT {person}
	FROM staged
	WHERE sha256({person}) IN (SELECT hash FROM erased)
	GROUP BY {person}
	HAVING count({date}) = count(*) AND max({date}) < CAST(? AS DATE)
)

-- Of which persons is all that a source holds from before a day?
-- One row per person, by the SHA-256 of the pseudonym, with how many records that is. The newest version of each record
-- decides; where one has no date, the person stays.
WITH
	own AS (SELECT * FROM fact_{feed} WHERE batch IN (SELECT batch FROM applied WHERE source = ?)),
	newest AS (
		SELECT {person} AS person, {date} AS dated
		FROM own JOIN (SELECT {key}, max(batch) AS batch FROM own GROUP BY {key}) USING ({key}, batch)
	)
SELECT sha256(person) AS hash, count(*) AS records
FROM newest
WHERE person IS NOT NULL
GROUP BY person
HAVING count(dated) = count(*) AND max(dated) < CAST(? AS DATE)
ORDER BY hash

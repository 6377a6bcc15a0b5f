-- About whom did anything new come in between two batches?
-- One row per programme, feed and whom it is about: whether an earlier version was replaced, and whether a fact is gone.
SELECT
	v.programme, v.feed, COALESCE(v.about, old.about) AS about,
	max(CASE WHEN old.batch IS NOT NULL THEN 1 ELSE 0 END) AS replaced,
	max(CASE WHEN v.removed THEN 1 ELSE 0 END) AS removed
FROM version AS v
LEFT JOIN version AS old ON old.programme = v.programme AND old.feed = v.feed AND old.fact = v.fact
	AND old.batch <= ? AND NOT old.removed
WHERE v.batch > ? AND v.batch <= ?
GROUP BY 1, 2, 3
ORDER BY 1 NULLS LAST, 2 NULLS LAST, 3 NULLS LAST

-- Who is who, when everyone is told apart?
-- One row per subject and scope.
SELECT
	programme, scope, period, subject, '' AS breakdown, '' AS category,
	mature, outcome, weight, 1 AS persons
FROM part

-- How many are alike, when three periods in a row are taken together?
-- One row per programme, pool of periods and what became of them, of those who are in several periods: one who is in two of a
-- pool counts once.
SELECT programme, label, mature, outcome, weight, count(*) AS persons
FROM (
	SELECT
		r.programme, p.label, r.subject,
		max(r.mature) AS mature, max(r.outcome) AS outcome, max(r.weight) AS weight
	FROM recurrent AS r
	JOIN pool AS p ON p.period = r.period
	GROUP BY r.programme, p.label, r.subject
) AS once
GROUP BY programme, label, mature, outcome, weight

-- Who is counted, and what became of each in all?
-- One row per subject. A subject with several rows counts once, and has the best outcome of any of them: so a total is counted
-- anew from the subjects and never added up from its parts. The first and the last period differ for those who are in several.
SELECT
	programme, subject,
	min(period) AS first_period, max(period) AS last_period,
	max(mature) AS mature, max(outcome) AS outcome, max(weight) AS weight
FROM subject
GROUP BY programme, subject

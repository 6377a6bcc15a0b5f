-- Where does each subject count?
-- One row per subject and scope: 'only' counts in its only period and in all, 'all' in all alone, since the subject is in
-- several periods, and 'period' in one of these.
SELECT
	programme, subject,
	CASE WHEN first_period = last_period THEN 'only' ELSE 'all' END AS scope,
	first_period AS period, mature, outcome, weight
FROM standing
UNION ALL
SELECT programme, subject, 'period' AS scope, period, mature, outcome, weight
FROM recurrent

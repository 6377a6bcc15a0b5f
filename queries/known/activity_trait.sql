-- Which traits does each activity have?
-- One row per activity, with a column for each breakdown.
SELECT
	programme, activity_id AS subject,
	kind AS kind
FROM activities

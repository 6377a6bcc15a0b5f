-- Which traits does each visit have?
-- One row per visit, with a column for each breakdown.
SELECT
	programme, trainee_id || ' ' || kind || ' ' || CAST(held_on AS VARCHAR) AS subject,
	kind AS kind
FROM sessions

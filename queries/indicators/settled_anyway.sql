-- Of the former trainees who have answered, how many would have settled in the region anyway?
-- One row per respondent, in the year of their newest answer that says it; who was unsure did not say yes, and who has left the
-- question open each time is unknown, in the year of their newest answer.
/*---
id: settled_anyway
version: 1
rank: 114
kind: rate
unit: respondent
direction: none
period: year
total: pooled
protected: true
needs: [surveys]
audiences: [board, staff]
title:
  nb: Ville bosatt seg uansett
  nn: Ville ha busett seg uansett
  en: Would have settled anyway
meaning:
  nb: Av de tidligere traineene som har svart, andelen som ville bosatt seg i regionen også uten programmet. Den som er usikker, har ikke svart ja.
  nn: Av dei tidlegare traineeane som har svart, delen som ville ha busett seg i regionen òg utan programmet. Den som er usikker, har ikkje svart ja.
  en: Of the former trainees who have answered, the share who would have settled in the region without the programme too. Who is unsure has not said yes.
---*/
SELECT programme, year AS period, respondent_id AS subject, would_have_settled = 'yes' AS outcome, 1 AS weight, TRUE AS mature
FROM (
	SELECT
		programme, respondent_id, would_have_settled,
		CAST(CAST(extract(year FROM answered_on) AS INTEGER) AS VARCHAR) AS year,
		row_number() OVER (
			PARTITION BY programme, respondent_id
			ORDER BY CASE WHEN would_have_settled IS NULL THEN 1 ELSE 0 END NULLS LAST, answered_on DESC NULLS LAST
		) AS place
	FROM surveys
	WHERE role = 'ex_trainee'
) AS answer
WHERE place = 1

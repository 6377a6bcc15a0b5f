-- Of the companies that have answered, how many would have filled the position anyway?
-- One row per respondent, in the year of their newest answer that says it; who was unsure did not say yes, and who has left the
-- question open each time is unknown, in the year of their newest answer.
/*---
id: filled_anyway
version: 1
rank: 116
kind: rate
unit: respondent
direction: none
period: year
total: pooled
protected: true
needs: [surveys]
audiences: [board, staff]
title:
  nb: Bedrifter som ville fått tak i folk uansett
  nn: Bedrifter som ville fått tak i folk uansett
  en: Companies that would have found people anyway
short:
  nb: Fått folk uansett
  nn: Fått folk uansett
  en: Found people anyway
meaning:
  nb: Av bedriftene som har svart, andelen som ville fått besatt stillingen også uten programmet. Den som er usikker, har ikke svart ja.
  nn: Av bedriftene som har svart, delen som ville ha fått fylt stillinga òg utan programmet. Den som er usikker, har ikkje svart ja.
  en: Of the companies that have answered, the share that would have filled the position without the programme too. Who is unsure has not said yes.
---*/
SELECT programme, year AS period, respondent_id AS subject, would_have_filled = 'yes' AS outcome, 1 AS weight, TRUE AS mature
FROM (
	SELECT
		programme, respondent_id, would_have_filled,
		CAST(CAST(extract(year FROM answered_on) AS INTEGER) AS VARCHAR) AS year,
		row_number() OVER (
			PARTITION BY programme, respondent_id
			ORDER BY CASE WHEN would_have_filled IS NULL THEN 1 ELSE 0 END NULLS LAST, answered_on DESC NULLS LAST
		) AS place
	FROM surveys
	WHERE role = 'company'
) AS answer
WHERE place = 1

-- Of the trainees whom Romerike has had, who works in one of its municipalities now, wherever they live?
-- One row per trainee who completed or is still under way. A job counts, permanent or temporary, while it has not ended. Nobody
-- is unknown: the municipalities know whom they employ, and who is not in their list is not employed there.
/*---
id: romerike_stayed
version: 1
rank: 54
kind: rate
unit: trainee
goal: access
direction: up
period: cohort
total: pooled
protected: true
needs: [trainees, employments]
audiences: [board, centre, staff]
breakdowns: [gender, education, mobility]
programmes: [romerike]
replaces: regional_retention_now
title:
  nb: Ansatt i en medlemskommune, av fullførte
  nn: Tilsett i ein medlemskommune, av fullførte
  en: Employed in a member municipality, of completed
short:
  nb: Ansatt, av fullførte
  nn: Tilsett, av fullførte
  en: Employed, of completed
meaning:
  nb: Av traineene som har fullført, andelen som er ansatt i en av programmets kommuner per dato, fast eller midlertidig. Hvor de bor, er ikke med. Andre program regner det å bli som å bo og arbeide i regionen, og tallene kan ikke sammenlignes.
  nn: Av traineane som har fullført, delen som er tilsett i ein av kommunane til programmet per dato, fast eller mellombels. Kvar dei bur, er ikkje med. Andre program reknar det å bli som å bu og arbeide i regionen, og tala kan ikkje samanliknast.
  en: Of the trainees who have completed, the share who are employed in one of the programme's municipalities as of the date, permanently or temporarily, wherever they live. Other programmes count living and working in the region, and the figures cannot be compared.
---*/
SELECT
	t.programme,
	t.cohort AS period,
	t.trainee_id AS subject,
	e.trainee_id IS NOT NULL AS outcome,
	1 AS weight,
	t.completed AS mature
FROM trainees AS t
LEFT JOIN (
	SELECT DISTINCT j.programme, j.trainee_id
	FROM employments AS j
	CROSS JOIN moment AS m
	JOIN region AS r ON r.programme = j.programme AND r.kommune = j.kommune
		AND r.valid_from <= m.as_of AND m.as_of < r.valid_to
	WHERE j.ended_on IS NULL
) AS e ON e.programme = t.programme AND e.trainee_id = t.trainee_id
WHERE t.completed OR t.under_way

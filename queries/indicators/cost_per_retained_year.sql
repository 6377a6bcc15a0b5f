-- What has the programme cost for each year that a former trainee has lived in the region?
-- One row per year and cost (operations, coaching and salaries; the outcome is the amount, weight 0) and one per trainee and
-- calendar year (outcome 0; the weight is the part of the year, from the last day as a trainee, that they lived in the
-- region, as far as known/spells.sql knows): the sum of the outcomes divided by the sum of the weights. Unknown: the trainees
-- whom nobody has sighted since they completed.
/*---
id: cost_per_retained_year
version: 1
rank: 95
kind: ratio
unit: NOK
direction: down
period: year
total: pooled
protected: true
detail: staff
needs: [trainees, residency, finances]
audiences: [board, centre]
title:
  nb: Kostnad per år de blir boende
  nn: Kostnad per år dei blir buande
  en: Cost per year that they stay
short:
  nb: Kostnad per bodd år
  nn: Kostnad per budd år
  en: Cost per year stayed
meaning:
  nb: Programmets kostnader til nå (drift, coaching og lønn), delt på alle årene de tidligere traineene til sammen har bodd i regionen etter at de fullførte. I et enkelt år er det kostnadene det året, delt på årene de bodde der det året.
  nn: Kostnadene til programmet fram til no (drift, coaching og løn), delte på alle åra dei tidlegare traineeane til saman har budd i regionen etter at dei fullførte. I eit einskilt år er det kostnadene det året, delte på åra dei budde der det året.
  en: The programme's costs to date (operations, coaching and salaries), divided by all the years that the former trainees together have lived in the region after completing. In a single year it is the costs of that year, divided by the years they lived there in that year.
---*/
WITH ended AS ( -- how many months after completing each year ended
	SELECT
		s.programme, s.trainee_id, s.months, y.year,
		CAST(
			CAST(372 * extract(year FROM y.ends_on) + 31 * extract(month FROM y.ends_on) + extract(day FROM y.ends_on) AS BIGINT)
				- s.ended_step AS DOUBLE PRECISION
		) / 31 AS months_later
	FROM spells AS s
	CROSS JOIN year_end AS y
	WHERE s.months IS NOT NULL
), lived AS ( -- how many of them had been lived in the region by then
	SELECT
		programme, trainee_id, year,
		CASE WHEN months_later < 0 THEN 0 WHEN months_later < months THEN months_later ELSE months END AS months
	FROM ended
)
SELECT
	programme,
	year AS period,
	year || ' ' || item AS subject,
	amount_nok AS outcome,
	0 AS weight,
	TRUE AS mature
FROM finances
WHERE item IN ('operations', 'coaching', 'salaries')
UNION ALL
SELECT programme, year AS period, trainee_id || ' ' || year AS subject, 0 AS outcome, years AS weight, TRUE AS mature
FROM (
	SELECT
		programme, trainee_id, year,
		CAST(months - lag(months, 1, 0) OVER (PARTITION BY programme, trainee_id ORDER BY year NULLS LAST) AS DOUBLE PRECISION) / 12 AS years
	FROM lived
) AS part
WHERE years > 0
UNION ALL
SELECT
	programme,
	CAST(CAST(extract(year FROM ended_on) AS INTEGER) AS VARCHAR) AS period,
	trainee_id AS subject,
	NULL AS outcome,
	0 AS weight,
	TRUE AS mature
FROM spells
WHERE months IS NULL

-- How many were reached by what was done to recruit and be seen?
-- One row per activity, in the year in which it was held; the weight is how many it reached. Where nobody has said, it is one
-- activity of which that is unknown.
/*---
id: activity_reach
version: 1
rank: 68
kind: count
unit: person
goal: market
direction: none
period: year
total: pooled
protected: false
needs: [activities]
audiences: [board, staff]
title:
  nb: Nådd av aktivitetene
  nn: Nådde av aktivitetane
  en: Reached by the activities
meaning:
  nb: Hvor mange som ble nådd av aktivitetene i året, slik programmet har anslått det. Aktiviteter uten anslag er ukjente. Den som nås flere ganger, telles hver gang.
  nn: Kor mange som vart nådde av aktivitetane i året, slik programmet har rekna det. Aktivitetar utan slike tal er ukjende. Den som blir nådd fleire gonger, blir talt kvar gong.
  en: How many were reached by the activities of the year, as the programme has estimated it. Activities without an estimate are unknown. Who is reached several times counts each time.
---*/
SELECT
	programme,
	year AS period,
	activity_id AS subject,
	CASE WHEN reached IS NOT NULL THEN TRUE END AS outcome,
	COALESCE(reached, 1) AS weight,
	TRUE AS mature
FROM activities

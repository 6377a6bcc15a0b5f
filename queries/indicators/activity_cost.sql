-- What has it cost to recruit and be seen?
-- One row per activity, in the year in which it was held; the weight is its cost. Where that is not stated, it is one activity
-- of which it is unknown.
/*---
id: activity_cost
version: 1
rank: 69
kind: count
unit: NOK
goal: market
direction: none
period: year
total: pooled
protected: false
needs: [activities]
audiences: [board, staff]
title:
  nb: Kostnad til aktivitetene
  nn: Kostnad til aktivitetane
  en: Cost of the activities
meaning:
  nb: Hva aktivitetene i året har kostet. Aktiviteter uten oppgitt kostnad er ukjente.
  nn: Kva aktivitetane i året har kosta. Aktivitetar utan oppgitt kostnad er ukjende.
  en: What the activities of the year have cost. Activities without a stated cost are unknown.
---*/
SELECT
	programme,
	year AS period,
	activity_id AS subject,
	CASE WHEN cost_nok IS NOT NULL THEN TRUE END AS outcome,
	COALESCE(cost_nok, 1) AS weight,
	TRUE AS mature
FROM activities

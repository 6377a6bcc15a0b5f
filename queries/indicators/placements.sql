-- How many placements have begun?
-- One row per placement, in the year in which it began.
/*---
id: placements
version: 1
rank: 96
kind: count
unit: placement
direction: none
period: year
total: pooled
protected: false
needs: [placements]
audiences: [board, staff]
breakdowns: [host_sector, centrality]
title:
  nb: Moduler
  nn: Modular
  en: Placements
meaning:
  nb: Moduler i medlemsbedriftene som har begynt i året.
  nn: Modular i medlemsbedriftene som har begynt i året.
  en: Placements with the member companies that have begun in the year.
---*/
SELECT
	programme,
	CAST(CAST(extract(year FROM started_on) AS INTEGER) AS VARCHAR) AS period,
	placement_id AS subject,
	TRUE AS outcome,
	1 AS weight,
	TRUE AS mature
FROM placements

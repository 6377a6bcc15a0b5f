-- Of the companies that were members a year before the end of each year, how many were still members at its end?
-- One row per company and year; the year of the date ends on the date, and the year before it on the same day twelve months
-- earlier. A company that left on the last day is no member that day.
/*---
id: member_retention
version: 1
rank: 75
kind: rate
unit: company
goal: visible
direction: up
period: year
total: latest
protected: false
needs: [companies]
audiences: [board]
breakdowns: [sector, centrality]
title:
  nb: Andel medlemsbedrifter som blir
  nn: Del medlemsbedrifter som blir
  en: Share of member companies that stay
short:
  nb: Medlemmer som blir
  nn: Medlemer som blir
  en: Members that stay
meaning:
  nb: Av bedriftene som var medlem ett år tidligere, andelen som fortsatt er medlem ved utgangen av året; for det siste året per dato.
  nn: Av bedriftene som var medlem eitt år tidlegare, delen som framleis er medlem ved utgangen av året; for det siste året per dato.
  en: Of the companies that were members a year earlier, the share that are still members at the end of the year; for the last year as of the date.
---*/
SELECT
	c.programme,
	y.year AS period,
	c.org_no AS subject,
	c.left_on IS NULL OR c.left_on > y.ends_on AS outcome,
	1 AS weight,
	TRUE AS mature
FROM companies AS c
JOIN year_end AS y ON c.joined_on <= CAST(y.ends_on - INTERVAL '12' MONTH AS DATE)
	AND (c.left_on IS NULL OR c.left_on > CAST(y.ends_on - INTERVAL '12' MONTH AS DATE))

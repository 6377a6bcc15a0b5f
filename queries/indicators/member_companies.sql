-- How many companies are members at the end of each year, and on the date?
-- One row per company and year in which it was a member on the last day; the year of the date ends on the date.
/*---
id: member_companies
version: 1
rank: 70
kind: count
unit: company
goal: visible
direction: up
period: year
total: latest
protected: false
needs: [companies]
audiences: [board, centre, staff]
breakdowns: [sector, centrality]
title:
  nb: Medlemsbedrifter
  nn: Medlemsbedrifter
  en: Member companies
meaning:
  nb: Bedrifter som er medlem ved utgangen av året; for det siste året per dato.
  nn: Bedrifter som er medlem ved utgangen av året; for det siste året per dato.
  en: Companies that are members at the end of the year; for the last year as of the date.
---*/
SELECT
	c.programme,
	y.year AS period,
	c.org_no AS subject,
	TRUE AS outcome,
	1 AS weight,
	TRUE AS mature
FROM companies AS c
JOIN year_end AS y ON c.joined_on <= y.ends_on AND (c.left_on IS NULL OR c.left_on > y.ends_on)

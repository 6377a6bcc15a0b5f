-- What does a member company pay in a year?
-- One row per year with the fees of the year (outcome, weight 0), and one per member at the year's end (weight 1): the sum
-- of the outcomes divided by the sum of the weights is kroner per member. A year without both has no row.
/*---
id: fee_per_member
version: 1
rank: 90
kind: ratio
unit: NOK
goal: visible
direction: none
period: year
total: latest
protected: false
needs: [companies, finances]
audiences: [board, staff]
title:
  nb: Avgift per medlem
  nn: Avgift per medlem
  en: Fee per member
meaning:
  nb: Medlemsavgiftene i året delt på antall medlemsbedrifter ved utgangen av året, uten merverdiavgift.
  nn: Medlemsavgiftene i året delte på talet på medlemsbedrifter ved utgangen av året, utan meirverdiavgift.
  en: The member fees of the year divided by the number of member companies at the end of the year, ex VAT.
---*/
WITH fee AS (
	SELECT programme, year, amount_nok FROM finances WHERE item = 'member_fees'
), member AS (
	SELECT c.programme, y.year, c.org_no
	FROM companies AS c
	JOIN year_end AS y ON c.joined_on <= y.ends_on AND (c.left_on IS NULL OR c.left_on > y.ends_on)
)
SELECT programme, year AS period, year || ' member_fees' AS subject, amount_nok AS outcome, 0 AS weight, TRUE AS mature
FROM fee
WHERE EXISTS (SELECT 1 FROM member AS m WHERE m.programme = fee.programme AND m.year = fee.year)
UNION ALL
SELECT m.programme, m.year AS period, m.org_no || ' ' || m.year AS subject, 0 AS outcome, 1 AS weight, TRUE AS mature
FROM member AS m
WHERE EXISTS (SELECT 1 FROM fee AS f WHERE f.programme = m.programme AND f.year = m.year)

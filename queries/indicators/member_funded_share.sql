-- Of the kroner that came in as member fees and public funding, how many were member fees?
-- One row per programme, year and item; the weight is the amount.
/*---
id: member_funded_share
version: 1
rank: 80
kind: share
unit: NOK
goal: visible
direction: up
period: year
total: pooled
protected: false
needs: [finances]
audiences: [board, staff]
title:
  nb: Medlemsfinansiert andel
  nn: Medlemsfinansiert del
  en: Member-funded share
meaning:
  nb: Medlemsavgift som andel av medlemsavgift og offentlig tilskudd i året.
  nn: Medlemsavgift som del av medlemsavgift og offentleg tilskot i året.
  en: Member fees as a share of member fees and public funding in the year.
---*/
SELECT
	programme,
	year AS period,
	year || ' ' || item AS subject,
	item = 'member_fees' AS outcome,
	amount_nok AS weight,
	TRUE AS mature
FROM finances
WHERE item IN ('member_fees', 'public_funding')

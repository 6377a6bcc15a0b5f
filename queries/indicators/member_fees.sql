-- What have the members paid?
-- One row per programme, year and item; the weight is the amount.
/*---
id: member_fees
version: 1
rank: 82
kind: count
unit: NOK
goal: visible
direction: none
period: year
total: pooled
protected: false
needs: [finances]
audiences: [board, staff]
title:
  nb: Medlemsavgifter
  nn: Medlemsavgifter
  en: Member fees
meaning:
  nb: Medlemsavgiftene som kom inn i året, uten merverdiavgift.
  nn: Medlemsavgiftene som kom inn i året, utan meirverdiavgift.
  en: The member fees that came in in the year, ex VAT.
---*/
SELECT programme, year AS period, year || ' ' || item AS subject, TRUE AS outcome, amount_nok AS weight, TRUE AS mature
FROM finances
WHERE item = 'member_fees'

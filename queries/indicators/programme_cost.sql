-- What has the programme cost?
-- One row per programme, year and item; the weight is the amount.
/*---
id: programme_cost
version: 1
rank: 92
kind: count
unit: NOK
direction: none
period: year
total: pooled
protected: false
needs: [finances]
audiences: [board, staff]
title:
  nb: Programmets kostnader
  nn: Kostnadene til programmet
  en: The programme's costs
meaning:
  nb: Programmets kostnader i året (drift, coaching og lønn).
  nn: Kostnadene til programmet i året (drift, coaching og løn).
  en: The programme's costs in the year (operations, coaching and salaries).
---*/
SELECT programme, year AS period, year || ' ' || item AS subject, TRUE AS outcome, amount_nok AS weight, TRUE AS mature
FROM finances
WHERE item IN ('operations', 'coaching', 'salaries')

-- How much public money has come in?
-- One row per programme, year and item; the weight is the amount.
/*---
id: public_funding
version: 1
rank: 84
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
  nb: Offentlig tilskudd
  nn: Offentleg tilskot
  en: Public funding
meaning:
  nb: Det offentlige tilskuddet som kom inn i året.
  nn: Det offentlege tilskotet som kom inn i året.
  en: The public funding that came in in the year.
---*/
SELECT programme, year AS period, year || ' ' || item AS subject, TRUE AS outcome, amount_nok AS weight, TRUE AS mature
FROM finances
WHERE item = 'public_funding'

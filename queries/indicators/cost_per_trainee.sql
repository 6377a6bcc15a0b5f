-- What does the programme cost for each trainee that it takes on?
-- One row per year and cost (the outcome is the amount, weight 0) and one per trainee of the cohort of a year with costs (outcome
-- 0, weight 1): the sum of the outcomes divided by the sum of the weights.
/*---
id: cost_per_trainee
version: 1
rank: 94
kind: ratio
unit: NOK
direction: down
period: year
total: pooled
protected: false
needs: [trainees, finances]
audiences: [board, staff]
title:
  nb: Kostnad per trainee
  nn: Kostnad per trainee
  en: Cost per trainee
meaning:
  nb: Programmets kostnader i året (drift, coaching og lønn), delt på antall traineer som ble tatt inn i året; i alt alle kostnadene delt på alle traineene. Bare år med kostnader er med.
  nn: Kostnadene til programmet i året (drift, coaching og løn), delte på talet på traineear som vart tekne inn i året; i alt alle kostnadene delte på alle traineeane. Berre år med kostnader er med.
  en: The programme's costs of the year (operations, coaching and salaries), divided by the number of trainees taken on in the year; in all, all the costs by all the trainees. Only years with costs are counted.
---*/
WITH cost AS (
	SELECT programme, year, item, amount_nok FROM finances WHERE item IN ('operations', 'coaching', 'salaries')
)
SELECT programme, year AS period, year || ' ' || item AS subject, amount_nok AS outcome, 0 AS weight, TRUE AS mature
FROM cost
UNION ALL
SELECT t.programme, t.cohort AS period, t.trainee_id AS subject, 0 AS outcome, 1 AS weight, TRUE AS mature
FROM trainees AS t
WHERE EXISTS (SELECT 1 FROM cost AS c WHERE c.programme = t.programme AND c.year = t.cohort)

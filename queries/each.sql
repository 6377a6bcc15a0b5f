-- Which subjects are counted when no periods are taken together?
-- The rows of the indicator.
SELECT programme, period, subject, outcome, weight, mature
FROM indicator

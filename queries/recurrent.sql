-- What became in each period of those who are in several?
-- One row per such subject and period. They are few, and of all others standing.sql has said everything.
SELECT s.programme, s.subject, s.period, max(s.mature) AS mature, max(s.outcome) AS outcome, max(s.weight) AS weight
FROM subject AS s
JOIN standing AS a ON a.programme = s.programme AND a.subject = s.subject
WHERE a.first_period <> a.last_period
GROUP BY s.programme, s.subject, s.period

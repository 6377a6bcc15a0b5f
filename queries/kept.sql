-- Which rows of an indicator's statement count?
-- Those of the programmes that are not left out.
SELECT e.programme, e.period, e.subject, e.outcome, e.weight, e.mature
FROM everyone AS e
WHERE NOT EXISTS (SELECT 1 FROM left_out AS l WHERE l.programme = e.programme)

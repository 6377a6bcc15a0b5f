-- Which three periods in a row does each subject belong to?
-- The rows of the indicator, once for each pool of periods that theirs is in: 2008 is in 2006–2008, 2007–2009 and 2008–2010.
SELECT i.programme, p.label AS period, i.subject, i.outcome, i.weight, i.mature
FROM indicator AS i
JOIN pool AS p ON p.period = i.period

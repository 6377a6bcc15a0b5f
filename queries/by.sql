-- Which categories do the subjects belong to?
-- One row per subject, breakdown and category. {unit} and {breakdowns} stand for the subjects' kind and the breakdowns that
-- were asked for, as the indicator's front matter names them.
SELECT programme, subject, breakdown, category
FROM {unit}_trait
WHERE breakdown IN ({breakdowns})

-- Which categories do the subjects belong to when nothing is told apart?
-- None: there is no row.
SELECT '' AS programme, '' AS subject, '' AS breakdown, '' AS category
WHERE FALSE

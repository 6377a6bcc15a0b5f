-- Under which other pseudonyms are the trainees known whose rows are to be left out?
-- One row per pseudonym, of the trainee or of the applicant she was, that does not belong to anyone erased yet.
SELECT DISTINCT id
FROM (
	SELECT trainee_id AS id FROM staged WHERE {erased}
	UNION ALL SELECT applicant_id FROM staged WHERE {erased}
)
WHERE id IS NOT NULL AND sha256(id) NOT IN (SELECT hash FROM erased)
ORDER BY id

-- Under which pseudonyms is a person known?
-- One row per pseudonym: that of the applicant, of the trainee she became, and of her applications and offers.
WITH RECURSIVE
	link AS (
		SELECT applicant_id AS id, trainee_id AS other FROM fact_trainees WHERE applicant_id IS NOT NULL
		UNION SELECT trainee_id, applicant_id FROM fact_trainees WHERE applicant_id IS NOT NULL
		UNION SELECT applicant_id, application_id FROM fact_applications WHERE applicant_id IS NOT NULL
		UNION SELECT trainee_id, offer_id FROM fact_offers WHERE trainee_id IS NOT NULL
	),
	kin AS (
		SELECT unnest(string_split(CAST(? AS VARCHAR), ' ')) AS id
		UNION
		SELECT link.other FROM kin JOIN link ON link.id = kin.id
	)
SELECT id FROM kin ORDER BY id

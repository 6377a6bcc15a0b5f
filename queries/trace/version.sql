-- Which versions of facts are there, whom is each about, and when did it happen?
-- One row per version. fact is the key within the programme; part tells apart the placements and the sessions of a trainee.
-- What is gone from its source has no more than its key. Figures published elsewhere are about nobody.
SELECT programme, 'activities' AS feed, activity_id AS fact, activity_id AS about, '' AS part, held_on AS happened_on, source_sheet, source_row, removed, batch
FROM fact_activities
UNION ALL
SELECT programme, 'applications', application_id, applicant_id, '', submitted_on, source_sheet, source_row, removed, batch
FROM fact_applications
UNION ALL
SELECT programme, 'companies', org_no, org_no, '', joined_on, source_sheet, source_row, removed, batch
FROM fact_companies
UNION ALL
SELECT
	programme, 'employments', trainee_id || ' ' || company || ' ' || CAST(started_on AS VARCHAR), trainee_id, '',
	started_on, source_sheet, source_row, removed, batch
FROM fact_employments
UNION ALL
SELECT
	programme, 'finances', CAST(year AS VARCHAR) || ' ' || item, CAST(year AS VARCHAR) || ' ' || item, '',
	CAST(CAST(year AS VARCHAR) || '-01-01' AS DATE), source_sheet, source_row, removed, batch
FROM fact_finances
UNION ALL
SELECT programme, 'offers', offer_id, trainee_id, '', offered_on, source_sheet, source_row, removed, batch
FROM fact_offers
UNION ALL
SELECT
	programme, 'placements', trainee_id || ' ' || CAST(module AS VARCHAR), trainee_id, CAST(module AS VARCHAR),
	started_on, source_sheet, source_row, removed, batch
FROM fact_placements
UNION ALL
SELECT
	programme, 'residency', trainee_id || ' ' || CAST(observed_on AS VARCHAR) || ' ' || source, trainee_id, '',
	observed_on, source_sheet, source_row, removed, batch
FROM fact_residency
UNION ALL
SELECT
	programme, 'sessions', trainee_id || ' ' || kind || ' ' || CAST(held_on AS VARCHAR), trainee_id, CAST(held_on AS VARCHAR),
	held_on, source_sheet, source_row, removed, batch
FROM fact_sessions
UNION ALL
SELECT
	programme, 'surveys', respondent_id || ' ' || CAST(answered_on AS VARCHAR), respondent_id, '',
	answered_on, source_sheet, source_row, removed, batch
FROM fact_surveys
UNION ALL
SELECT programme, 'trainees', trainee_id, trainee_id, '', started_on, source_sheet, source_row, removed, batch
FROM fact_trainees

-- How does somebody who knows DuckDB count the figures by hand?
-- The same figures as the program: what several statements need is made
-- once, only the columns that are asked for are carried, categories stand beside each other in wide rows, and GROUPING SETS
-- count them in one pass. A macro is what one would otherwise write out for each statement.
-- The tables moment, region, year_end, pool and centrality are given.

CREATE TEMP TABLE figure (
	indicator VARCHAR, programme VARCHAR, period VARCHAR, breakdown VARCHAR, category VARCHAR, sort VARCHAR,
	a DOUBLE, b DOUBLE, c DOUBLE, d DOUBLE, e DOUBLE
);
CREATE TEMP MACRO level(n) AS CASE WHEN n <= 2 THEN 'compulsory' WHEN n <= 4 THEN 'upper_secondary' WHEN n = 5 THEN 'post_secondary'
	WHEN n = 6 THEN 'bachelor' WHEN n = 7 THEN 'master' WHEN n = 8 THEN 'doctorate' ELSE 'unknown' END;
CREATE TEMP MACRO mobility(home, tie, lives) AS CASE WHEN home OR tie = 'grew_up' THEN CASE WHEN NOT lives THEN 'moved_back' ELSE 'grew_up' END
	WHEN home IS NOT NULL OR tie IS NOT NULL THEN 'newcomer' END;
CREATE TEMP MACRO step(day) AS 372 * year(day) + 31 * month(day) + day(day);

-- Facts: the newest version that was known.
CREATE TEMP TABLE newest_application AS
SELECT
	f.programme, f.application_id, f.applicant_id, CAST(f.cohort AS VARCHAR) AS cohort, f.submitted_on, f.gender, f.education_level, f.education_years,
	f.field, f.home_kommune, f.tie, f.channel, f.assessment = 'well_qualified' AS well, CASE WHEN f.home_kommune IS NOT NULL THEN h.kommune IS NOT NULL END AS home_in_region,
	CASE WHEN f.kommune IS NOT NULL THEN r.kommune IS NOT NULL END AS lives_in_region
FROM fact_applications AS f
CROSS JOIN moment AS m
LEFT JOIN region AS h ON h.programme = f.programme AND h.kommune = f.home_kommune AND f.submitted_on >= h.valid_from AND f.submitted_on < h.valid_to
LEFT JOIN region AS r ON r.programme = f.programme AND r.kommune = f.kommune AND f.submitted_on >= r.valid_from AND f.submitted_on < r.valid_to
WHERE f.batch <= m.known_at AND NOT f.removed AND f.submitted_on <= m.as_of AND NOT EXISTS (
	FROM fact_applications AS n WHERE n.programme = f.programme AND n.application_id = f.application_id AND n.batch > f.batch AND n.batch <= m.known_at);

CREATE TEMP TABLE applicant AS
SELECT
	programme, applicant_id, gender AS known_gender, education_level, education_years, field AS known_field, home_kommune, tie, lives_in_region, home_in_region,
	COALESCE(gender, 'unknown') AS gender, level(education_level) AS education, COALESCE(field, 'unknown') AS field, channel AS known_channel,
	COALESCE(mobility(home_in_region, tie, lives_in_region), 'unknown') AS mobility, COALESCE(channel, 'unknown') AS channel
FROM newest_application
QUALIFY row_number() OVER (PARTITION BY programme, applicant_id ORDER BY submitted_on DESC, application_id DESC) = 1;

CREATE TEMP TABLE application AS -- with the categories of the applicant
SELECT a.programme, a.applicant_id, a.cohort, a.well, a.tie, a.lives_in_region, p.known_channel, p.known_field, p.gender, p.education, p.field, p.mobility, p.channel
FROM newest_application AS a JOIN applicant AS p USING (programme, applicant_id);
DROP TABLE newest_application;

CREATE TEMP TABLE company AS
SELECT f.programme, f.org_no, f.joined_on, f.left_on, f.sector AS known_sector, COALESCE(f.sector, 'unknown') AS sector, COALESCE(z.centrality, 'unknown') AS centrality
FROM fact_companies AS f CROSS JOIN moment AS m
LEFT JOIN centrality AS z ON z.kommune = f.kommune AND z.valid_from <= f.joined_on AND f.joined_on < z.valid_to
WHERE f.batch <= m.known_at AND f.joined_on <= m.as_of
QUALIFY row_number() OVER (PARTITION BY f.programme, f.org_no ORDER BY f.batch DESC) = 1 AND NOT removed;

CREATE TEMP TABLE newest_placement AS
SELECT
	f.programme, f.trainee_id, f.module, f.started_on, CASE WHEN f.ended_on <= m.as_of THEN f.ended_on END AS ended_on,
	CASE WHEN f.ended_on IS NULL OR f.ended_on <= m.as_of THEN f.evaluation END AS evaluation,
	COALESCE(c.known_sector, 'unknown') AS host_sector, COALESCE(z.centrality, 'unknown') AS centrality
FROM fact_placements AS f CROSS JOIN moment AS m
LEFT JOIN company AS c ON c.programme = f.programme AND c.org_no = f.company
LEFT JOIN centrality AS z ON z.kommune = f.kommune AND z.valid_from <= f.started_on AND f.started_on < z.valid_to
WHERE f.batch <= m.known_at AND NOT f.removed AND f.started_on <= m.as_of AND NOT EXISTS (
	FROM fact_placements AS n WHERE n.programme = f.programme AND n.trainee_id = f.trainee_id AND n.module = f.module AND n.batch > f.batch AND n.batch <= m.known_at);

CREATE TEMP TABLE trainee AS
WITH newest AS (
	SELECT f.*, m.as_of
	FROM fact_trainees AS f CROSS JOIN moment AS m
	WHERE f.batch <= m.known_at AND NOT f.removed AND f.started_on <= m.as_of AND NOT EXISTS (
		FROM fact_trainees AS n WHERE n.programme = f.programme AND n.trainee_id = f.trainee_id AND n.batch > f.batch AND n.batch <= m.known_at)
), host AS (
	SELECT programme, trainee_id, arg_min((host_sector, centrality), (started_on, module)) AS host FROM newest_placement GROUP BY ALL
)
SELECT
	t.programme, t.trainee_id, CAST(t.cohort AS VARCHAR) AS cohort, t.planned_end_on, CASE WHEN t.ended_on <= as_of THEN t.ended_on END AS ended_on,
	CASE WHEN COALESCE(t.ended_on, t.planned_end_on) <= as_of THEN t.exit_reason END AS exit_reason,
	COALESCE(t.exit_reason = 'completed' AND t.ended_on <= as_of, FALSE) AS completed, COALESCE(t.ended_on, t.planned_end_on) > as_of AS under_way,
	COALESCE(t.education_level, a.education_level) AS education_level, COALESCE(t.education_years, a.education_years) AS education_years,
	COALESCE(t.gender, a.known_gender, 'unknown') AS gender, level(COALESCE(t.education_level, a.education_level)) AS education,
	COALESCE(t.field, a.known_field, 'unknown') AS field,
	COALESCE(mobility(CASE WHEN COALESCE(t.home_kommune, a.home_kommune) IS NOT NULL THEN r.kommune IS NOT NULL END, COALESCE(t.tie, a.tie), a.lives_in_region), 'unknown') AS mobility,
	COALESCE(h.host[1], 'unknown') AS host_sector, COALESCE(h.host[2], 'unknown') AS centrality,
	COALESCE(t.home_kommune, a.home_kommune, 'unknown') AS origin
FROM newest AS t
LEFT JOIN applicant AS a ON a.programme = t.programme AND a.applicant_id = t.applicant_id
LEFT JOIN region AS r ON r.programme = t.programme AND r.kommune = COALESCE(t.home_kommune, a.home_kommune) AND r.valid_from <= t.started_on AND t.started_on < r.valid_to
LEFT JOIN host AS h ON h.programme = t.programme AND h.trainee_id = t.trainee_id;

CREATE TEMP TABLE placement AS
SELECT p.programme, t.cohort, p.trainee_id, p.module, p.started_on, p.ended_on, p.evaluation, t.under_way, p.host_sector, p.centrality
FROM newest_placement AS p JOIN trainee AS t USING (programme, trainee_id);

CREATE TEMP TABLE sighting AS
SELECT programme, trainee_id, observed_on, s.*, least(observed_on, COALESCE(s.moved_on, observed_on)) AS since, step(observed_on) AS observed_step, step(s.moved_on) AS moved_step
FROM (
	SELECT f.programme, f.trainee_id, f.observed_on, arg_min({
		in_region: CASE WHEN f.status = 'resident' THEN r.kommune IS NOT NULL WHEN f.status = 'emigrated' THEN FALSE END,
		works: f.works_in_region, moved_on: f.moved_on, place: CASE f.status WHEN 'emigrated' THEN '9999' ELSE f.kommune END,
		source_rank: CASE f.source WHEN 'register' THEN 1 WHEN 'survey' THEN 2 WHEN 'employer' THEN 3 ELSE 4 END
	}, (CASE f.source WHEN 'register' THEN 1 WHEN 'survey' THEN 2 WHEN 'employer' THEN 3 ELSE 4 END, f.source)) AS s
	FROM fact_residency AS f CROSS JOIN moment AS m
	LEFT JOIN region AS r ON r.programme = f.programme AND r.kommune = f.kommune AND r.valid_from <= f.observed_on AND f.observed_on < r.valid_to
	WHERE f.batch <= m.known_at AND NOT f.removed AND f.observed_on <= m.as_of AND f.status <> 'unknown' AND NOT EXISTS (
		FROM fact_residency AS n WHERE n.programme = f.programme AND n.trainee_id = f.trainee_id AND n.observed_on = f.observed_on AND n.source = f.source
			AND n.batch > f.batch AND n.batch <= m.known_at)
	GROUP BY ALL
);

CREATE TEMP TABLE residence AS
SELECT programme, trainee_id, CASE WHEN fresh THEN s.in_region END AS in_region, CASE WHEN fresh AND s.in_region IS NOT NULL THEN s.place END AS place,
	CASE WHEN NOT fresh THEN NULL WHEN NOT s.in_region THEN FALSE WHEN NOT s.works THEN FALSE WHEN s.in_region AND s.works THEN TRUE END AS lives_and_works
FROM (
	SELECT programme, trainee_id, arg_max({in_region: in_region, works: works, place: place}, observed_on) AS s, max(observed_on) + INTERVAL 18 MONTH >= any_value(as_of) AS fresh
	FROM sighting CROSS JOIN moment GROUP BY ALL
);

CREATE TEMP TABLE importance AS
SELECT f.programme, f.respondent_id AS trainee_id, arg_max({said: f.importance}, (f.importance IS NOT NULL, f.answered_on)).said AS importance
FROM fact_surveys AS f CROSS JOIN moment AS m
WHERE f.role = 'ex_trainee' AND f.batch <= m.known_at AND NOT f.removed AND f.answered_on <= m.as_of AND NOT EXISTS (
	FROM fact_surveys AS n WHERE n.programme = f.programme AND n.respondent_id = f.respondent_id AND n.answered_on = f.answered_on AND n.batch > f.batch AND n.batch <= m.known_at)
GROUP BY ALL;

CREATE TEMP TABLE anniversary AS
WITH due AS (
	SELECT t.*, years, CAST(t.ended_on + to_years(CAST(years AS INTEGER)) AS DATE) AS falls_on FROM trainee AS t, (VALUES (1), (2), (3), (5)) AS y(years) WHERE completed OR under_way
), seen AS (
	SELECT d.programme, d.trainee_id, d.years,
		arg_max({in_region: s.in_region}, (s.since, -s.source_rank, s.observed_on)) FILTER (s.since <= d.falls_on AND d.falls_on <= s.observed_on + INTERVAL 18 MONTH) AS word,
		arg_min({in_region: CASE WHEN s.moved_on IS NULL THEN s.in_region END}, s.observed_on) FILTER (s.observed_on > d.falls_on AND s.observed_on <= d.falls_on + INTERVAL 18 MONTH) AS later
	FROM due AS d JOIN sighting AS s USING (programme, trainee_id) CROSS JOIN moment
	WHERE d.falls_on <= as_of
	GROUP BY ALL
)
SELECT d.* EXCLUDE (completed), d.completed, COALESCE(d.falls_on <= as_of, FALSE) AS mature, CASE WHEN s.word IS NOT NULL THEN s.word.in_region ELSE s.later.in_region END AS outcome
FROM due AS d CROSS JOIN moment LEFT JOIN seen AS s ON s.programme = d.programme AND s.trainee_id = d.trainee_id AND s.years = d.years;

CREATE TEMP TABLE spell AS
WITH done AS (
	SELECT programme, trainee_id, ended_on, step(ended_on) AS step FROM trainee WHERE completed
), seen AS (
	SELECT d.programme, d.trainee_id,
		arg_max({in_region: s.in_region}, (s.since, -s.source_rank, s.observed_on)) FILTER (s.since <= d.ended_on AND d.ended_on <= s.observed_on + INTERVAL 18 MONTH) AS began,
		arg_min({step: s.observed_step, moved: s.moved_step}, s.observed_on) FILTER (s.observed_on >= d.ended_on AND NOT s.in_region) AS outside
	FROM done AS d JOIN sighting AS s USING (programme, trainee_id)
	GROUP BY ALL
), inside AS (
	SELECT d.programme, d.trainee_id, max(s.observed_step) AS step
	FROM done AS d JOIN sighting AS s USING (programme, trainee_id) LEFT JOIN seen AS o USING (programme, trainee_id)
	WHERE s.observed_on >= d.ended_on AND s.in_region AND (o.outside IS NULL OR s.observed_step < o.outside.step)
	GROUP BY ALL
)
SELECT
	d.programme, d.trainee_id, d.ended_on, d.step AS ended_step,
	CAST(CASE
		WHEN i.step IS NULL AND NOT s.began.in_region THEN 0
		WHEN s.outside.step IS NULL THEN 2 * (i.step - d.step)
		WHEN s.outside.moved BETWEEN COALESCE(i.step, d.step) AND s.outside.step THEN 2 * (s.outside.moved - d.step)
		ELSE COALESCE(i.step, d.step) + s.outside.step - 2 * d.step
	END AS DOUBLE) / 62 AS months,
	COALESCE(s.outside.step IS NOT NULL OR i.step IS NULL AND NOT s.began.in_region, FALSE) AS has_left
FROM done AS d
LEFT JOIN seen AS s ON s.programme = d.programme AND s.trainee_id = d.trainee_id
LEFT JOIN inside AS i ON i.programme = d.programme AND i.trainee_id = d.trainee_id;

-- figures -----------------------------------------------------------------------------------------------------------------
-- cells: the programmes of each cell, and all of them together.
CREATE TEMP MACRO with_all(cells) AS TABLE
SELECT COALESCE(programme, 'all') AS programme, period, breakdown, category, '' AS sort, sum(a) AS a, sum(b) AS b, sum(c) AS c, sum(d) AS d, 0 AS e
FROM query_table(cells)
GROUP BY GROUPING SETS ((programme, period, breakdown, category), (period, breakdown, category));

-- Applicants: one row per applicant and cohort, outcome 0, 1 or not known. Who stands in several counts once in all.
CREATE TEMP MACRO by_applicants_of_five(who) AS TABLE
WITH per_cohort AS (
	SELECT programme, applicant_id, cohort AS period, any_value(gender) AS gender, any_value(education) AS education, any_value(field) AS field,
		any_value(mobility) AS mobility, any_value(channel) AS channel, max(outcome) AS outcome
	FROM query_table(who) GROUP BY programme, applicant_id, cohort
), person AS (
	FROM per_cohort
	UNION ALL
	SELECT programme, applicant_id, 'all', any_value(gender), any_value(education), any_value(field), any_value(mobility), any_value(channel), max(outcome)
	FROM per_cohort GROUP BY programme, applicant_id
), pooled AS (
	SELECT programme, applicant_id, label AS period, max(outcome) AS outcome FROM per_cohort JOIN pool USING (period) GROUP BY ALL
)
SELECT programme, period, CASE WHEN gender IS NOT NULL THEN 'gender' WHEN education IS NOT NULL THEN 'education' WHEN field IS NOT NULL THEN 'field'
		WHEN mobility IS NOT NULL THEN 'mobility' WHEN channel IS NOT NULL THEN 'channel' ELSE '' END AS breakdown,
	COALESCE(gender, education, field, mobility, channel, '') AS category, sum(outcome) AS a, count(outcome) AS b, count(*) - count(outcome) AS c, 0 AS d
FROM person
GROUP BY GROUPING SETS ((programme, period), (programme, period, gender), (programme, period, education), (programme, period, field),
	(programme, period, mobility), (programme, period, channel))
UNION ALL
SELECT programme, period, '', '', sum(outcome), count(outcome), count(*) - count(outcome), 0 FROM pooled GROUP BY programme, period;

CREATE TEMP MACRO by_applicants_of_four(who) AS TABLE
WITH per_cohort AS (
	SELECT programme, applicant_id, cohort AS period, any_value(gender) AS gender, any_value(education) AS education, any_value(field) AS field,
		any_value(channel) AS channel, max(outcome) AS outcome
	FROM query_table(who) GROUP BY programme, applicant_id, cohort
), person AS (
	FROM per_cohort
	UNION ALL
	SELECT programme, applicant_id, 'all', any_value(gender), any_value(education), any_value(field), any_value(channel), max(outcome)
	FROM per_cohort GROUP BY programme, applicant_id
), pooled AS (
	SELECT programme, applicant_id, label AS period, max(outcome) AS outcome FROM per_cohort JOIN pool USING (period) GROUP BY ALL
)
SELECT programme, period, CASE WHEN gender IS NOT NULL THEN 'gender' WHEN education IS NOT NULL THEN 'education' WHEN field IS NOT NULL THEN 'field'
		WHEN channel IS NOT NULL THEN 'channel' ELSE '' END AS breakdown,
	COALESCE(gender, education, field, channel, '') AS category, sum(outcome) AS a, count(outcome) AS b, count(*) - count(outcome) AS c, 0 AS d
FROM person
GROUP BY GROUPING SETS ((programme, period), (programme, period, gender), (programme, period, education), (programme, period, field), (programme, period, channel))
UNION ALL
SELECT programme, period, '', '', sum(outcome), count(outcome), count(*) - count(outcome), 0 FROM pooled GROUP BY programme, period;

CREATE TEMP VIEW who AS SELECT *, 1 AS outcome FROM application;
CREATE TEMP VIEW cells AS FROM by_applicants_of_five('who');
INSERT INTO figure SELECT 'applicants', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW who AS SELECT * EXCLUDE (well), CAST(well AS INTEGER) AS outcome FROM application;
INSERT INTO figure SELECT 'qualified_applicant_rate', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW who AS SELECT * EXCLUDE (tie), CAST(tie = 'none' AS INTEGER) AS outcome FROM application;
CREATE OR REPLACE TEMP VIEW cells AS FROM by_applicants_of_four('who');
INSERT INTO figure SELECT 'newcomer_applicant_share', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW who AS SELECT * EXCLUDE (lives_in_region), CAST(NOT lives_in_region AS INTEGER) AS outcome FROM application;
INSERT INTO figure SELECT 'outside_applicant_share', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW cells AS
WITH per_cohort AS (
	SELECT programme, applicant_id, cohort AS period, any_value(channel) AS channel, max(CAST(well AS INTEGER)) AS outcome
	FROM application WHERE known_channel IS NOT NULL GROUP BY programme, applicant_id, cohort
), person AS (
	FROM per_cohort
	UNION ALL SELECT programme, applicant_id, 'all', any_value(channel), max(outcome) FROM per_cohort GROUP BY programme, applicant_id
), pooled AS (
	SELECT programme, applicant_id, label AS period, max(outcome) AS outcome FROM per_cohort JOIN pool USING (period) GROUP BY ALL
)
SELECT programme, period, CASE WHEN channel IS NULL THEN '' ELSE 'channel' END AS breakdown, COALESCE(channel, '') AS category,
	sum(outcome) AS a, count(outcome) AS b, count(*) - count(outcome) AS c, 0 AS d
FROM person GROUP BY GROUPING SETS ((programme, period), (programme, period, channel))
UNION ALL
SELECT programme, period, '', '', sum(outcome), count(outcome), count(*) - count(outcome), 0 FROM pooled GROUP BY programme, period;
INSERT INTO figure SELECT 'channel_yield', * FROM with_all('cells');

INSERT INTO figure
WITH person AS (
	SELECT DISTINCT programme, applicant_id, cohort AS period, known_field AS field FROM application WHERE well
), told AS (
	FROM person
	UNION ALL SELECT DISTINCT programme, applicant_id, 'all', field FROM person
	UNION ALL SELECT DISTINCT programme, applicant_id, label, field FROM person JOIN pool USING (period)
)
SELECT 'field_breadth', COALESCE(programme, 'all'), period, '', '', field, count(field), count(*) - count(field), 0, 0, 0
FROM told GROUP BY GROUPING SETS ((programme, period, field), (period, field));

CREATE OR REPLACE TEMP VIEW cells AS
WITH per_cohort AS (
	SELECT programme, applicant_id AS subject, cohort AS period, max(CAST(well AS INTEGER)) AS outcome, 0 AS weight FROM application GROUP BY ALL
	UNION ALL SELECT programme, trainee_id, cohort, 0, 1 FROM trainee
), thing AS (
	FROM per_cohort
	UNION ALL SELECT programme, subject, 'all', max(outcome), max(weight) FROM per_cohort GROUP BY programme, subject
	UNION ALL SELECT programme, subject, label, max(outcome), max(weight) FROM per_cohort JOIN pool USING (period) GROUP BY programme, subject, label
)
SELECT programme, period, '' AS breakdown, '' AS category, COALESCE(sum(outcome), 0) AS a, sum(weight) AS b, count(*) - count(outcome) AS c, 0 AS d
FROM thing GROUP BY ALL;
INSERT INTO figure SELECT 'qualified_per_position', * FROM with_all('cells');

-- Trainees: each is one row, in one cohort.
CREATE TEMP MACRO by_trainees_of_six(who) AS TABLE
WITH cell AS (
	SELECT programme, cohort, gender, education, field, mobility, host_sector, centrality, count(*) FILTER (mature AND outcome) AS a,
		count(outcome) FILTER (mature) AS b, count(*) FILTER (mature AND outcome IS NULL) AS c, count(*) FILTER (NOT mature) AS d
	FROM query_table(who)
	GROUP BY GROUPING SETS ((programme, cohort), (programme, cohort, gender), (programme, cohort, education), (programme, cohort, field),
		(programme, cohort, mobility), (programme, cohort, host_sector), (programme, cohort, centrality))
), named AS (
	SELECT programme, cohort, CASE WHEN gender IS NOT NULL THEN 'gender' WHEN education IS NOT NULL THEN 'education' WHEN field IS NOT NULL THEN 'field'
			WHEN mobility IS NOT NULL THEN 'mobility' WHEN host_sector IS NOT NULL THEN 'host_sector' WHEN centrality IS NOT NULL THEN 'centrality' ELSE '' END AS breakdown,
		COALESCE(gender, education, field, mobility, host_sector, centrality, '') AS category, a, b, c, d
	FROM cell
)
SELECT programme, COALESCE(cohort, 'all') AS period, breakdown, category, sum(a) AS a, sum(b) AS b, sum(c) AS c, sum(d) AS d
FROM named GROUP BY GROUPING SETS ((programme, cohort, breakdown, category), (programme, breakdown, category))
UNION ALL
SELECT programme, label, '', '', sum(a), sum(b), sum(c), sum(d) FROM named JOIN pool ON pool.period = named.cohort WHERE breakdown = '' GROUP BY programme, label;

CREATE OR REPLACE TEMP VIEW who AS SELECT *, TRUE AS outcome, TRUE AS mature FROM trainee;
CREATE OR REPLACE TEMP VIEW cells AS FROM by_trainees_of_six('who');
INSERT INTO figure SELECT 'trainees_hired', * FROM with_all('cells');
CREATE OR REPLACE TEMP VIEW places AS
SELECT programme, COALESCE(cohort, 'all') AS period, 'origin' AS breakdown, origin AS category, count(*) AS a, count(*) AS b, 0 AS c, 0 AS d
FROM trainee GROUP BY GROUPING SETS ((programme, cohort, origin), (programme, origin));
INSERT INTO figure SELECT 'trainees_hired', * FROM with_all('places');

CREATE OR REPLACE TEMP VIEW who AS SELECT *, TRUE AS outcome, TRUE AS mature FROM trainee WHERE completed;
INSERT INTO figure SELECT 'trainees_completed', * FROM with_all('cells') WHERE breakdown = '';
CREATE OR REPLACE TEMP VIEW places AS
SELECT t.programme, COALESCE(t.cohort, 'all') AS period, 'residence' AS breakdown, COALESCE(r.place, 'unknown') AS category, count(*) AS a, count(*) AS b, 0 AS c, 0 AS d
FROM trainee AS t LEFT JOIN residence AS r USING (programme, trainee_id) WHERE t.completed
GROUP BY GROUPING SETS ((t.programme, t.cohort, COALESCE(r.place, 'unknown')), (t.programme, COALESCE(r.place, 'unknown')));
INSERT INTO figure SELECT 'trainees_completed', * FROM with_all('places');

CREATE OR REPLACE TEMP VIEW who AS SELECT t.*, exit_reason = 'completed' AS outcome, planned_end_on <= as_of AND NOT under_way AS mature FROM trainee AS t CROSS JOIN moment;
INSERT INTO figure SELECT 'completion_rate', * FROM with_all('cells');

CREATE TEMP VIEW leaver AS SELECT *, completed AS mature FROM trainee WHERE completed OR under_way;
CREATE OR REPLACE TEMP VIEW who AS
SELECT t.*, EXISTS (
	FROM fact_offers AS f CROSS JOIN moment AS m
	LEFT JOIN region AS r ON r.programme = f.programme AND r.kommune = f.kommune AND r.valid_from <= f.offered_on AND f.offered_on < r.valid_to
	WHERE f.programme = t.programme AND f.trainee_id = t.trainee_id AND (f.member_company OR r.kommune IS NOT NULL)
		AND f.batch <= m.known_at AND NOT f.removed AND f.offered_on <= m.as_of AND NOT EXISTS (
			FROM fact_offers AS n WHERE n.programme = f.programme AND n.offer_id = f.offer_id AND n.batch > f.batch AND n.batch <= m.known_at)
) AS outcome
FROM leaver AS t;
INSERT INTO figure SELECT 'job_offer_rate', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW who AS
WITH job AS (
	SELECT f.programme, f.trainee_id, bool_or(COALESCE(f.member_company, FALSE)) AS by_member
	FROM fact_employments AS f CROSS JOIN moment AS m JOIN trainee AS t ON t.programme = f.programme AND t.trainee_id = f.trainee_id
	WHERE f.batch <= m.known_at AND NOT f.removed AND f.started_on <= m.as_of AND (f.ended_on IS NULL OR f.ended_on > m.as_of OR f.ended_on > t.ended_on) AND NOT EXISTS (
		FROM fact_employments AS n WHERE n.programme = f.programme AND n.trainee_id = f.trainee_id AND n.company = f.company AND n.started_on = f.started_on
			AND n.batch > f.batch AND n.batch <= m.known_at)
	GROUP BY ALL
)
SELECT t.*, j.by_member AS outcome FROM leaver AS t LEFT JOIN job AS j USING (programme, trainee_id);
INSERT INTO figure SELECT 'member_hire_rate', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW who AS
SELECT t.*, CASE WHEN t.completed THEN r.lives_and_works ELSE FALSE END AS outcome, TRUE AS mature FROM trainee AS t LEFT JOIN residence AS r USING (programme, trainee_id);
INSERT INTO figure SELECT 'retained_of_hired', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW who AS SELECT t.*, r.lives_and_works AS outcome FROM leaver AS t LEFT JOIN residence AS r USING (programme, trainee_id);
INSERT INTO figure SELECT 'regional_retention_now', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW who AS SELECT t.*, r.in_region IS NOT NULL AS outcome FROM leaver AS t LEFT JOIN residence AS r USING (programme, trainee_id);
INSERT INTO figure SELECT 'status_coverage', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW who AS
SELECT t.*, r.in_region AND i.importance IN ('decisive', 'some') AS outcome
FROM leaver AS t LEFT JOIN residence AS r USING (programme, trainee_id) LEFT JOIN importance AS i ON t.completed AND i.programme = t.programme AND i.trainee_id = t.trainee_id;
INSERT INTO figure SELECT 'attributable_retention', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW who AS FROM anniversary WHERE years = 1;
INSERT INTO figure SELECT 'regional_retention_1y', * FROM with_all('cells');
CREATE OR REPLACE TEMP VIEW who AS FROM anniversary WHERE years = 2;
INSERT INTO figure SELECT 'regional_retention_2y', * FROM with_all('cells');
CREATE OR REPLACE TEMP VIEW who AS FROM anniversary WHERE years = 3;
INSERT INTO figure SELECT 'regional_retention_3y', * FROM with_all('cells');
CREATE OR REPLACE TEMP VIEW who AS FROM anniversary WHERE years = 5;
INSERT INTO figure SELECT 'regional_retention_5y', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW cells AS
WITH who AS (
	SELECT programme, cohort, gender, field, mobility, education_level >= 6 AND COALESCE(education_years >= 3, TRUE) AS outcome FROM trainee
), named AS (
	SELECT programme, cohort, CASE WHEN gender IS NOT NULL THEN 'gender' WHEN field IS NOT NULL THEN 'field' WHEN mobility IS NOT NULL THEN 'mobility' ELSE '' END AS breakdown,
		COALESCE(gender, field, mobility, '') AS category, count(*) FILTER (outcome) AS a, count(outcome) AS b, count(*) - count(outcome) AS c
	FROM who GROUP BY GROUPING SETS ((programme, cohort), (programme, cohort, gender), (programme, cohort, field), (programme, cohort, mobility))
)
SELECT programme, COALESCE(cohort, 'all') AS period, breakdown, category, sum(a) AS a, sum(b) AS b, sum(c) AS c, 0 AS d
FROM named GROUP BY GROUPING SETS ((programme, cohort, breakdown, category), (programme, breakdown, category))
UNION ALL
SELECT programme, label, '', '', sum(a), sum(b), sum(c), 0 FROM named JOIN pool ON pool.period = named.cohort WHERE breakdown = '' GROUP BY programme, label;
INSERT INTO figure SELECT 'higher_education_share', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW cells AS
WITH named AS (
	SELECT t.programme, t.cohort, count(*) FILTER (i.importance IN ('decisive', 'some')) AS a, count(i.importance) AS b, count(*) - count(i.importance) AS c
	FROM trainee AS t JOIN residence AS r USING (programme, trainee_id) JOIN importance AS i USING (programme, trainee_id)
	WHERE t.completed AND r.in_region GROUP BY ALL
)
SELECT programme, COALESCE(cohort, 'all') AS period, '' AS breakdown, '' AS category, sum(a) AS a, sum(b) AS b, sum(c) AS c, 0 AS d
FROM named GROUP BY GROUPING SETS ((programme, cohort), (programme))
UNION ALL
SELECT programme, label, '', '', sum(a), sum(b), sum(c), 0 FROM named JOIN pool ON pool.period = named.cohort GROUP BY programme, label;
INSERT INTO figure SELECT 'programme_importance', * FROM with_all('cells');

INSERT INTO figure
WITH who AS (
	SELECT t.programme, t.gender, t.education, t.mobility, t.completed, CASE WHEN t.completed THEN s.months END AS months, COALESCE(t.completed AND s.months IS NOT NULL AND s.has_left, FALSE) AS has_left
	FROM leaver AS t LEFT JOIN spell AS s USING (programme, trainee_id)
), cell AS (
	SELECT programme, CASE WHEN gender IS NOT NULL THEN 'gender' WHEN education IS NOT NULL THEN 'education' WHEN mobility IS NOT NULL THEN 'mobility' ELSE '' END AS breakdown,
		COALESCE(gender, education, mobility, '') AS category, months, has_left, count(months) AS a, count(*) FILTER (completed AND months IS NULL) AS b, count(*) FILTER (NOT completed) AS c
	FROM who GROUP BY GROUPING SETS ((programme, months, has_left), (programme, months, has_left, gender), (programme, months, has_left, education), (programme, months, has_left, mobility))
)
SELECT 'retention_curve', COALESCE(programme, 'all'), 'all', breakdown, category, CAST(has_left AS VARCHAR), sum(a), sum(b), sum(c), months, 0
FROM cell GROUP BY GROUPING SETS ((programme, breakdown, category, months, has_left), (breakdown, category, months, has_left));

-- Placements and talks.
CREATE TEMP TABLE talk AS
SELECT f.programme, f.trainee_id, f.kind, f.held_on, f.module, f.attended
FROM fact_sessions AS f CROSS JOIN moment AS m
WHERE f.batch <= m.known_at AND NOT f.removed AND f.held_on <= m.as_of AND NOT EXISTS (
	FROM fact_sessions AS n WHERE n.programme = f.programme AND n.trainee_id = f.trainee_id AND n.kind = f.kind AND n.held_on = f.held_on AND n.batch > f.batch AND n.batch <= m.known_at);

CREATE OR REPLACE TEMP VIEW cells AS
WITH who AS (
	SELECT p.programme, p.cohort, p.host_sector, p.centrality, CASE WHEN p.programme IN (SELECT programme FROM talk WHERE kind = 'coaching') THEN EXISTS (
		FROM talk AS c WHERE c.programme = p.programme AND c.trainee_id = p.trainee_id AND c.kind = 'coaching' AND c.attended
			AND (c.module = p.module OR c.module IS NULL AND c.held_on >= p.started_on AND (p.ended_on IS NULL OR c.held_on <= p.ended_on))) END AS outcome
	FROM placement AS p
), named AS (
	SELECT programme, cohort, CASE WHEN host_sector IS NOT NULL THEN 'host_sector' WHEN centrality IS NOT NULL THEN 'centrality' ELSE '' END AS breakdown,
		COALESCE(host_sector, centrality, '') AS category, count(*) FILTER (outcome) AS a, count(outcome) AS b, count(*) - count(outcome) AS c
	FROM who GROUP BY GROUPING SETS ((programme, cohort), (programme, cohort, host_sector), (programme, cohort, centrality))
)
SELECT programme, COALESCE(cohort, 'all') AS period, breakdown, category, sum(a) AS a, sum(b) AS b, sum(c) AS c, 0 AS d
FROM named GROUP BY GROUPING SETS ((programme, cohort, breakdown, category), (programme, breakdown, category))
UNION ALL
SELECT programme, label, '', '', sum(a), sum(b), sum(c), 0 FROM named JOIN pool ON pool.period = named.cohort WHERE breakdown = '' GROUP BY programme, label;
INSERT INTO figure SELECT 'coaching_coverage', * FROM with_all('cells');

INSERT INTO figure
WITH who AS (
	SELECT programme, cohort, host_sector, centrality, evaluation IS NOT NULL OR ended_on IS NOT NULL OR NOT COALESCE(under_way, TRUE) AS mature, CAST(evaluation AS DECIMAL(18, 6)) AS outcome FROM placement
), named AS (
	SELECT programme, cohort, CASE WHEN host_sector IS NOT NULL THEN 'host_sector' WHEN centrality IS NOT NULL THEN 'centrality' ELSE '' END AS breakdown,
		COALESCE(host_sector, centrality, '') AS category, count(outcome) AS a, COALESCE(sum(outcome), 0) AS b, COALESCE(sum(outcome * outcome), 0) AS c,
		count(*) FILTER (mature AND outcome IS NULL) AS d, count(*) FILTER (NOT mature) AS e
	FROM who GROUP BY GROUPING SETS ((programme, cohort), (programme, cohort, host_sector), (programme, cohort, centrality))
), told AS (
	SELECT programme, COALESCE(cohort, 'all') AS period, breakdown, category, sum(a) AS a, sum(b) AS b, sum(c) AS c, sum(d) AS d, sum(e) AS e
	FROM named GROUP BY GROUPING SETS ((programme, cohort, breakdown, category), (programme, breakdown, category))
	UNION ALL
	SELECT programme, label, '', '', sum(a), sum(b), sum(c), sum(d), sum(e) FROM named JOIN pool ON pool.period = named.cohort WHERE breakdown = '' GROUP BY programme, label
)
SELECT 'placement_evaluation', COALESCE(programme, 'all'), period, breakdown, category, '', sum(a), sum(b), sum(c), sum(d), sum(e)
FROM told GROUP BY GROUPING SETS ((programme, period, breakdown, category), (period, breakdown, category));

CREATE OR REPLACE TEMP VIEW cells AS
WITH who AS (
	SELECT s.programme, CAST(year(s.held_on) AS VARCHAR) AS year, s.trainee_id, s.held_on, s.attended FROM talk AS s SEMI JOIN trainee AS t USING (programme, trainee_id) WHERE s.kind = 'seminar'
)
SELECT programme, COALESCE(year, 'all') AS period, '' AS breakdown, '' AS category, count(*) FILTER (attended) AS a, count(attended) AS b, count(*) - count(attended) AS c, 0 AS d
FROM who GROUP BY GROUPING SETS ((programme, year), (programme));
INSERT INTO figure SELECT 'seminar_attendance', * FROM with_all('cells');

-- Companies and money.
CREATE OR REPLACE TEMP VIEW cells AS
WITH who AS (
	SELECT c.programme, y.year, c.org_no, c.sector, c.centrality FROM company AS c JOIN year_end AS y ON c.joined_on <= y.ends_on AND (c.left_on IS NULL OR c.left_on > y.ends_on)
)
SELECT programme, COALESCE(year, 'all') AS period, CASE WHEN sector IS NOT NULL THEN 'sector' WHEN centrality IS NOT NULL THEN 'centrality' ELSE '' END AS breakdown,
	COALESCE(sector, centrality, '') AS category, count(DISTINCT org_no) AS a, count(DISTINCT org_no) AS b, 0 AS c, 0 AS d
FROM who GROUP BY GROUPING SETS ((programme, year), (programme, year, sector), (programme, year, centrality), (programme), (programme, sector), (programme, centrality));
INSERT INTO figure SELECT 'member_companies', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW cells AS
WITH who AS (
	SELECT c.programme, y.year, c.org_no, c.sector, c.centrality, CAST(c.left_on IS NULL OR c.left_on > y.ends_on AS INTEGER) AS outcome
	FROM company AS c JOIN year_end AS y ON c.joined_on <= y.ends_on - INTERVAL 1 YEAR AND (c.left_on IS NULL OR c.left_on > y.ends_on - INTERVAL 1 YEAR)
), told AS (
	FROM who UNION ALL SELECT programme, 'all', org_no, any_value(sector), any_value(centrality), max(outcome) FROM who GROUP BY programme, org_no
)
SELECT programme, year AS period, CASE WHEN sector IS NOT NULL THEN 'sector' WHEN centrality IS NOT NULL THEN 'centrality' ELSE '' END AS breakdown,
	COALESCE(sector, centrality, '') AS category, sum(outcome) AS a, count(*) AS b, 0 AS c, 0 AS d
FROM told GROUP BY GROUPING SETS ((programme, year), (programme, year, sector), (programme, year, centrality));
INSERT INTO figure SELECT 'member_retention', * FROM with_all('cells');

CREATE TEMP TABLE money AS
SELECT f.programme, CAST(f.year AS VARCHAR) AS year, f.item, CAST(f.amount_nok AS DECIMAL(18, 6)) AS amount
FROM fact_finances AS f CROSS JOIN moment AS m
WHERE f.batch <= m.known_at AND f.year <= year(m.as_of)
QUALIFY row_number() OVER (PARTITION BY f.programme, f.year, f.item ORDER BY f.batch DESC) = 1 AND NOT removed;

CREATE OR REPLACE TEMP VIEW cells AS
SELECT programme, COALESCE(year, 'all') AS period, '' AS breakdown, '' AS category, sum(amount) FILTER (item = 'member_fees') AS a, sum(amount) AS b, 0 AS c, 0 AS d
FROM money WHERE item IN ('member_fees', 'public_funding') GROUP BY GROUPING SETS ((programme, year), (programme));
INSERT INTO figure SELECT 'member_funded_share', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW cells AS
WITH member AS (
	SELECT c.programme, y.year, count(*) AS members FROM company AS c JOIN year_end AS y ON c.joined_on <= y.ends_on AND (c.left_on IS NULL OR c.left_on > y.ends_on) GROUP BY ALL
)
SELECT f.programme, COALESCE(f.year, 'all') AS period, '' AS breakdown, '' AS category, sum(f.amount) AS a, sum(m.members) AS b, 0 AS c, 0 AS d
FROM money AS f JOIN member AS m USING (programme, year) WHERE f.item = 'member_fees' GROUP BY GROUPING SETS ((f.programme, f.year), (f.programme));
INSERT INTO figure SELECT 'fee_per_member', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW cells AS
WITH activity AS (
	SELECT f.programme, CAST(year(f.held_on) AS VARCHAR) AS year, CAST(f.cost_nok AS DECIMAL(18, 6)) AS cost
	FROM fact_activities AS f CROSS JOIN moment AS m
	WHERE f.batch <= m.known_at AND f.held_on <= m.as_of
	QUALIFY row_number() OVER (PARTITION BY f.programme, f.activity_id ORDER BY f.batch DESC) = 1 AND NOT removed
), spent AS (
	SELECT programme, year, sum(cost) AS cost, count(*) - count(cost) AS untold FROM activity GROUP BY ALL
), told AS (
	FROM spent WHERE cost IS NOT NULL AND (programme, year) IN (SELECT DISTINCT (programme, cohort) FROM application)
), well AS (
	SELECT DISTINCT a.programme, a.cohort AS year, a.applicant_id FROM application AS a SEMI JOIN told AS t ON t.programme = a.programme AND t.year = a.cohort WHERE a.well
), persons AS (
	SELECT programme, COALESCE(year, 'all') AS period, CASE WHEN GROUPING(year) = 1 THEN count(DISTINCT applicant_id) ELSE count(*) END AS persons
	FROM well GROUP BY GROUPING SETS ((programme, year), (programme))
), costs AS (
	SELECT programme, COALESCE(year, 'all') AS period, sum(cost) AS cost, sum(untold) AS untold FROM told GROUP BY GROUPING SETS ((programme, year), (programme))
)
SELECT programme, period, '' AS breakdown, '' AS category, cost AS a, COALESCE(persons, 0) AS b, untold AS c, 0 AS d FROM costs LEFT JOIN persons USING (programme, period);
INSERT INTO figure SELECT 'cost_per_qualified_applicant', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW cells AS
WITH lived AS (
	SELECT s.programme, s.trainee_id, y.year, least(greatest(CAST(step(y.ends_on) - s.ended_step AS DOUBLE) / 31, 0), s.months) AS months
	FROM spell AS s CROSS JOIN year_end AS y WHERE s.months IS NOT NULL
), part AS (
	SELECT programme, year, CAST((months - lag(months, 1, 0) OVER (PARTITION BY programme, trainee_id ORDER BY year)) / 12 AS DOUBLE) AS years FROM lived
), thing AS (
	SELECT programme, year, amount AS a, 0 AS b, 0 AS c FROM money WHERE item IN ('operations', 'coaching', 'salaries')
	UNION ALL SELECT programme, year, 0, CAST(years AS DECIMAL(18, 6)), 0 FROM part WHERE years > 0
	UNION ALL SELECT programme, CAST(year(ended_on) AS VARCHAR), 0, 0, 1 FROM spell WHERE months IS NULL
)
SELECT programme, COALESCE(year, 'all') AS period, '' AS breakdown, '' AS category, sum(a) AS a, sum(b) AS b, sum(c) AS c, 0 AS d
FROM thing GROUP BY GROUPING SETS ((programme, year), (programme));
INSERT INTO figure SELECT 'cost_per_retained_year', * FROM with_all('cells');

-- What the annual meeting is told besides.
CREATE OR REPLACE TEMP VIEW cells AS
WITH applied AS (
	SELECT programme, COALESCE(cohort, 'all') AS period, count(DISTINCT applicant_id) AS a FROM application GROUP BY GROUPING SETS ((programme, cohort), (programme))
	UNION ALL SELECT programme, label, count(DISTINCT applicant_id) FROM application JOIN pool ON pool.period = cohort GROUP BY programme, label
), hired AS (
	SELECT programme, COALESCE(cohort, 'all') AS period, count(*) AS b FROM trainee GROUP BY GROUPING SETS ((programme, cohort), (programme))
	UNION ALL SELECT programme, label, count(*) FROM trainee JOIN pool ON pool.period = cohort GROUP BY programme, label
)
SELECT programme, period, '' AS breakdown, '' AS category, COALESCE(a, 0) AS a, COALESCE(b, 0) AS b, 0 AS c, 0 AS d FROM applied FULL JOIN hired USING (programme, period);
INSERT INTO figure SELECT 'applicants_per_position', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW cells AS
SELECT programme, COALESCE(CAST(year(started_on) AS VARCHAR), 'all') AS period, CASE WHEN host_sector IS NOT NULL THEN 'host_sector' WHEN centrality IS NOT NULL THEN 'centrality' ELSE '' END AS breakdown,
	COALESCE(host_sector, centrality, '') AS category, count(*) AS a, count(*) AS b, 0 AS c, 0 AS d
FROM newest_placement
GROUP BY GROUPING SETS ((programme, year(started_on)), (programme, year(started_on), host_sector), (programme, year(started_on), centrality), (programme), (programme, host_sector), (programme, centrality));
INSERT INTO figure SELECT 'placements', * FROM with_all('cells');

CREATE TEMP TABLE activity AS
SELECT f.programme, f.kind, CAST(year(f.held_on) AS VARCHAR) AS year, f.reached, CAST(f.cost_nok AS DECIMAL(18, 6)) AS cost
FROM fact_activities AS f CROSS JOIN moment AS m
WHERE f.batch <= m.known_at AND f.held_on <= m.as_of
QUALIFY row_number() OVER (PARTITION BY f.programme, f.activity_id ORDER BY f.batch DESC) = 1 AND NOT removed;

CREATE OR REPLACE TEMP VIEW cells AS
SELECT programme, COALESCE(year, 'all') AS period, CASE WHEN kind IS NOT NULL THEN 'kind' ELSE '' END AS breakdown, COALESCE(kind, '') AS category, count(*) AS a, count(*) AS b, 0 AS c, 0 AS d
FROM activity GROUP BY GROUPING SETS ((programme, year), (programme, year, kind), (programme), (programme, kind));
INSERT INTO figure SELECT 'activities', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW cells AS
SELECT programme, COALESCE(year, 'all') AS period, '' AS breakdown, '' AS category, COALESCE(sum(reached), 0) AS a, COALESCE(sum(reached), 0) AS b, count(*) - count(reached) AS c, 0 AS d
FROM activity GROUP BY GROUPING SETS ((programme, year), (programme));
INSERT INTO figure SELECT 'activity_reach', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW cells AS
SELECT programme, COALESCE(year, 'all') AS period, '' AS breakdown, '' AS category, COALESCE(sum(cost), 0) AS a, COALESCE(sum(cost), 0) AS b, count(*) - count(cost) AS c, 0 AS d
FROM activity GROUP BY GROUPING SETS ((programme, year), (programme));
INSERT INTO figure SELECT 'activity_cost', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW cells AS
WITH came AS (
	SELECT s.programme, CAST(year(s.held_on) AS VARCHAR) AS year, s.kind FROM talk AS s SEMI JOIN trainee AS t USING (programme, trainee_id) WHERE s.attended
)
SELECT programme, COALESCE(year, 'all') AS period, CASE WHEN kind IS NOT NULL THEN 'kind' ELSE '' END AS breakdown, COALESCE(kind, '') AS category, count(*) AS a, count(*) AS b, 0 AS c, 0 AS d
FROM came GROUP BY GROUPING SETS ((programme, year), (programme, year, kind), (programme), (programme, kind));
INSERT INTO figure SELECT 'session_visits', * FROM with_all('cells');

CREATE TEMP TABLE reply AS
SELECT f.programme, f.respondent_id, f.answered_on, CAST(year(f.answered_on) AS VARCHAR) AS year, f.role, f.would_have_settled, f.would_have_filled, CAST(f.satisfaction AS DECIMAL(18, 6)) AS satisfaction
FROM fact_surveys AS f CROSS JOIN moment AS m
WHERE f.batch <= m.known_at AND f.answered_on <= m.as_of
QUALIFY row_number() OVER (PARTITION BY f.programme, f.respondent_id, f.answered_on ORDER BY f.batch DESC) = 1 AND NOT removed;

INSERT INTO figure
WITH told AS (
	SELECT programme, COALESCE(year, 'all') AS period, count(satisfaction) AS a, COALESCE(sum(satisfaction), 0) AS b, COALESCE(sum(satisfaction * satisfaction), 0) AS c, count(*) - count(satisfaction) AS d
	FROM reply GROUP BY GROUPING SETS ((programme, year), (programme))
)
SELECT 'satisfaction', COALESCE(programme, 'all'), period, '', '', '', sum(a), sum(b), sum(c), sum(d), 0 FROM told GROUP BY GROUPING SETS ((programme, period), (period));

CREATE OR REPLACE TEMP VIEW cells AS
WITH who AS (
	SELECT programme, year, would_have_settled = 'yes' AS outcome FROM reply WHERE role = 'ex_trainee'
	QUALIFY row_number() OVER (PARTITION BY programme, respondent_id ORDER BY would_have_settled IS NULL, answered_on DESC) = 1
)
SELECT programme, COALESCE(year, 'all') AS period, '' AS breakdown, '' AS category, count(*) FILTER (outcome) AS a, count(outcome) AS b, count(*) - count(outcome) AS c, 0 AS d
FROM who GROUP BY GROUPING SETS ((programme, year), (programme));
INSERT INTO figure SELECT 'settled_anyway', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW cells AS
WITH who AS (
	SELECT programme, year, would_have_filled = 'yes' AS outcome FROM reply WHERE role = 'company'
	QUALIFY row_number() OVER (PARTITION BY programme, respondent_id ORDER BY would_have_filled IS NULL, answered_on DESC) = 1
)
SELECT programme, COALESCE(year, 'all') AS period, '' AS breakdown, '' AS category, count(*) FILTER (outcome) AS a, count(outcome) AS b, count(*) - count(outcome) AS c, 0 AS d
FROM who GROUP BY GROUPING SETS ((programme, year), (programme));
INSERT INTO figure SELECT 'filled_anyway', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW cells AS
SELECT programme, COALESCE(year, 'all') AS period, '' AS breakdown, '' AS category, sum(amount) AS a, sum(amount) AS b, 0 AS c, 0 AS d
FROM money WHERE item IN ('member_fees') GROUP BY GROUPING SETS ((programme, year), (programme));
INSERT INTO figure SELECT 'member_fees', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW cells AS
SELECT programme, COALESCE(year, 'all') AS period, '' AS breakdown, '' AS category, sum(amount) AS a, sum(amount) AS b, 0 AS c, 0 AS d
FROM money WHERE item IN ('public_funding') GROUP BY GROUPING SETS ((programme, year), (programme));
INSERT INTO figure SELECT 'public_funding', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW cells AS
SELECT programme, COALESCE(year, 'all') AS period, '' AS breakdown, '' AS category, sum(amount) AS a, sum(amount) AS b, 0 AS c, 0 AS d
FROM money WHERE item IN ('operations', 'coaching', 'salaries') GROUP BY GROUPING SETS ((programme, year), (programme));
INSERT INTO figure SELECT 'programme_cost', * FROM with_all('cells');

CREATE OR REPLACE TEMP VIEW cells AS
WITH spent AS (
	SELECT programme, year, sum(amount) AS cost FROM money WHERE item IN ('operations', 'coaching', 'salaries') GROUP BY ALL
), year_of AS (
	SELECT c.programme, c.year, c.cost, (SELECT count(*) FROM trainee AS t WHERE t.programme = c.programme AND t.cohort = c.year) AS trainees FROM spent AS c
)
SELECT programme, COALESCE(year, 'all') AS period, '' AS breakdown, '' AS category, sum(cost) AS a, sum(trainees) AS b, 0 AS c, 0 AS d
FROM year_of GROUP BY GROUPING SETS ((programme, year), (programme));
INSERT INTO figure SELECT 'cost_per_trainee', * FROM with_all('cells');

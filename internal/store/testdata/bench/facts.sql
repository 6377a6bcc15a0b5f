-- What facts does BenchmarkFigures ask?
-- As many as the table size says, the same every time.
-- Nine programmes and ten cohorts; one application in seven by somebody who has applied before; one in twenty corrected by a
-- later batch, some withdrawn by the last. Pseudonyms are as long as real ones. For ten applications a trainee, for each five
-- observations of where they live, three placements, five talks and seminars, and an offer, a job and an answer for most.
CREATE TEMP MACRO pick(i, what, n) AS CAST(hash(what || i) % n AS BIGINT);
CREATE TEMP MACRO one(i, what, among) AS among[1 + pick(i, what, len(among))];
CREATE TEMP MACRO pseudonym(i, kind) AS substr(md5(kind || i), 1, 26);
CREATE TEMP MACRO programme(person) AS one(person, 'programme', ['kom', 'salten', 'innlandet', 'romerike', 'namdalen', 'molde', 'fjordane', 'vestby', 'troms']);
CREATE TEMP MACRO kommune(i, what, programme) AS CASE
	WHEN pick(i, what || ' known', 20) = 0 THEN NULL
	WHEN pick(i, what || ' inside', 10) < 6 THEN (['1505', '1506', '1508', '1511', '1514', '1515', '1516', '1517', '1520'])[1 + pick(programme, 'place', 9)]
	ELSE one(i, what, ['1505', '1506', '1508', '1511', '1514', '1515', '1516', '1517', '1520', '1525', '1528', '1531', '0301', '4601', '5001', '1103']) END;

-- The regions that are asked about; the moment is 30 June 2017, known at batch 4.
CREATE TEMP TABLE member AS
SELECT DISTINCT programme(i) AS programme, (['1505', '1506', '1508', '1511', '1514', '1515', '1516', '1517', '1520'])[1 + pick(programme(i), 'place', 9)] AS kommune
FROM range(1000) AS r(i)
UNION SELECT DISTINCT programme(i), '1525' FROM range(1000) AS r(i);

CREATE TEMP TABLE application AS
SELECT i, CASE WHEN i < persons THEN i ELSE pick(i, 'again', persons) END AS person, programme(CASE WHEN i < persons THEN i ELSE pick(i, 'again', persons) END) AS programme,
	2006 + pick(i, 'cohort', 10) AS cohort
FROM size, range(applications) AS r(i);

INSERT INTO fact_applications
SELECT
	programme, pseudonym(i, 's'), pseudonym(person, 'k'), cohort, make_date(cohort, 1 + pick(i, 'month', 4), 1 + pick(i, 'day', 28)),
	cohort - 22 - pick(i, 'age', 8), one(person, 'gender', ['f', 'm', 'f', 'm', 'x', NULL]), one(i, 'level', [4, 6, 6, 7, 7, 8, NULL]), one(i, 'years', [3, 3, 5, NULL]),
	one(i, 'field', ['business', 'engineering', 'it', 'law', 'health', 'education', 'science', NULL]), kommune(i, 'home', programme), kommune(i, 'lives', programme),
	one(i, 'tie', ['grew_up', 'family', 'studied', 'none', 'none', NULL]), one(i, 'channel', ['website', 'fair', 'school', 'friend', 'advert', NULL]),
	CASE WHEN version = 0 THEN one(i, 'assessed', ['well_qualified', 'qualified', 'not_qualified', NULL]) ELSE 'well_qualified' END,
	one(i, 'outcome', ['rejected', 'withdrawn', 'interviewed', 'offered', 'declined']), make_date(cohort, 6, 1 + pick(i, 'decided', 28)), NULL, NULL,
	'', i + 2, version = 2, CASE version WHEN 0 THEN CASE WHEN cohort <= 2010 THEN 1 ELSE 2 END ELSE version + 2 END
FROM application, range(3) AS v(version)
WHERE version = 0 OR version = 1 AND pick(i, 'corrected', 20) = 0 OR version = 2 AND pick(i, 'withdrawn', 500) = 0;

CREATE TEMP TABLE trainee AS
SELECT i AS k, person, programme, cohort, pseudonym(i, 't') AS trainee_id, make_date(cohort, 9, 1) AS started_on,
	make_date(cohort + 2, 8, 31) AS planned_end_on,
	CASE WHEN pick(i, 'how', 10) = 0 THEN make_date(cohort + 1, 2, 1 + pick(i, 'ends', 28)) WHEN pick(i, 'how', 30) > 0 THEN make_date(cohort + 2, 8, 31) END AS ended_on,
	CASE WHEN pick(i, 'how', 10) = 0 THEN 'left_early' WHEN pick(i, 'how', 30) > 0 THEN 'completed' END AS exit_reason
FROM application, size
WHERE i < persons AND i % 8 = 0 AND i // 8 < applications // 10;

INSERT INTO fact_trainees
SELECT programme, trainee_id, pseudonym(person, 'k'), cohort, started_on, planned_end_on, ended_on, exit_reason, one(k, 'level t', [6, 7, NULL]), NULL, NULL, NULL, NULL,
	NULL, NULL, '', k + 2, FALSE, 2
FROM trainee;

INSERT INTO fact_residency
SELECT
	programme, trainee_id, planned_end_on + CAST(n * 290 + pick(k * 5 + n, 'observed', 280) - 200 AS INTEGER), one(k * 5 + n, 'source', ['register', 'register', 'survey', 'employer', 'programme']),
	status, CASE WHEN status = 'resident' THEN COALESCE(kommune(k * 5 + n // 2, 'resides', programme), '0301') END, one(k * 5 + n, 'works', [TRUE, TRUE, TRUE, FALSE, NULL]),
	CASE WHEN pick(k * 5 + n, 'moved', 8) = 0 THEN planned_end_on + CAST(n * 290 - 300 AS INTEGER) END, '', k * 5 + n, FALSE, 2 + version
FROM trainee, range(5) AS o(n), range(2) AS v(version),
	LATERAL (SELECT CASE WHEN version = 1 THEN 'resident' ELSE one(k * 5 + n, 'status', list_concat(list_resize(['resident'], 20, 'resident'), ['emigrated', 'unknown', 'protected', 'deceased'])) END AS status)
WHERE version = 0 OR pick(k * 5 + n, 'corrected', 30) = 0;

INSERT INTO fact_companies
SELECT p, CAST(900000000 + 1000 * j + pick(p, 'company', 900) * 10 AS VARCHAR), 'Bedrift ' || j, one(j, 'sector', ['industry', 'public', 'consulting', NULL]),
	one(j, 'company', ['1505', '1506', '1508', '1511', '0301']), make_date(2006 + pick(j, 'joined', 8), 3, 1),
	CASE WHEN pick(j, 'left', 4) = 0 THEN make_date(2014 + pick(j, 'left in', 3), 12, 31) END, '', j + 2, FALSE, 1
FROM (SELECT DISTINCT programme AS p FROM member), range(40) AS c(j);

INSERT INTO fact_placements
SELECT programme, trainee_id, m + 1, CAST(900000000 + 1000 * pick(k * 3 + m, 'host', 44) + pick(programme, 'company', 900) * 10 AS VARCHAR), COALESCE(kommune(k * 3 + m, 'host', programme), '1505'),
	started_on + CAST(243 * m AS INTEGER), started_on + CAST(243 * m + 240 AS INTEGER), one(k * 3 + m, 'evaluation', [3, 4, 4.5, 5, 6, NULL]), '', k * 3 + m, FALSE, 2
FROM trainee, range(3) AS n(m);

INSERT INTO fact_offers
SELECT programme, pseudonym(k * 2 + n, 'o'), trainee_id, planned_end_on - CAST(pick(k * 2 + n, 'offered', 90) AS INTEGER), NULL, one(k * 2 + n, 'member', [TRUE, FALSE, FALSE]),
	COALESCE(kommune(k * 2 + n, 'offer', programme), '0301'), 'permanent', 'accepted', planned_end_on, '', k, FALSE, 2
FROM trainee, range(2) AS o(n)
WHERE pick(k, 'offers', 10) < 6 AND (n = 0 OR pick(k, 'more offers', 5) = 0);

INSERT INTO fact_employments
SELECT programme, trainee_id, CAST(900000000 + 1000 * pick(k, 'employer', 60) AS VARCHAR), planned_end_on + 1, COALESCE(kommune(k, 'work', programme), '0301'), one(k, 'by', [TRUE, FALSE]),
	CASE WHEN pick(k, 'short', 5) = 0 THEN planned_end_on + 200 END, TRUE, 'survey', '', k, FALSE, 2
FROM trainee WHERE pick(k, 'employed', 10) < 7;

INSERT INTO fact_surveys
SELECT programme, trainee_id, planned_end_on + CAST(200 + 300 * n AS INTEGER), 'ex_trainee', one(k * 2 + n, 'importance', ['decisive', 'some', 'none', NULL]), NULL, NULL, 4, NULL, '', k, FALSE, 2
FROM trainee, range(2) AS a(n) WHERE pick(k * 2 + n, 'answers', 10) < 4;

INSERT INTO fact_sessions
SELECT programme, trainee_id, CASE WHEN n < 3 THEN 'coaching' ELSE 'seminar' END, started_on + CAST(20 + 243 * (n % 3) AS INTEGER), CASE WHEN n < 2 THEN n + 1 END,
	pick(k * 5 + n, 'attended', 5) > 0, '', k, FALSE, 2
FROM trainee, range(5) AS s(n);

INSERT INTO fact_activities
SELECT p, pseudonym(pick(p, 'a', 900) * 1000 + a, 'a'), one(a, 'kind', ['stand', 'advert', 'letter']), make_date(2006 + a % 12, 4, 1), '0301', 40,
	CASE WHEN pick(a, 'cost', 5) > 0 THEN 1000.25 * (1 + pick(a, 'nok', 90)) END, '', a, FALSE, 1
FROM (SELECT DISTINCT programme AS p FROM member), range(200) AS r(a);

INSERT INTO fact_finances
SELECT p, y, item, 10000.5 * (1 + pick(y, p || item, 90)), '', 1, FALSE, 1
FROM (SELECT DISTINCT programme AS p FROM member), range(2006, 2018) AS r(y),
	(VALUES ('member_fees'), ('public_funding'), ('operations'), ('coaching'), ('salaries')) AS i(item);

CHECKPOINT;

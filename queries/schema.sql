-- What does the warehouse hold?
-- One table per feed, in the fields and the order of its contract in ingest/feeds. A fact is never changed: each accepted
-- row is a version, and the newest batch that was known decides. Behind the fields stand the way back to the source
-- (sheet, row), whether the version says that the fact is gone from a source that always delivers everything, and the
-- batch, whose line in the ledger names the file. The pseudonyms of the feed that grows largest are kept as they are: there
-- is little in them to be packed, and to find out how takes a fourth of the time of filling the table.

CREATE TABLE fact_activities (
	programme VARCHAR, activity_id VARCHAR, kind VARCHAR, held_on DATE, kommune VARCHAR, reached BIGINT, cost_nok DOUBLE,
	source_sheet VARCHAR, source_row BIGINT, removed BOOLEAN, batch INTEGER
);
CREATE TABLE fact_applications (
	programme VARCHAR, application_id VARCHAR USING COMPRESSION uncompressed, applicant_id VARCHAR USING COMPRESSION uncompressed, cohort BIGINT, submitted_on DATE, birth_year BIGINT,
	gender VARCHAR, education_level BIGINT, education_years DOUBLE, field VARCHAR, home_kommune VARCHAR, kommune VARCHAR,
	tie VARCHAR, channel VARCHAR, assessment VARCHAR, outcome VARCHAR, decided_on DATE, age BIGINT, age_on DATE,
	source_sheet VARCHAR, source_row BIGINT, removed BOOLEAN, batch INTEGER
);
CREATE TABLE fact_companies (
	programme VARCHAR, org_no VARCHAR, name VARCHAR, sector VARCHAR, kommune VARCHAR, joined_on DATE, left_on DATE,
	source_sheet VARCHAR, source_row BIGINT, removed BOOLEAN, batch INTEGER
);
CREATE TABLE fact_employments (
	programme VARCHAR, trainee_id VARCHAR, company VARCHAR, started_on DATE, kommune VARCHAR, member_company BOOLEAN,
	ended_on DATE, relevant BOOLEAN, source VARCHAR,
	source_sheet VARCHAR, source_row BIGINT, removed BOOLEAN, batch INTEGER
);
CREATE TABLE fact_finances (
	programme VARCHAR, year BIGINT, item VARCHAR, amount_nok DOUBLE,
	source_sheet VARCHAR, source_row BIGINT, removed BOOLEAN, batch INTEGER
);
CREATE TABLE fact_offers (
	programme VARCHAR, offer_id VARCHAR, trainee_id VARCHAR, offered_on DATE, company VARCHAR, member_company BOOLEAN,
	kommune VARCHAR, terms VARCHAR, answer VARCHAR, answered_on DATE,
	source_sheet VARCHAR, source_row BIGINT, removed BOOLEAN, batch INTEGER
);
CREATE TABLE fact_placements (
	programme VARCHAR, trainee_id VARCHAR, module BIGINT, company VARCHAR, kommune VARCHAR, started_on DATE, ended_on DATE,
	evaluation DOUBLE,
	source_sheet VARCHAR, source_row BIGINT, removed BOOLEAN, batch INTEGER
);
CREATE TABLE fact_reported (
	programme VARCHAR, indicator VARCHAR, period VARCHAR, source VARCHAR, numerator DOUBLE, denominator DOUBLE,
	value DOUBLE, as_of DATE, note VARCHAR,
	source_sheet VARCHAR, source_row BIGINT, removed BOOLEAN, batch INTEGER
);
CREATE TABLE fact_residency (
	programme VARCHAR, trainee_id VARCHAR, observed_on DATE, source VARCHAR, status VARCHAR, kommune VARCHAR,
	works_in_region BOOLEAN, moved_on DATE,
	source_sheet VARCHAR, source_row BIGINT, removed BOOLEAN, batch INTEGER
);
CREATE TABLE fact_sessions (
	programme VARCHAR, trainee_id VARCHAR, kind VARCHAR, held_on DATE, module BIGINT, attended BOOLEAN,
	source_sheet VARCHAR, source_row BIGINT, removed BOOLEAN, batch INTEGER
);
CREATE TABLE fact_surveys (
	programme VARCHAR, respondent_id VARCHAR, answered_on DATE, role VARCHAR, importance VARCHAR,
	would_have_settled VARCHAR, would_have_filled VARCHAR, satisfaction DOUBLE, invited_on DATE,
	source_sheet VARCHAR, source_row BIGINT, removed BOOLEAN, batch INTEGER
);
CREATE TABLE fact_trainees (
	programme VARCHAR, trainee_id VARCHAR, applicant_id VARCHAR, cohort BIGINT, started_on DATE, planned_end_on DATE,
	ended_on DATE, exit_reason VARCHAR, education_level BIGINT, education_years DOUBLE, field VARCHAR,
	home_kommune VARCHAR, tie VARCHAR, gender VARCHAR, birth_year BIGINT,
	source_sheet VARCHAR, source_row BIGINT, removed BOOLEAN, batch INTEGER
);

-- The faults found in the rows that were not accepted; what stood there is blank where it was personal.
CREATE TABLE reject (
	sheet VARCHAR, row_number BIGINT, column_letter VARCHAR, header VARCHAR, field VARCHAR, found VARCHAR, masked BOOLEAN,
	rule VARCHAR, allowed VARCHAR, batch INTEGER
);

-- Which batches are in these tables, and by which schema they were made.
CREATE TABLE applied (batch INTEGER, source VARCHAR, folder VARCHAR);
CREATE TABLE made_by (schema_sha256 VARCHAR);

-- How many people have applied?
-- One row per applicant and cohort. Who applies in two years is one applicant in all, and one in each of the two cohorts.
/*---
id: applicants
version: 1
rank: 10
kind: count
unit: applicant
goal: access
direction: up
period: cohort
total: pooled
protected: false
needs: [applications]
audiences: [board, centre, staff]
breakdowns: [gender, education, field, mobility, channel]
title:
  nb: Søkere
  nn: Søkjarar
  en: Applicants
meaning:
  nb: Personer som har søkt om å bli trainee. Den som søker flere år, telles én gang i alt og én gang i hvert kull.
  nn: Personar som har søkt om å bli trainee. Den som søkjer fleire år, blir talt éin gong i alt og éin gong i kvart kull.
  en: People who have applied to become a trainee. Who applies in several years counts once in all, and once in each cohort.
---*/
SELECT DISTINCT
	programme,
	cohort AS period,
	applicant_id AS subject,
	TRUE AS outcome,
	1 AS weight,
	TRUE AS mature
FROM applications

-- How many applicants are there for each trainee position?
-- One row per applicant and cohort (outcome 1, weight 0) and one per trainee taken on (outcome 0, weight 1): the sum of the
-- outcomes divided by the sum of the weights. A position is a trainee taken on, since nothing says how many were advertised.
/*---
id: applicants_per_position
version: 1
rank: 12
kind: ratio
unit: applicant
goal: access
direction: up
period: cohort
total: pooled
protected: false
needs: [applications, trainees]
audiences: [board, staff]
title:
  nb: Søkere per traineeplass
  nn: Søkjarar per traineeplass
  en: Applicants per trainee position
meaning:
  nb: Søkere delt på antall traineer som er tatt inn i kullet. Den som søker flere år, telles én gang i alt og én gang i hvert kull.
  nn: Søkjarar delte på talet på traineear som er tekne inn i kullet. Den som søkjer fleire år, blir talt éin gong i alt og éin gong i kvart kull.
  en: Applicants divided by the number of trainees taken on in the cohort. Who applies in several years counts once in all, and once in each cohort.
---*/
SELECT DISTINCT programme, cohort AS period, applicant_id AS subject, 1 AS outcome, 0 AS weight, TRUE AS mature
FROM applications
UNION ALL
SELECT programme, cohort AS period, trainee_id AS subject, 0 AS outcome, 1 AS weight, TRUE AS mature
FROM trainees

-- How many trainees have been taken on?
-- One row per trainee, whatever became of them later.
/*---
id: trainees_hired
version: 1
rank: 30
kind: count
unit: trainee
goal: recruit
direction: up
period: cohort
total: pooled
protected: false
needs: [trainees]
audiences: [board, centre, staff]
breakdowns: [gender, education, field, mobility, host_sector, centrality, origin]
title:
  nb: Traineer tatt inn
  nn: Traineear tekne inn
  en: Trainees taken on
meaning:
  nb: Personer som har begynt som trainee, uansett hvordan det gikk siden.
  nn: Personar som har begynt som trainee, uansett korleis det gjekk sidan.
  en: People who have begun as a trainee, whatever became of them later.
---*/
SELECT
	programme,
	cohort AS period,
	trainee_id AS subject,
	TRUE AS outcome,
	1 AS weight,
	TRUE AS mature
FROM trainees

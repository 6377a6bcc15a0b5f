-- Of the trainees whose education is known, how many have at least three years of higher education?
-- One row per trainee, whatever became of them. Higher education is level 6 to 8 of NUS2000. Where the years are not known,
-- the level decides; where the level is not known, the trainee is unknown, unless the years are too few anyway.
/*---
id: higher_education_share
version: 1
rank: 32
kind: rate
unit: trainee
goal: recruit
direction: up
period: cohort
total: pooled
protected: false
needs: [trainees]
audiences: [board]
breakdowns: [gender, field, mobility]
title:
  nb: Andel traineer med minst tre års høyere utdanning
  nn: Del av traineeane med minst tre års høgare utdanning
  en: Share of trainees with at least three years of higher education
short:
  nb: Høyere utdanning
  nn: Høgare utdanning
  en: Higher education
meaning:
  nb: Av traineene med kjent utdanning, andelen som har høyere utdanning (nivå 6–8 i NUS2000) på minst tre år. Er antall år ikke oppgitt, gjelder nivået alene.
  nn: Av traineeane med kjend utdanning, delen som har høgare utdanning (nivå 6–8 i NUS2000) på minst tre år. Er talet på år ikkje oppgitt, gjeld nivået åleine.
  en: Of the trainees whose education is known, the share who have higher education (level 6–8 of NUS2000) of at least three years. Where the number of years is not stated, the level alone counts.
---*/
SELECT
	programme,
	cohort AS period,
	trainee_id AS subject,
	education_level >= 6 AND COALESCE(education_years >= 3, TRUE) AS outcome,
	1 AS weight,
	TRUE AS mature
FROM trainees

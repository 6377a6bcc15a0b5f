-- How many trainees have completed the programme?
-- One row per trainee whose time is over as planned. Where they live now is a way to tell them apart, and no outcome: those of
-- whom nobody knows it count too.
/*---
id: trainees_completed
version: 1
rank: 36
kind: count
unit: trainee
goal: recruit
direction: up
period: cohort
total: pooled
protected: false
inside: [regional_retention_now]
needs: [trainees]
audiences: [centre, staff]
breakdowns: [residence]
title:
  nb: Traineer som har fullført
  nn: Traineear som har fullført
  en: Trainees who have completed
short:
  nb: Har fullført
  nn: Har fullført
  en: Have completed
meaning:
  nb: Traineer som har fullført programmet. Bostedskommunen er den siste kjente per dato. Et bosted som ikke er observert de siste 18 månedene, er ikke kjent.
  nn: Traineear som har fullført programmet. Bustadkommunen er den siste kjende per dato. Ein bustad som ikkje er observert dei siste 18 månadene, er ikkje kjend.
  en: Trainees who have completed the programme. The municipality of residence is the last one known as of the date. A residence not observed in the last 18 months is not known.
---*/
SELECT
	programme,
	cohort AS period,
	trainee_id AS subject,
	TRUE AS outcome,
	1 AS weight,
	TRUE AS mature
FROM trainees
WHERE completed

-- How many times have trainees come to a seminar or a talk?
-- One row per trainee, kind and day on which they came, in the year of the day.
/*---
id: session_visits
version: 1
rank: 108
kind: count
unit: visit
direction: none
period: year
total: pooled
protected: false
needs: [trainees, sessions]
audiences: [board, staff]
breakdowns: [kind]
title:
  nb: Oppmøter på samlinger og samtaler
  nn: Oppmøte på samlingar og samtalar
  en: Visits to seminars and talks
short:
  nb: Oppmøter
  nn: Oppmøte
  en: Visits
meaning:
  nb: Hvor mange ganger en trainee har møtt til en samling, en samtale med coachen eller et arbeid med egen plan i året.
  nn: Kor mange gonger ein trainee har møtt til ei samling, ein samtale med coachen eller eit arbeid med eigen plan i året.
  en: How many times a trainee has come to a seminar, a talk with the coach or work on a plan of their own in the year.
---*/
SELECT
	s.programme,
	s.year AS period,
	s.trainee_id || ' ' || s.kind || ' ' || CAST(s.held_on AS VARCHAR) AS subject,
	TRUE AS outcome,
	1 AS weight,
	TRUE AS mature
FROM sessions AS s
JOIN trainees AS t ON t.programme = s.programme AND t.trainee_id = s.trainee_id
WHERE s.attended

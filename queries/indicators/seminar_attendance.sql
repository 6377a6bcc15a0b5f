-- Of the places at seminars that trainees were invited to, how many were taken?
-- One row per trainee and seminar, in the year of the seminar; a seminar of two days is one. Every row says whether the
-- trainee came, so nothing is unknown.
/*---
id: seminar_attendance
version: 1
rank: 110
kind: rate
unit: session
direction: up
period: year
total: pooled
protected: false
needs: [trainees, sessions]
audiences: [board, staff]
title:
  nb: Oppmøte på seminarer
  nn: Oppmøte på seminar
  en: Attendance at seminars
meaning:
  nb: Av plassene på seminarene som traineene var invitert til, andelen der traineen møtte.
  nn: Av plassane på seminara som traineeane var inviterte til, delen der traineen møtte.
  en: Of the places at the seminars to which the trainees were invited, the share where the trainee came.
---*/
SELECT
	s.programme,
	s.year AS period,
	s.trainee_id || ' ' || CAST(s.held_on AS VARCHAR) AS subject,
	s.attended AS outcome,
	1 AS weight,
	TRUE AS mature
FROM sessions AS s
JOIN trainees AS t ON t.programme = s.programme AND t.trainee_id = s.trainee_id
WHERE s.kind = 'seminar'

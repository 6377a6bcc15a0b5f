-- How satisfied are those who have answered?
-- One row per answer, in the year in which it was given; who leaves the question open is unknown.
/*---
id: satisfaction
version: 1
rank: 112
kind: mean
unit: respondent
direction: up
period: year
total: pooled
protected: true
needs: [surveys]
audiences: [board, staff]
title:
  nb: Tilfredshet
  nn: Kor nøgde dei er
  en: Satisfaction
meaning:
  nb: Gjennomsnittet av hvor tilfredse traineer, tidligere traineer og bedrifter er, fra 1 til 6, der 6 er best. Svar uten vurdering er ukjente.
  nn: Gjennomsnittet av kor nøgde traineear, tidlegare traineear og bedrifter er, frå 1 til 6, der 6 er best. Svar utan vurdering er ukjende.
  en: The mean of how satisfied trainees, former trainees and companies are, from 1 to 6, where 6 is best. Answers without an assessment are unknown.
---*/
SELECT
	programme,
	CAST(CAST(extract(year FROM answered_on) AS INTEGER) AS VARCHAR) AS period,
	respondent_id || ' ' || CAST(answered_on AS VARCHAR) AS subject,
	satisfaction AS outcome,
	1 AS weight,
	TRUE AS mature
FROM surveys

-- How many fields of study do the well-qualified applicants come from?
-- One row per well-qualified applicant and cohort; the outcome is the field in the newest application. Without a field it is
-- unknown. The figure is the effective number of fields: as many equally common ones would be as varied.
/*---
id: field_breadth
version: 1
rank: 25
kind: breadth
unit: applicant
goal: access
direction: up
period: cohort
total: pooled
protected: true
among: qualified_applicant_rate
needs: [applications]
audiences: [centre, staff]
title:
  nb: Bredde i fagområder
  nn: Breidd i fagområde
  en: Breadth of fields
meaning:
  nb: Hvor mange fagområder de godt kvalifiserte søkerne er fordelt på, regnet som det antallet like vanlige fagområder som ville gitt samme variasjon. Er nesten alle fra ett fagområde, er tallet nær 1.
  nn: Kor mange fagområde dei godt kvalifiserte søkjarane er fordelte på, rekna som det talet på like vanlege fagområde som ville ha gitt same variasjon. Er nesten alle frå eitt fagområde, er talet nær 1.
  en: How many fields the well-qualified applicants are spread over, as the number of equally common fields that would give the same variety. When nearly all are from one field, it is close to 1.
---*/
SELECT DISTINCT
	a.programme,
	a.cohort AS period,
	a.applicant_id AS subject,
	p.field AS outcome,
	1 AS weight,
	TRUE AS mature
FROM applications AS a
JOIN applicants AS p ON p.programme = a.programme AND p.applicant_id = a.applicant_id
WHERE a.assessment = 'well_qualified'

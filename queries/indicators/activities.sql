-- What has been done to recruit and be seen?
-- One row per activity, in the year in which it was held.
/*---
id: activities
version: 1
rank: 67
kind: count
unit: activity
goal: market
direction: none
period: year
total: pooled
protected: false
needs: [activities]
audiences: [board, staff]
breakdowns: [kind]
title:
  nb: Aktiviteter
  nn: Aktivitetar
  en: Activities
meaning:
  nb: Aktiviteter for å rekruttere og synliggjøre som er holdt i året, som arrangementer, annonser og brev.
  nn: Aktivitetar for å rekruttere og synleggjere som er haldne i året, som arrangement, annonsar og brev.
  en: Activities to recruit and be seen held in the year, such as events, adverts and letters.
---*/
SELECT programme, year AS period, activity_id AS subject, TRUE AS outcome, 1 AS weight, TRUE AS mature
FROM activities

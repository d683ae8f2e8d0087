-- report.sql - who came, added up.

-- statement report_sum(centre_id id, from_quarter int, until_quarter int): one report_part
SELECT '' AS `key`, '' AS label, COUNT(DISTINCT activity.id) AS activities,
       CAST(COALESCE(SUM(people), 0) AS SIGNED) AS people
  FROM activity
  JOIN attendance ON activity_id = activity.id AND is_live = 1
 WHERE centre_id = :centre_id
   AND start_quarter >= :from_quarter AND start_quarter < :until_quarter;

-- statement report_by_field(centre_id id, from_quarter int, until_quarter int): many report_part
SELECT field.field_key AS `key`, ELT(:language, name_zh, name_en) AS label,
       COUNT(DISTINCT activity.id) AS activities, CAST(SUM(people) AS SIGNED) AS people
  FROM activity
  JOIN attendance ON activity_id = activity.id AND is_live = 1
  JOIN field ON field.field_key = activity.field_key
 WHERE centre_id = :centre_id
   AND start_quarter >= :from_quarter AND start_quarter < :until_quarter
 GROUP BY field.field_key, label, position
 ORDER BY position;

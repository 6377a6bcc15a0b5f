-- Which of the staged rows say something new?
-- The rows that are left, in the order of the file.
CREATE OR REPLACE TEMP VIEW accepted AS
SELECT {fields}, source_sheet, source_row, FALSE AS removed
FROM staged
WHERE rowid NOT IN (SELECT place FROM superseded UNION ALL SELECT place FROM unchanged)

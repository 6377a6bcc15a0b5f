-- Where do the faults of one file wait?
CREATE OR REPLACE TEMP TABLE rejected AS
SELECT sheet, row_number, column_letter, header, field, found, masked, rule, allowed FROM reject LIMIT 0

-- Where do the rows of one file wait until they are compared with what is known?
CREATE OR REPLACE TEMP TABLE staged AS
SELECT {fields}, source_sheet, source_row FROM fact_{feed} LIMIT 0

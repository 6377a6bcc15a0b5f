-- Where do the keys of the rows wait that were rejected, and are in the file all the same?
CREATE OR REPLACE TEMP TABLE stays AS
SELECT {key} FROM fact_{feed} LIMIT 0

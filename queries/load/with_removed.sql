-- What does a complete delivery say: which rows are new, and which facts are gone?
CREATE OR REPLACE TEMP VIEW delivered AS
FROM accepted
UNION ALL BY NAME
SELECT {key}, TRUE AS removed FROM removed

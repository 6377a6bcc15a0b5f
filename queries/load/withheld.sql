-- Which staged rows are about a person who has been erased?
-- They are gone before anything is compared with them.
DELETE FROM staged WHERE {erased}

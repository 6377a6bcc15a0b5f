-- What is left of the accepted rows of a batch when some persons are erased?
-- In the order in which they stood.
SELECT * FROM read_parquet({file}) WHERE NOT coalesce({erased}, FALSE)

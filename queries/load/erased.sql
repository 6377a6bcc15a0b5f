-- Of which persons are the rows to be left out, by the SHA-256 of their pseudonyms?
CREATE OR REPLACE TEMP TABLE erased AS SELECT unnest(string_split(CAST(? AS VARCHAR), ' ')) AS hash

# Writes a table beside the scripts: a header line with the versions that made it, then CSV. Numbers have 17 digits, so
# that a reader gets the very double that R held. Sourced by the other scripts of this folder.
write_table <- function(name, table) {
  versions <- R.version.string
  if ("package:survival" %in% search()) versions <- paste0(versions, ", survival ", packageVersion("survival"))
  exact <- lapply(table, function(column) {
    if (is.double(column)) ifelse(is.na(column), "NA", sprintf("%.17g", column)) else as.character(column)
  })
  file <- file(name, "w")
  writeLines(paste0("# ", versions), file)
  write.table(as.data.frame(exact), file, sep = ",", quote = FALSE, row.names = FALSE, na = "NA")
  close(file)
}

# 300 random counts k of n: the Wilson interval (prop.test without continuity correction) and the chance that the rate is
# at least a target, from the beta distribution.
# Run in this folder: Rscript proportion.R
source("write.R")
set.seed(209)

n <- c(1:10, sample(1:60, 230, TRUE), sample(100:5000, 60, TRUE))
k <- rbinom(300, n, runif(300))
target <- round(runif(300, 0.05, 0.98), 2)
interval <- t(mapply(function(k, n) suppressWarnings(prop.test(k, n, correct = FALSE))$conf.int, k, n))
write_table("proportion.csv", data.frame(k, n, target, low = interval[, 1], high = interval[, 2],
  chance = pbeta(target, k + 0.5, n - k + 0.5, lower.tail = FALSE)))

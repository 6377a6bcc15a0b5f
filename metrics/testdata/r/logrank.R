# Log-rank tests between two, three and four random groups, 240 of them, as survdiff of the survival package gives them.
# Run in this folder: Rscript logrank.R
source("write.R")
library(survival)
set.seed(1927)

all <- groups <- tests <- NULL
set <- 0
while (set < 240) {
  k <- 2 + set %% 3
  n <- sample(1:15, k, TRUE)
  group <- rep(seq_len(k), n)
  months <- if (set %% 2 == 0) sample(1:24, sum(n), TRUE) else round(rexp(sum(n), 0.02 * group), 2)
  left <- runif(sum(n)) < c(0.2, 0.5, 0.9)[1 + set %% 3]
  if (!any(left)) next
  test <- try(survdiff(Surv(months, left) ~ group), silent = TRUE)
  if (inherits(test, "try-error")) next # all at risk left at once: R finds the variance singular
  set <- set + 1
  all <- rbind(all, data.frame(set, group, months = as.numeric(months), left = as.integer(left)))
  groups <- rbind(groups, data.frame(set, group = seq_len(k), persons = n, left = as.integer(test$obs), expected = test$exp))
  df <- sum(test$exp > 0) - 1
  tests <- rbind(tests, data.frame(set, df = as.integer(df), chi_squared = test$chisq, p = test$pvalue))
}
write_table("logrank_spells.csv", all)
write_table("logrank_groups.csv", groups)
write_table("logrank_tests.csv", tests)

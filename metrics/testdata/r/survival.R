# Kaplan-Meier curves of 240 random groups, as the survival package gives them: every step with its log-log interval, the
# median with its interval, and the restricted mean with its standard error.
# Run in this folder: Rscript survival.R
source("write.R")
library(survival)
set.seed(2006)

# Whole months give ties, quarters of a month fewer; the share of censoring goes from none to nearly all.
spells <- function(set) {
  n <- if (set %% 40 == 0) 1 else sample(2:40, 1)
  longest <- sample(c(6, 24, 60), 1)
  months <- if (set %% 3 == 0) sample(0:(4 * longest), n, TRUE) / 4 else sample(0:longest, n, TRUE)
  left <- runif(n) < c(0.1, 0.3, 0.5, 0.8, 0.95)[1 + set %% 5]
  if (set %% 24 == 1) left[] <- FALSE
  if (set %% 24 == 2) left[] <- TRUE
  if (set %% 24 == 3) { months[] <- months[1]; left[] <- TRUE }
  data.frame(set, months = as.numeric(months), left = as.integer(left))
}

all <- steps <- summaries <- NULL
for (set in 1:240) {
  group <- spells(set)
  fit <- survfit(Surv(months, left) ~ 1, data = group, conf.type = "log-log")
  all <- rbind(all, group)
  steps <- rbind(steps, data.frame(set,
    months = fit$time, at_risk = as.integer(fit$n.risk), left = as.integer(fit$n.event), censored = as.integer(fit$n.censor),
    survival = fit$surv, low = fit$lower, high = fit$upper))
  last <- max(group$months)
  up_to <- unique(c(max(min(group$months), runif(1, 0.1, 1) * last), last, if (min(fit$surv) == 0) last + 7.5))
  for (tau in up_to[up_to > 0]) {
    table <- summary(fit, rmean = tau)$table
    summaries <- rbind(summaries, data.frame(set, up_to = tau, mean = table[["rmean"]], error = table[["se(rmean)"]],
      median = table[["median"]], median_low = table[["0.95LCL"]], median_high = table[["0.95UCL"]]))
  }
}
write_table("survival_spells.csv", all)
write_table("survival_steps.csv", steps)
write_table("survival_summary.csv", summaries)

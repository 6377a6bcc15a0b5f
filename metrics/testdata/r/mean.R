# Means with 95 % t intervals of 240 random sets of scores and amounts, as t.test gives them, and the t quantiles behind.
# Run in this folder: Rscript mean.R
source("write.R")
set.seed(1908)

values <- means <- NULL
for (set in 1:240) {
  n <- sample(2:30, 1)
  value <- if (set %% 2 == 0) as.numeric(sample(1:6, n, TRUE)) else round(rlnorm(n, 10, 1), 2)
  if (sd(value) == 0) value[1] <- value[1] %% 6 + 1
  test <- t.test(value)
  values <- rbind(values, data.frame(set, value))
  means <- rbind(means, data.frame(set, mean = test$estimate[[1]], error = test$stderr, low = test$conf.int[1], high = test$conf.int[2]))
}
write_table("mean_values.csv", values)
write_table("mean_intervals.csv", means)

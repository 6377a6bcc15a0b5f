# Funnel limits interpolated as in Spiegelhalter (2005), the place of a point by its exact tail, and the over-dispersion
# of 200 random sets of programmes, from R's own qbinom, pbinom and quantile.
# Run in this folder: Rscript funnel.R
source("write.R")
set.seed(1185)

limit <- function(p, n, theta) {
  r <- qbinom(p, n, theta)
  alpha <- (pbinom(r, n, theta) - p) / dbinom(r, n, theta)
  pmin(1, pmax(0, (r - alpha) / n))
}
theta <- round(runif(400, 0.02, 0.97), 3)
n <- c(sample(1:30, 200, TRUE), sample(31:400, 190, TRUE), sample(1000:20000, 10))
write_table("funnel_limits.csv", data.frame(theta, n, low998 = limit(0.001, n, theta), low95 = limit(0.025, n, theta),
  high95 = limit(0.975, n, theta), high998 = limit(0.999, n, theta)))

n <- sample(1:60, 400, TRUE)
k <- rbinom(400, n, pmin(1, pmax(0, theta + rnorm(400, 0, 0.25))))
lower <- pbinom(k, n, theta)
upper <- pbinom(k - 1, n, theta, lower.tail = FALSE)
place <- ifelse(lower < 0.001, "below_998", ifelse(upper < 0.001, "above_998",
  ifelse(lower < 0.025, "below_95", ifelse(upper < 0.025, "above_95", "inside_95"))))
write_table("funnel_places.csv", data.frame(theta, n, k, lower, upper, place))

points <- spreads <- NULL
for (set in 1:200) {
  size <- sample(3:25, 1)
  n <- sample(5:120, size, TRUE)
  k <- rbinom(size, n, plogis(rnorm(1) + rnorm(size, 0, c(0, 0.3, 1)[1 + set %% 3])))
  theta <- sum(k) / sum(n)
  z <- (asin(sqrt(k / n)) - asin(sqrt(theta))) * 2 * sqrt(n)
  ends <- quantile(z, c(0.1, 0.9), names = FALSE)
  phi <- mean(pmin(pmax(z, ends[1]), ends[2])^2)
  w <- 4 * n
  tau2 <- max(0, (size * phi - (size - 1)) / (sum(w) - sum(w^2) / sum(w)))
  points <- rbind(points, data.frame(set, k, n))
  spreads <- rbind(spreads, data.frame(set, theta, phi, tau2))
}
write_table("funnel_points.csv", points)
write_table("funnel_spreads.csv", spreads)

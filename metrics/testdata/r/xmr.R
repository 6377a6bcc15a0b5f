# Process limits and signals of 240 random yearly series with gaps, written in R's own way (shifted copies of whole
# vectors) from the rules in words, so that a slip in a loop does not happen twice.
# Run in this folder: Rscript xmr.R
source("write.R")
set.seed(266)

# shifted(x, i) holds in each place what x holds i places further on; nothing stands outside the series.
shifted <- function(x, i) { at <- seq_along(x) + i; ifelse(at >= 1 & at <= length(x), x[pmax(1, pmin(at, length(x)))], NA) }
true <- function(x) !is.na(x) & x

# Every place of a run of the given length, of which `holds` is true at each of its places.
run <- function(holds, length) {
  begins <- Reduce(`&`, lapply(0:(length - 1), function(i) true(shifted(holds, i))))
  Reduce(`|`, lapply(0:(length - 1), function(i) true(shifted(begins, -i))))
}

signals <- function(y) {
  base <- which(!is.na(y))
  base <- base[seq_len(min(12, length(base)))]
  fixed <- rep(NA_real_, length(y)); fixed[base] <- y[base]
  ranges <- abs(diff(fixed)); ranges <- ranges[!is.na(ranges)]
  if (length(ranges) < 4) return(list(mean = NA_real_, low = NA_real_, high = NA_real_, signal = rep("", length(y))))
  m <- mean(fixed, na.rm = TRUE); w <- 2.66 * mean(ranges)
  side <- sign(y - m); side[true(abs(y - m) < 1e-9)] <- 0
  beyond <- true(abs(y - m) > w + 1e-9)
  near <- true(abs(y - m) > 2 / 3 * w + 1e-9) & !beyond
  step <- sign(shifted(y, 1) - y)
  trend <- function(way) { up <- run(step == way, 6); up | true(shifted(up, -1)) }
  pair <- function(s) {
    three <- Reduce(`&`, lapply(0:2, function(i) true(shifted(side, i) == s)))
    two <- Reduce(`+`, lapply(0:2, function(i) true(shifted(near, i)))) >= 2
    near & Reduce(`|`, lapply(0:2, function(i) true(shifted(three & two, -i))))
  }
  signal <- rep("", length(y))
  signal[pair(1)] <- "two_of_three+"; signal[pair(-1)] <- "two_of_three-"
  signal[trend(1)] <- "trend+"; signal[trend(-1)] <- "trend-"
  signal[trend(1) & trend(-1)] <- "trend-" # where one ends and another begins, the earlier is told
  signal[trend(1) & trend(-1) & true(shifted(step, -1) == 1)] <- "trend+"
  signal[run(side == 1, 7)] <- "shift+"; signal[run(side == -1, 7)] <- "shift-"
  signal[beyond & side == 1] <- "beyond+"; signal[beyond & side == -1] <- "beyond-"
  list(mean = m, low = m - w, high = m + w, signal = signal)
}

points <- limits <- NULL
for (set in 1:240) {
  n <- sample(4:40, 1)
  y <- switch(1 + set %% 4, rnorm(n, 50, 10), cumsum(rnorm(n)), sample(0:9, n, TRUE), rnorm(n, 50, 10) + (seq_len(n) > 14) * 12)
  y <- round(y, 2)
  if (set %% 3 == 0) y[runif(n) < 0.1] <- NA
  found <- signals(y)
  points <- rbind(points, data.frame(set, value = as.numeric(y), signal = found$signal))
  limits <- rbind(limits, data.frame(set, mean = found$mean, low = found$low, high = found$high))
}
write_table("xmr_points.csv", points)
write_table("xmr_limits.csv", limits)

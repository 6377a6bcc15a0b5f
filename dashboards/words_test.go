package dashboards

import (
	"testing"

	"bolyst/metrics/metricstest"
)

func TestLanguagesSayTheSameThings(t *testing.T) { metricstest.SaysTheSame(t, catalogue) }

package metrics_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bolyst/metrics"
)

// gap is a year without a value.
var gap = math.NaN()

// years makes readings of one year after the other from 2001.
func years(values ...float64) (readings []metrics.Reading) {
	for i, v := range values {
		readings = append(readings, metrics.Reading{Period: strconv.Itoa(2001 + i), Value: metrics.Of(v)})
	}
	return readings
}

// chart puts the readings on a chart without target.
func chart(t *testing.T, readings []metrics.Reading, rebases ...metrics.Rebase) metrics.Process {
	t.Helper()
	process, err := metrics.XmR(readings, rebases, "up", metrics.Number{})
	if err != nil {
		t.Fatal(err)
	}
	return process
}

// signals writes one letter for each point: beyond, shift, trend, near (two of three), a point for none, a space for a gap;
// capitals upwards.
func signals(process metrics.Process) string {
	letters := map[metrics.Signal]string{metrics.Ordinary: ".", metrics.Beyond: "b", metrics.Shift: "s", metrics.Trend: "t", metrics.TwoOfThree: "n"}
	var text strings.Builder
	for _, p := range process.Points {
		letter := letters[p.Signal]
		if !p.Value.Given() {
			letter = " "
		}
		if p.High {
			letter = strings.ToUpper(letter)
		}
		text.WriteString(letter)
	}
	return text.String()
}

func TestLimitsOfPublishedSeries(t *testing.T) {
	for _, c := range []struct {
		source                 string
		values                 []float64
		mean, ranged, low, top string
	}{
		// 35/18; ranges 1+1+1+8+9 and twelve of 1: 32/17; 1.944 ± 2.66·1.882.
		{"vignette of NHSRplotthedots, without screening", []float64{1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1}, "1.94", "1.882", "-3.06", "6.95"},
		// Mean 20.39, range 4.7, upper limit 32.89, as published.
		{"inventory in Wheeler, Understanding Variation", []float64{19, 27, 20, 16, 18, 25, 22, 24, 17, 25, 15, 17,
			20, 22, 19, 16, 22, 19, 25, 22, 18, 20, 16, 17, 20, 15, 27, 25, 17, 19, 28}, "20.39", "4.7", "7.89", "32.89"},
		{"a year without a value: no range across it, (10+10+10+10+20)/5 = 12", []float64{10, 20, 10, gap, 50, 60, 50, 30}, "32.857", "12", "0.937", "64.777"},
		{"five in a row are enough", []float64{1, 2, 1, 2, 1}, "1.4", "1", "-1.26", "4.06"},
		{"four are not", []float64{1, 2, 1, 2}, "none", "none", "none", "none"},
		{"nor are eight that are no neighbours", []float64{1, gap, 2, gap, 1, gap, 2, gap, 1, gap, 2, gap, 1, gap, 2}, "none", "none", "none", "none"},
		{"nothing", nil, "none", "none", "none", "none"},
	} {
		got := metrics.LimitsOf(years(c.values...))
		if !about(got.Mean, c.mean) || !about(got.Range, c.ranged) || !about(got.Low, c.low) || !about(got.High, c.top) {
			t.Errorf("%s: got %v, range %v, %v to %v, want %v, range %v, %v to %v", c.source,
				text(got.Mean), text(got.Range), text(got.Low), text(got.High), c.mean, c.ranged, c.low, c.top)
		}
	}
}

func TestNearLimitsLieTwoThirdsOfTheWay(t *testing.T) {
	got := metrics.LimitsOf(years(1, 2, 1, 2, 1)) // 1.4 ± 1.77333
	if !about(got.NearLow, "-0.37333") || !about(got.NearHigh, "3.17333") {
		t.Errorf("got %v and %v", text(got.NearLow), text(got.NearHigh))
	}
}

func TestBaselineIsLockedAfterTwelveReadings(t *testing.T) {
	twelve := []float64{4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4, 6} // mean 5, ranges of 2: 5 ± 5.32
	locked := chart(t, years(append(twelve, 30, 40, gap, 50)...))
	part := locked.Parts[0]
	if part.Trial || part.Known != 15 || !about(part.Limits.Mean, "5") || !about(part.Limits.High, "10.32") {
		t.Errorf("got %+v, want the limits of the first twelve", part)
	}
	if got, want := signals(locked), "............BB B"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if !locked.Points[11].Baseline || locked.Points[12].Baseline {
		t.Error("want the twelfth reading in the baseline and the thirteenth not")
	}
	trial := chart(t, years(twelve[:11]...)).Parts[0]
	if !trial.Trial || trial.Known != 11 {
		t.Errorf("eleven: got %+v, want trial limits", trial)
	}
	withGap := chart(t, years(append([]float64{4, gap}, append(twelve[1:], 90)...)...))
	if !withGap.Points[12].Baseline || withGap.Points[13].Baseline {
		t.Error("a gap is no reading: want thirteen periods in a baseline of twelve readings")
	}
}

func TestSignalsInTheirOrder(t *testing.T) {
	// The first twelve set 5 ± 5.32, near limits 5 ± 3.55: 1.45, 8.55; limits −0.32, 10.32.
	base := []float64{4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4, 6}
	for _, c := range []struct {
		why   string
		after []float64
		want  string
	}{
		{"nothing", []float64{5, 4, 6}, "..."},
		{"beyond, either way", []float64{10.4, 4, -0.4}, "B.b"},
		{"on the limit is not beyond", []float64{10.32, 4}, ".."},
		{"seven above, with the six that ended the baseline", []float64{6, 7, 6, 7, 6, 7}, "SSSSSS"},
		{"six below are too few", []float64{4, 3, 4, 3, 4, 3}, "......"},
		{"seven below", []float64{4, 3, 4, 3, 4, 3, 4}, "sssssss"},
		{"a reading on the mean has no side", []float64{4, 3, 4, 5, 4, 3, 4}, "......."},
		{"a gap ends the run", []float64{4, 3, 4, gap, 4, 3, 4}, "... ..."},
		{"seven that rise", []float64{2, 3, 4, 5, 6, 7, 8}, "TTTTTTT"},
		{"seven that fall, the last of the baseline among them", []float64{5.9, 5.8, 5.7, 4.9, 4.8, 4.7}, "tttttt"},
		{"a rise, then a fall: the peak belongs to the rise", []float64{2, 3, 4, 5, 6, 7, 8, 7, 6, 5, 4, 3, 2}, "TTTTTTTtttttt"},
		{"two equal end the trend", []float64{2, 3, 4, 4, 5.5, 6, 7}, "......."},
		{"a gap ends the trend", []float64{2, 3, 4, gap, 5.5, 6, 7}, "... ..."},
		{"two of three near the upper limit; the third is not marked", []float64{9, 6, 9, 4}, "N.N."},
		{"the third on the other side", []float64{9, 4, 9, 4}, "...."},
		{"two of three near the lower limit", []float64{1, 1, 4}, "nn."},
		{"of which one is beyond: that one alone", []float64{9, 11, 6}, ".B."},
		{"beyond comes before shift, shift before trend", []float64{5.1, 5.2, 5.3, 5.4, 5.5, 5.6, 11}, "SSSSSSB"},
	} {
		got := signals(chart(t, years(append(base[:len(base):len(base)], c.after...)...)))[len(base):]
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}

func TestSameReadingsAreNoSignal(t *testing.T) {
	same := []float64{0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}
	if got, want := signals(chart(t, years(same...))), "............."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := signals(chart(t, years(append(same, 0.2)...))), ".............B"; got != want {
		t.Errorf("got %q, want %q: where nothing ever varied, any change is one", got, want)
	}
}

func TestRebaseBeginsAnewWithItsReason(t *testing.T) {
	readings := years(4, 6, 4, 6, 4, 6, 14, 16, 14, 16, 14, 16)
	if got := chart(t, readings).Parts; len(got) != 1 || got[0].Reason != nil || !about(got[0].Limits.Mean, "10") {
		t.Errorf("without: got %+v, want one part about 10", got)
	}
	process := chart(t, readings, metrics.Rebase{Period: "2007", Reason: metrics.Words{"en": "two posts a year instead of one"}})
	if got := process.Parts; len(got) != 2 || !about(got[0].Limits.Mean, "5") || !about(got[1].Limits.Mean, "15") || got[1].Reason["en"] != "two posts a year instead of one" || !got[1].Trial {
		t.Errorf("with: got %+v, want parts about 5 and 15", got)
	}
	if got, want := signals(process), "............"; got != want || process.Points[5].Part != 0 || process.Points[6].Part != 1 {
		t.Errorf("got %q, want %q: no run goes over a rebase", got, want)
	}
	tooFew := chart(t, readings, metrics.Rebase{Period: "2009", Reason: metrics.Words{"en": "new"}})
	if got := tooFew.Parts[1]; got.Limits.Mean.Given() || tooFew.Variation != metrics.VariationTooFew {
		t.Errorf("four readings after a rebase: got %+v, %s, want no limits", got, tooFew.Variation)
	}
}

func TestImpossibleChartIsAnError(t *testing.T) {
	readings := years(4, 6, 4)
	for _, c := range []struct {
		readings  []metrics.Reading
		rebases   []metrics.Rebase
		direction string
		want      string
	}{
		{readings, []metrics.Rebase{{Period: "1999", Reason: metrics.Words{"en": "new"}}}, "up", "rebase at 1999: no such period"},
		{readings, []metrics.Rebase{{Period: "2002"}}, "up", "rebase at 2002: no reason is given"},
		{readings, []metrics.Rebase{{Period: "2002", Reason: metrics.Words{"en": "a"}}, {Period: "2002", Reason: metrics.Words{"en": "b"}}}, "up", "rebase at 2002: stands twice"},
		{append(readings, readings[0]), nil, "up", "period 2001 stands twice"},
		{readings, nil, "higher", `direction: "higher" is not one of up, down, none`},
	} {
		if _, err := metrics.XmR(c.readings, c.rebases, c.direction, metrics.Number{}); err == nil || err.Error() != c.want {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}

func TestChartsAgreeWithR(t *testing.T) {
	limits := rSets(t, "xmr_limits")
	agrees, points := &agreement{t: t}, 0
	for set, rows := range rSets(t, "xmr_points") {
		var values []float64
		for _, r := range rows {
			v, given := r.number(t, "value").Get()
			if !given {
				v = gap
			}
			values = append(values, v)
		}
		process := chart(t, years(values...))
		want, got := limits[set][0], process.Parts[0].Limits
		agrees.check("set "+set+", mean", got.Mean, want.number(t, "mean"))
		agrees.check("set "+set+", low", got.Low, want.number(t, "low"))
		agrees.check("set "+set+", high", got.High, want.number(t, "high"))
		for i, p := range process.Points {
			signal := string(p.Signal)
			switch {
			case p.High:
				signal += "+"
			case signal != "":
				signal += "-"
			}
			if signal != rows[i]["signal"] {
				t.Errorf("set %s, reading %d: got %q, want %q as R has it", set, i+1, signal, rows[i]["signal"])
			}
			points++
		}
	}
	agrees.report()
	t.Logf("%d points with their signal", points)
}

func TestSeriesUpsideDownHasTheSignalsUpsideDown(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		values := rapid.SliceOfN(rapid.IntRange(-20, 20), 0, 40).Draw(rt, "values")
		var up, down []float64
		for _, v := range values {
			value := float64(v)
			if v == 20 {
				value = gap
			}
			up, down = append(up, value), append(down, 100-3*value)
		}
		a, b := chart(t, years(up...)), chart(t, years(down...))
		for i := range a.Points {
			p, q := a.Points[i], b.Points[i]
			if p.Signal != q.Signal || p.Signal != metrics.Ordinary && p.High == q.High {
				rt.Fatalf("reading %d: got %q and %q", i+1, signals(a), signals(b))
			}
		}
		for _, part := range a.Parts {
			l := part.Limits
			if l.Mean.Given() && !(l.Low.Float() <= l.NearLow.Float() && l.NearLow.Float() <= l.Mean.Float() && l.Mean.Float() <= l.NearHigh.Float() && l.NearHigh.Float() <= l.High.Float()) {
				rt.Fatalf("limits out of order: %+v", l)
			}
		}
	})
}

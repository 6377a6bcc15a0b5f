// Draws the charts of the page. Each is the JSON of a <script type="application/json" data-chart="id"> block; here is added only
// what JSON cannot carry: functions, and sizes that depend on the reader's text size. Without this file the tables say the same.
// And unfolds what is folded: on paper everything, and on screen what a link leads to.
(function () {
  'use strict';

  var root = document.documentElement;
  var style = getComputedStyle(document.body);
  var letters = 0.8 * parseFloat(getComputedStyle(root).fontSize);
  var number = new Intl.NumberFormat(root.lang);
  var paper = { width: 420, height: 200 }; // as .chart in style.css
  var charts = []; // {block, place, chart}: the chart once it is drawn

  function whisker(params, api) {
    var low = api.coord([api.value(0), api.value(1)]);
    var high = api.coord([api.value(0), api.value(2)]);
    var cap = 5;
    function stroke(x1, y1, x2, y2) {
      return { type: 'line', shape: { x1: x1, y1: y1, x2: x2, y2: y2 }, style: { stroke: api.visual('color'), lineWidth: 3 } };
    }
    return {
      type: 'group',
      children: [
        stroke(low[0], low[1], high[0], high[1]),
        stroke(low[0] - cap, low[1], low[0] + cap, low[1]),
        stroke(high[0] - cap, high[1], high[0] + cap, high[1])
      ]
    };
  }

  function complete(option, place) {
    var before = place.dataset.before || '';
    var after = place.dataset.after || '';
    option.textStyle = { fontFamily: style.fontFamily, fontSize: letters };
    option.tooltip.formatter = function (item) { return item.name; };
    option.tooltip.textStyle.fontSize = letters;
    option.xAxis.concat(option.yAxis).forEach(function (axis) { axis.axisLabel.fontSize = letters; });
    option.xAxis.forEach(function (axis) { axis.axisLabel.lineHeight = 1.4 * letters; });
    option.yAxis.forEach(function (axis) {
      axis.axisLabel.formatter = function (value) { return before + number.format(value) + after; };
    });
    option.series.forEach(function (series) {
      if (series.type === 'custom') series.renderItem = whisker;
      if (series.label) {
        series.label.fontSize = letters;
        series.label.textBorderColor = 'var(--surface)'; // readable where a line runs behind it
        series.label.textBorderWidth = 4;
      }
      if (series.markLine) {
        series.markLine.z = 1; // behind the dots
        series.markLine.label.fontSize = letters;
        series.markLine.label.lineHeight = 1.3 * letters;
        option.grid[0].right = 5.2 * letters; // room for what it is called
      }
    });
  }

  function fit(chart, size) {
    chart.resize(size);
    chart.getZr().flush(); // now, not in the next frame: there is none on paper
  }

  function draw(drawing, size) {
    var option = JSON.parse(drawing.block.textContent);
    complete(option.baseOption, drawing.place);
    drawing.place.closest('figure').hidden = false;
    drawing.chart = echarts.init(drawing.place, null, Object.assign({ renderer: 'svg' }, size));
    drawing.chart.setOption(option);
    drawing.chart.getZr().flush();
    new ResizeObserver(function () {
      var width = drawing.place.clientWidth;
      if (width && width !== drawing.chart.getWidth()) fit(drawing.chart, { width: 'auto', height: 'auto' });
    }).observe(drawing.place);
  }

  function seen(place) { return !place.closest('details:not([open])'); }

  function drawSeen() {
    charts.forEach(function (drawing) { if (!drawing.chart && seen(drawing.place)) draw(drawing); });
  }

  if (window.echarts) {
    document.querySelectorAll('script[data-chart]').forEach(function (block) {
      charts.push({ block: block, place: document.getElementById(block.dataset.chart) });
    });
    drawSeen();
    document.addEventListener('toggle', drawSeen, true);
  }

  window.addEventListener('beforeprint', function () {
    document.querySelectorAll('.indicator:not([open]), .panel > .more:not([open])').forEach(function (folded) {
      folded.open = true;
      folded.dataset.folded = '';
    });
    charts.forEach(function (drawing) {
      if (drawing.chart) fit(drawing.chart, paper);
      else draw(drawing, paper);
    });
  });
  window.addEventListener('afterprint', function () {
    document.querySelectorAll('details[data-folded]').forEach(function (folded) {
      folded.open = false;
      delete folded.dataset.folded;
    });
    charts.forEach(function (drawing) {
      if (seen(drawing.place)) fit(drawing.chart, { width: 'auto', height: 'auto' });
    });
  });

  // Not every browser unfolds by itself what a link leads to.
  function unfold() {
    var target = document.getElementById(location.hash.slice(1));
    var folded = target && target.closest('details:not([open])');
    if (!folded) return;
    folded.open = true;
    target.scrollIntoView();
  }
  window.addEventListener('hashchange', unfold);
  unfold();
})();

// Shows what the reader chooses, draws the charts anew with ECharts, and saves them as pictures. The choice stands in the address
// after #, so that a link leads to it and the back button works. Without this file every table and every chart is there, all at
// once. Each chart is the JSON of the <script type="application/json"> beside it; here is added only what JSON cannot carry.
document.documentElement.classList.add('scripted'); // at once, so that nothing is shown that is not chosen

document.addEventListener('DOMContentLoaded', function () {
  'use strict';

  var root = document.documentElement;
  var style = getComputedStyle(document.body);
  var letters = 0.8 * parseFloat(getComputedStyle(root).fontSize);
  var number = new Intl.NumberFormat(root.lang);
  var paper = { width: 600, height: 230 }; // of a series; what needs its height keeps it
  var form = document.querySelector('.choose');
  var views = Array.prototype.slice.call(document.querySelectorAll('.view'));
  var told = document.querySelector('.status');

  // ---- Charts ----

  function whisker(params, api) {
    var low = api.coord([api.value(0), api.value(1)]);
    var high = api.coord([api.value(0), api.value(2)]);
    var cap = 5;
    function stroke(x1, y1, x2, y2) {
      return { type: 'line', shape: { x1: x1, y1: y1, x2: x2, y2: y2 }, style: { stroke: api.visual('color'), lineWidth: 3 } };
    }
    return { type: 'group', children: [
      stroke(low[0], low[1], high[0], high[1]), stroke(low[0] - cap, low[1], low[0] + cap, low[1]), stroke(high[0] - cap, high[1], high[0] + cap, high[1])
    ] };
  }

  function each(list, what) { [].concat(list || []).forEach(what); }

  function complete(option, place) {
    var before = place.dataset.before || '';
    var after = place.dataset.after || '';
    option.textStyle = { fontFamily: style.fontFamily, fontSize: letters };
    option.tooltip.formatter = function (item) { return item.name; };
    option.tooltip.textStyle.fontSize = letters;
    each(option.xAxis, function (axis) {
      axis.axisLabel.fontSize = letters;
      axis.axisLabel.lineHeight = 1.4 * letters;
      if (axis.type === 'value') axis.axisLabel.formatter = function (value) { return number.format(value); };
      axis.nameTextStyle = { color: 'var(--quiet)', fontSize: letters };
    });
    each(option.yAxis, function (axis) {
      axis.axisLabel.fontSize = letters;
      axis.axisLabel.formatter = function (value) { return before + number.format(value) + after; };
    });
    option.series.forEach(function (series) {
      if (series.type === 'custom') series.renderItem = whisker;
      if (series.type === 'line') series.silent = true;
      if (series.type === 'sankey') Object.assign(series, { nodeWidth: 14, nodeGap: 18, draggable: false, layoutIterations: 0, lineStyle: { color: 'var(--spread)', opacity: 0.35 }, left: 8, right: 225, emphasis: { disabled: true } });
      if (series.type === 'scatter' && !series.markLine && option.xAxis && [].concat(option.xAxis)[0].type === 'value') series.labelLayout = { hideOverlap: true };
      if (series.label) {
        series.label.fontSize = letters;
        series.label.textBorderColor = 'var(--surface)'; // readable where a line runs behind it
        series.label.textBorderWidth = 4;
      }
      if (series.markLine) {
        series.markLine.z = 1; // behind the dots
        series.markLine.label.fontSize = letters;
      }
    });
  }

  // within keeps the periods that are chosen: the categories, and the values that stand at the same place.
  function within(option, from, to) {
    var names = option.xAxis && [].concat(option.xAxis)[0].data;
    if (!names || !from && !to) return;
    var kept = [];
    names.forEach(function (name, at) {
      var period = String(name).split('\n')[0];
      if ((!from || period >= from) && (!to || period <= to)) kept.push(at);
    });
    [].concat(option.xAxis)[0].data = kept.map(function (at) { return names[at]; });
    option.series.forEach(function (series) {
      if (series.type !== 'custom') series.data = kept.map(function (at) { return series.data[at]; });
      else series.data = series.data.filter(function (item) { return kept.indexOf(item.value[0]) >= 0; }).map(function (item) {
        return Object.assign({}, item, { value: [kept.indexOf(item.value[0])].concat(item.value.slice(1)) });
      });
    });
  }

  function draw(picture, chosen) {
    var block = picture.querySelector('script[type="application/json"]');
    var place = picture.querySelector('.chart');
    if (!block || !window.echarts || !place.clientWidth) return;
    var option = JSON.parse(block.textContent);
    if (option.baseOption.series[0].type === 'sankey' && place.clientWidth < 480) return; // no room for names beside the bands
    complete(option.baseOption, place);
    within(option.baseOption, chosen.from, chosen.to);
    var chart = echarts.getInstanceByDom(place);
    if (!chart) {
      place.style.height = place.clientHeight + 'px';
      place.textContent = '';
      chart = echarts.init(place, null, { renderer: 'svg' });
      new ResizeObserver(function () {
        if (place.clientWidth && place.clientWidth !== chart.getWidth()) fit(chart, { width: 'auto', height: 'auto' });
      }).observe(place);
    }
    chart.setOption(option, true);
    chart.getZr().flush(); // now, not in the next frame: there is none on paper
  }

  function fit(chart, size) {
    chart.resize(size);
    chart.getZr().flush();
  }

  // ---- The reader's choice ----

  function chosenNow() {
    var chosen = {};
    if (form) each(Array.prototype.slice.call(form.elements), function (field) { chosen[field.name] = field.value; });
    return chosen;
  }

  function fromAddress() {
    var said = new URLSearchParams(location.hash.indexOf('=') > 0 ? location.hash.slice(1) : '');
    each(Array.prototype.slice.call(form.elements), function (field) {
      var value = said.get(field.name);
      var options = Array.prototype.map.call(field.options, function (o) { return o.value; });
      field.value = options.indexOf(value) >= 0 ? value : options[0];
    });
  }

  function toAddress() {
    var said = new URLSearchParams();
    each(Array.prototype.slice.call(form.elements), function (field) {
      if (field.selectedIndex > 0) said.set(field.name, field.value);
    });
    var hash = said.toString();
    if (location.hash.slice(1) !== hash) location.hash = hash || 'all='; // an empty one would lead to the top of the page
  }

  // periods says which are chosen: 2008–2010, from 2008, to 2010 or 2008.
  function periods(chosen) {
    if (chosen.from && chosen.to) return chosen.from === chosen.to ? chosen.from : chosen.from + '–' + chosen.to;
    return chosen.from ? told.dataset.from + ' ' + chosen.from : chosen.to && told.dataset.to + ' ' + chosen.to;
  }

  // whole says that the periods that are chosen are those of the table alone: the bars of a breakdown are of all of them.
  function whole(chosen) {
    var charts = document.querySelectorAll('.chosen .picture').length;
    var drawn = document.querySelectorAll('.chosen .picture script').length;
    return periods(chosen) && charts > drawn && chosen.show !== 'table' ? '. ' + told.dataset.whole : '';
  }

  function show() {
    var chosen = chosenNow();
    var titles = [];
    document.querySelectorAll('a[data-choice]').forEach(function (link) { // the same choice on the other page
      link.href = link.href.split('#')[0] + (location.hash.indexOf('=') > 0 ? location.hash : '');
    });
    if (form) {
      form.parentElement.classList.toggle('only-chart', chosen.show === 'chart');
      form.parentElement.classList.toggle('only-table', chosen.show === 'table');
    }
    views.forEach(function (view) {
      var fits = ['programme', 'breakdown', 'indicator', 'earlier'].every(function (name) {
        return view.dataset[name] === undefined || chosen[name] === undefined || view.dataset[name] === chosen[name];
      });
      view.classList.toggle('chosen', fits);
      if (!fits) return;
      titles.push(view.querySelector('h2, h3').textContent);
      view.querySelectorAll('tr[data-f]').forEach(function (row) {
        var period = row.dataset.f.split('|')[2];
        row.hidden = period !== 'all' && Boolean(chosen.from && period < chosen.from || chosen.to && period > chosen.to);
      });
      view.querySelectorAll('.picture').forEach(function (picture) { draw(picture, chosen); });
    });
    if (form) told.textContent = titles.length ? [titles[0], periods(chosen)].filter(Boolean).join(', ') + whole(chosen) : told.dataset.nothing;
  }

  if (form) {
    form.hidden = false;
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    form.addEventListener('change', function () { toAddress(); show(); });
    window.addEventListener('hashchange', function () {
      if (location.hash && location.hash.indexOf('=') < 0) return; // a link within the page
      fromAddress();
      show();
    });
    fromAddress();
  }
  show();

  // ---- Pictures to keep ----

  var kept = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'opacity', 'fill-opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor'];

  // standalone is the chart as a picture of its own: with its title above, its source below, and no style but its own.
  function standalone(picture) {
    var drawn = picture.querySelector('.chart svg');
    var size = drawn.getBoundingClientRect();
    var copy = drawn.cloneNode(true);
    var from = drawn.querySelectorAll('*');
    copy.querySelectorAll('*').forEach(function (element, at) {
      var seen = getComputedStyle(from[at]);
      element.removeAttribute('style');
      kept.forEach(function (name) { element.setAttribute(name, seen.getPropertyValue(name)); });
      if (seen.display === 'none') element.setAttribute('display', 'none');
    });
    var wide = Math.round(size.width), high = Math.round(size.height);
    var outer = document.createElementNS(drawn.namespaceURI, 'svg');
    var view = picture.closest('.view');
    var lines = [[view.querySelector('h2, h3'), 20, 15, 600], [view.querySelector('.finding'), 40, 13, 400], [picture.querySelector('.source'), high + 72, 11, 400]];
    outer.setAttribute('role', 'img');
    outer.setAttribute('aria-label', picture.querySelector('[role=img]').getAttribute('aria-label'));
    outer.setAttribute('width', wide + 32);
    outer.setAttribute('height', high + 84);
    outer.setAttribute('viewBox', '0 0 ' + (wide + 32) + ' ' + (high + 84));
    function add(name, attributes, text) {
      var element = document.createElementNS(drawn.namespaceURI, name);
      Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
      if (text) element.textContent = text;
      outer.appendChild(element);
      return element;
    }
    add('rect', { width: '100%', height: '100%', fill: getComputedStyle(root).getPropertyValue('--surface') });
    lines.forEach(function (line) {
      if (line[0]) add('text', { x: 16, y: line[1], 'font-size': line[2], 'font-weight': line[3], 'font-family': style.fontFamily, fill: style.color }, line[0].textContent);
    });
    copy.setAttribute('x', 16);
    copy.setAttribute('y', 52);
    copy.setAttribute('width', wide);
    copy.setAttribute('height', high);
    copy.removeAttribute('style');
    outer.appendChild(copy);
    return outer;
  }

  function hand(address, name) {
    var link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    if (told) told.textContent = told.dataset.saved;
  }

  function save(picture, kind) {
    var outer = standalone(picture);
    var name = picture.closest('.view').id + '.' + kind;
    var address = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(new XMLSerializer().serializeToString(outer));
    if (kind === 'svg') return hand(address, name);
    var image = new Image();
    image.onload = function () {
      var canvas = document.createElement('canvas');
      canvas.width = 2 * outer.getAttribute('width');
      canvas.height = 2 * outer.getAttribute('height');
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      hand(canvas.toDataURL('image/png'), name);
    };
    image.src = address;
  }

  // ---- What only the service can show ----

  if (/^\/editions\//.test(location.pathname) && location.protocol.indexOf('http') === 0) {
    document.querySelectorAll('a[data-service]').forEach(function (link) {
      link.href = link.dataset.service;
      link.hidden = false;
    });
  }

  document.querySelectorAll('.tools').forEach(function (tools) { tools.hidden = false; });
  document.addEventListener('click', function (event) {
    var button = event.target.closest('button[data-save]');
    if (button) save(button.closest('.picture'), button.dataset.save);
  });

  // ---- Paper: what is on screen, as wide as the paper ----

  function drawn(what) {
    document.querySelectorAll('.chart').forEach(function (place) {
      var chart = window.echarts && echarts.getInstanceByDom(place);
      if (chart && place.clientWidth) what(chart, place);
    });
  }
  window.addEventListener('beforeprint', function () {
    drawn(function (chart, place) {
      var option = chart.getOption();
      var tall = option.series[0].type === 'sankey' || option.xAxis[0].type === 'value';
      place.dataset.height = place.style.height;
      if (!tall) place.style.height = paper.height + 'px';
      fit(chart, { width: paper.width, height: tall ? place.clientHeight : paper.height });
    });
  });
  window.addEventListener('afterprint', function () {
    drawn(function (chart, place) {
      place.style.height = place.dataset.height;
      fit(chart, { width: 'auto', height: 'auto' });
    });
  });
});

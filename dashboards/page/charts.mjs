// The parts of ECharts that the pages use, and no more: the whole library is nearly twice as heavy. `make build` bundles this
// file into assets/echarts.min.js. A chart of a new type needs its line here.
import { getInstanceByDom, init, use } from 'echarts/core';
import { BarChart, CustomChart, HeatmapChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

use([
  BarChart, CustomChart, HeatmapChart, LineChart, SankeyChart, ScatterChart,
  AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, VisualMapComponent,
  SVGRenderer
]);

window.echarts = { init, getInstanceByDom };

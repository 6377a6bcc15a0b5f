// The parts of ECharts that the pages use, and no more: the whole library is nearly twice as heavy. `make build` bundles this
// file into assets/echarts.min.js. A chart of a new type needs its line here.
import { getInstanceByDom, init, use } from 'echarts/core';
import { BarChart, CustomChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([
  BarChart, CustomChart, LineChart, SankeyChart, ScatterChart,
  AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent,
  LabelLayout, SVGRenderer
]);

window.echarts = { init, getInstanceByDom };

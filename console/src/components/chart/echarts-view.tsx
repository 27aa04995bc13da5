import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useStore } from '../../lib/store';
import { textSize } from '../../text-size';
import { type ChartData, type ChartPoint, chartOption } from './chart-data';

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

interface EChartsViewProps {
  label: string;
  data: ChartData;
  onDrill?: (point: ChartPoint) => void;
}

/** The drawing. The only file that imports ECharts, loaded when a chart is first shown. */
export default function EChartsView({ label, data, onDrill }: EChartsViewProps) {
  const size = useStore(textSize);
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const drill = useRef(onDrill);
  drill.current = onDrill;

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const made = init(element, undefined, { renderer: 'svg' });
    chart.current = made;
    made.on('click', ({ dataIndex, seriesIndex }) => {
      if (dataIndex !== undefined) drill.current?.({ category: dataIndex, series: seriesIndex ?? 0 });
    });
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.dispose();
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(chartOption(data, size), { notMerge: true });
  }, [data, size]);

  return <div ref={box} role="img" aria-label={label} style={{ height: '100%', cursor: onDrill && 'pointer' }} />;
}

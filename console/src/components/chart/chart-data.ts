import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type {
  AriaComponentOption,
  GridComponentOption,
  LegendComponentOption,
  TooltipComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import { chartColours, palette } from '../../palette';
import type { TextSize } from '../../text-size';
import { bodyPx } from '../../theme';

/** What a chart shows: a value per category and series; null where it is not known (or kept back). */
export interface ChartData {
  kind: 'line' | 'bar' | 'horizontalBar';
  /** What the categories are: 周, 事项. Heads the first column of the table. */
  categoryName: string;
  categories: readonly string[];
  series: readonly { name: string; values: readonly (number | null)[] }[];
  /** 次, 件, 分钟. */
  unit: string;
}

/** One point that was chosen, by mouse or from the table. */
export interface ChartPoint {
  category: number;
  series: number;
}

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | AriaComponentOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
>;

/** The data as ECharts draws it: flat, still, few lines, readable at the chosen text size. */
export function chartOption(data: ChartData, size: TextSize): ChartOption {
  const fontSize = bodyPx[size] - 1;
  const text = { color: palette.inkQuiet, fontSize };
  const isHorizontal = data.kind === 'horizontalBar';
  const hasLegend = data.series.length > 1;
  const names = {
    type: 'category' as const,
    data: [...data.categories],
    inverse: isHorizontal,
    axisLabel: text,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: palette.lineStrong } },
  };
  const values = {
    type: 'value' as const,
    minInterval: 1,
    ...(data.unit === '%' && { max: 100 }),
    name: isHorizontal ? undefined : data.unit,
    nameTextStyle: text,
    axisLabel: { ...text, show: !isHorizontal },
    splitLine: { show: !isHorizontal, lineStyle: { color: palette.line } },
  };
  const atEnd = { show: isHorizontal, position: 'right' as const, color: palette.ink, fontSize };
  return {
    animation: false,
    color: [...chartColours],
    aria: { enabled: true, decal: { show: hasLegend && data.kind !== 'line' } },
    grid: {
      left: 8,
      right: isHorizontal ? 56 : 24,
      top: (hasLegend ? 32 : 0) + (isHorizontal ? 0 : 32),
      bottom: 4,
      containLabel: true,
    },
    legend: { show: hasLegend, top: 0, left: 0, textStyle: { ...text, color: palette.ink }, icon: 'rect' },
    tooltip: {
      trigger: 'axis',
      textStyle: { color: palette.ink, fontSize },
      borderColor: palette.lineStrong,
      valueFormatter: (value) => (value === null || value === undefined ? '不详' : `${String(value)} ${data.unit}`),
    },
    xAxis: isHorizontal ? values : names,
    yAxis: isHorizontal ? names : values,
    series: data.series.map(({ name, values: points }) =>
      data.kind === 'line'
        ? { type: 'line', name, data: [...points], symbolSize: 7, lineStyle: { width: 2 }, triggerLineEvent: true }
        : { type: 'bar', name, data: [...points], barMaxWidth: 28, label: atEnd },
    ),
  };
}

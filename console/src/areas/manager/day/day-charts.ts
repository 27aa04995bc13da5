import { type DaySummaryView, laneNames, localMinutesOf, sayTimeOfDay } from '@yiyun/shared';
import type { ChartData } from '../../../components/chart/chart-data';

const timeOf = (at: number) => sayTimeOfDay(localMinutesOf(at));

/** The window-open rate through the day, with the line that it should reach. */
export function rateChart({ rateOverTime, rateFloorPercent }: DaySummaryView): ChartData {
  return {
    kind: 'line',
    categoryName: '时间',
    categories: rateOverTime.map(({ at }) => timeOf(at)),
    series: [
      { name: '窗口开设率', values: rateOverTime.map(({ percent }) => percent) },
      { name: `${rateFloorPercent}% 底线`, values: rateOverTime.map(() => rateFloorPercent) },
    ],
    unit: '%',
  };
}

/** Whether there were windows enough: how long it was below the line, and when first. */
export function rateAnswer({ rateOverTime, rateFloorPercent, windowOpenRate }: DaySummaryView): string {
  const known = rateOverTime.filter(({ percent }) => percent !== null);
  if (windowOpenRate === null || known.length === 0) return '这天没有应开的窗口。';
  const low = known.filter(({ percent }) => (percent ?? 0) < rateFloorPercent);
  const [first] = low;
  if (!first) return `全天 ${windowOpenRate}%，没有低于 ${rateFloorPercent}% 的时候。`;
  const minutes = low.length * 15;
  return `全天 ${windowOpenRate}%；约有 ${minutes} 分钟低于 ${rateFloorPercent}%，最早从 ${timeOf(first.at)} 起。`;
}

/** How many waited, through the day. */
export function crowdChart({ rateOverTime }: DaySummaryView): ChartData {
  return {
    kind: 'line',
    categoryName: '时间',
    categories: rateOverTime.map(({ at }) => timeOf(at)),
    series: [{ name: '等候人数', values: rateOverTime.map(({ waiting }) => waiting) }],
    unit: '人',
  };
}

/** When it was fullest. */
export function crowdAnswer({ rateOverTime }: DaySummaryView): string {
  const most = rateOverTime.reduce<(typeof rateOverTime)[number] | undefined>(
    (top, entry) => (!top || entry.waiting > top.waiting ? entry : top),
    undefined,
  );
  return !most || most.waiting === 0 ? '这天没有人等候。' : `${timeOf(most.at)} 最多，${most.waiting} 人同时等候。`;
}

/** Waits by lane: half of the people, four in five, the longest. */
export function waitChart({ waitMinutes }: DaySummaryView): ChartData {
  return {
    kind: 'bar',
    categoryName: '通道',
    categories: waitMinutes.map(({ lane }) => laneNames[lane]),
    series: [
      { name: '一半的人不超过', values: waitMinutes.map(({ median }) => median) },
      { name: '五个人里四个不超过', values: waitMinutes.map(({ p80 }) => p80) },
      { name: '最久', values: waitMinutes.map(({ longest }) => longest) },
    ],
    unit: '分钟',
  };
}

/** Who waited longest, and whether anybody waited beyond the bound of his lane. */
export function waitAnswer({ waitMinutes }: DaySummaryView): string {
  const [first, ...others] = waitMinutes;
  if (!first) return '这天没有叫过号。';
  const longest = others.reduce((a, b) => (b.longest > a.longest ? b : a), first);
  const over = waitMinutes.reduce((sum, { overBound }) => sum + overBound, 0);
  const words = over === 0 ? '没有人超过等候上限。' : `有 ${over} 人超过等候上限。`;
  return `等得最久的是${laneNames[longest.lane]}，${longest.longest} 分钟；${words}`;
}

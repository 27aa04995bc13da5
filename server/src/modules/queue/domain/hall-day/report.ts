import { laneNames, lanes, MINUTE_MS } from '@yiyun/shared';
import { type Compared, compared, type Study } from './study.js';

const names: Record<Compared, string> = {
  oneQueue: '纯一窗式：不分通道，先到先办',
  lanes: '默认规则：分通道，窗口不分',
  lanesApart: '分通道，复杂事项分窗口',
};
const all = Object.keys(compared) as Compared[];
const percent = (part: number, whole: number): string => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`);
const inMinutes = (ms: number): string => (ms / MINUTE_MS).toFixed(0);

/** Of the waits of tickets that could not be called at once, the share within P80. */
export const coverageOf = ({ withinP80, estimates }: Study): number => withinP80 / estimates;
export const breachesIn = ({ breaches }: Study): number => all.reduce((sum, rules) => sum + breaches[rules], 0);

/** What a study found, a line each. */
export function reportOf(study: Study): string[] {
  const { days, visits, estimates, withinP50, withinP80, allEstimates, allWithinP80 } = study;
  return [
    `模拟${days}个大厅日，共${visits}人次（每天${Math.round(visits / days)}人，7个窗口，其中5个可办复杂事项）`,
    '',
    `等候区间：${estimates}次估计中，实际等候在P80以内的占${percent(withinP80, estimates)}（目标75%–85%），在P50以内的占${percent(withinP50, estimates)}`,
    `（另有${allEstimates - estimates}次“马上叫到”未计入；计入后P80以内占${percent(allWithinP80, allEstimates)}）`,
    `超过上限仍让后到而未超时的人先办：${breachesIn(study)}次`,
    '',
    '同样的来人，三种规则相比（分钟）：',
    ...all.map((rules) => {
      const [simple, complex] = [study.simple[rules], study.complex[rules]];
      const text = (of: typeof simple) => `中位${of.quantile(0.5)}、九成以内${of.quantile(0.9)}`;
      return `  ${names[rules]}：简易事项${text(simple)}；复杂事项${text(complex)}`;
    }),
    '',
    '最长的一次等候（分钟）：',
    ...all.map((rules) => {
      const longest = lanes.map((lane) => `${laneNames[lane]}${inMinutes(study.longestMs[rules][lane])}`);
      return `  ${names[rules]}：${longest.join('，')}`;
    }),
  ];
}

import type { IntervalView } from '@yiyun/shared';

export interface WindowSeed {
  label: string;
  /** Categories of matters that are served there. */
  skills: readonly string[];
  /** Complex matters go there too. */
  servesComplex: boolean;
  /** Share of its time that is given out ahead, in per cent. */
  bookablePercent: number;
}
export interface HallSeed {
  /** From which the stable id is derived. */
  key: string;
  name: string;
  address: string;
  telephone: string;
  latitudeE6: number;
  longitudeE6: number;
  guide: string;
  windows: readonly WindowSeed[];
}

const morning: IntervalView = { fromMinutes: 8 * 60 + 30, toMinutes: 12 * 60 };
const afternoon: IntervalView = { fromMinutes: 13 * 60 + 30, toMinutes: 17 * 60 };
const workday = [morning, afternoon];

/** Monday to Friday with a lunch break, Monday first; the usual week of an office here. */
export const OFFICE_WEEK: readonly (readonly IntervalView[])[] = [workday, workday, workday, workday, workday, [], []];

/** Only the names of the offices are real; a demonstration must say so. */
export const HALL_SAMPLE_NOTE =
  '演示数据：机构名称真实，地址、坐标、窗口、名额和到达指引均为虚构，请勿据此前往。电话为全国统一的纳税缴费服务热线。';

const simple: readonly string[] = ['发票', '证明开具', '涉税查询', '社保非税'];
const complex: readonly string[] = ['信息报告', '税务行政许可', '其他'];
const every: readonly string[] = [...simple, ...complex, '咨询投诉'];

type Kind = Omit<WindowSeed, 'label' | 'bookablePercent'>;
const quick: Kind = { skills: simple, servesComplex: false };
const slow: Kind = { skills: complex, servesComplex: true };
const any: Kind = { skills: every, servesComplex: true };
/** Four fifths of the time for who books, the rest for who comes without. */
const windowsOf = (...kinds: [kind: Kind, count: number][]): WindowSeed[] =>
  kinds
    .flatMap(([kind, count]) => Array.from({ length: count }, () => kind))
    .map((kind, i) => ({ label: `${i + 1}号窗口`, ...kind, bookablePercent: 80 }));

export const demoHalls: readonly HallSeed[] = [
  {
    key: 'yinzhou',
    name: '国家税务总局宁波市鄞州区税务局办税服务厅',
    address: '浙江省宁波市鄞州区样例大道100号1楼',
    telephone: '12366',
    latitudeE6: 29_816_600,
    longitudeE6: 121_546_800,
    guide: '地铁样例站B口出，向东步行约5分钟。地下停车场凭预约短信免费停2小时。1楼大厅有自助办税机和母婴室。',
    windows: windowsOf([quick, 5], [slow, 6], [any, 1]),
  },
  {
    key: 'baizhang',
    name: '国家税务总局宁波市鄞州区税务局百丈税务所办税服务厅',
    address: '浙江省宁波市鄞州区百丈街道样例路28号',
    telephone: '12366',
    latitudeE6: 29_866_300,
    longitudeE6: 121_575_200,
    guide: '公交样例路口站下车即到。门前无停车位，请停在对面的公共停车场。',
    windows: windowsOf([quick, 4], [slow, 5], [any, 1]),
  },
  {
    key: 'jiangshan',
    name: '国家税务总局宁波市鄞州区税务局姜山税务所办税服务厅',
    address: '浙江省宁波市鄞州区姜山镇样例街6号',
    telephone: '12366',
    latitudeE6: 29_735_400,
    longitudeE6: 121_538_100,
    guide: '姜山镇客运站向北步行约8分钟。院内有停车位，入口处有无障碍坡道。',
    windows: windowsOf([quick, 3], [slow, 4], [any, 1]),
  },
];

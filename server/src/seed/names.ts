import { makeUscc } from '@yiyun/shared';
import { type Random, weighted, wholeBetween } from './lots.js';
import { pick } from './random.js';

/** Family names, the most frequent first. */
const FAMILY = [...'王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁'];
const FIRST = [...'晓文建志丽小海国玉春秀明永雪思佳子宇嘉伟俊雅婷慧'];
const LAST = [...'明华芳军敏静强磊洋艳勇娟涛超霞平刚辉玲飞红燕波斌琴萍宁杰倩琪'];

const PLACES = ['宁波', '宁波', '宁波鄞州', '宁波市鄞州区'];
const BRAND_FIRST = [...'禾甬泽润博恒嘉瑞安信诚海盛元和鼎鑫源启卓明东桥舟'];
const BRAND_LAST = [...'沐屿澜源茂晟拓程朗川越悦通达丰峰顺宸欣泰衡远'];
const TRADES =
  '贸易 餐饮管理 建材 纺织 五金制品 物流 信息科技 服饰 电子商务 机械制造 建筑工程 园林绿化 文化传媒 家居用品 食品 国际货运代理 企业管理咨询 装饰工程 汽车服务 塑料制品'.split(
    ' ',
  );
const STREETS = '百丈 东胜 明楼 白鹤 东柳 福明 下应 钟公庙 首南 中河 潘火 姜山 横溪 云龙 邱隘'.split(' ');
const SHOPS = '小吃店 便利店 五金店 理发店 水果店 餐饮店 服装店 文具店 花店 汽修店'.split(' ');

export interface EnterpriseName {
  name: string;
  uscc: string;
}

/** A person's name; one in four has a single given character. */
export function personName(random: Random): string {
  const family = weighted(random, FAMILY, (_, rank) => 1 / (rank + 5));
  const last = pick(random, LAST);
  return wholeBetween(random, 1, 4) === 1 ? family + last : family + pick(random, FIRST) + last;
}

/** A company, or for every fifth a shop, with a well-formed code that belongs to the serial, 0 … 999 999. */
export function enterpriseName(random: Random, serial: number): EnterpriseName {
  const brand = pick(random, BRAND_FIRST) + pick(random, BRAND_LAST);
  const shop = wholeBetween(random, 1, 5) === 1;
  const name = shop
    ? `鄞州区${pick(random, STREETS)}${brand}${pick(random, SHOPS)}`
    : `${pick(random, PLACES)}${brand}${pick(random, TRADES)}有限公司`;
  return { name, uscc: makeUscc(`${shop ? '92' : '91'}330212MA3${String(serial).padStart(6, '0')}`) };
}

import type { MatterSeed } from './matter-seed.js';

/** 税务行政许可 */
export const permitMatters: readonly MatterSeed[] = [
  {
    sourceCode: '11440000006941354C244012400200003',
    name: '对纳税人延期缴纳税款的核准',
    kind: '行政许可',
    documents: ['A13005《税务行政许可申请表》', '身份证件', '所有银行存款账户的对账单', ['代理委托书', '委托他人办理']],
    statutory: 20,
    promised: 10,
    courier: true,
    group: 'complex',
    minutes: 40,
    description: '遇到不可抗力，或者账上资金发完工资、缴完社保后不够缴税，可以在缴税期限之前申请推迟，最长三个月。',
    onlineHint: '可以在电子税务局提交申请并查看审批结果。',
    synonyms: ['延期缴税', '缓缴税款', '没钱缴税', '推迟缴税'],
  },
];

/** 社保非税 */
export const contributionMatters: readonly MatterSeed[] = [
  {
    sourceCode: '11440000006941354C244212406400002',
    name: '城乡居民社会保险费申报',
    kind: '公共服务',
    documents: ['本人身份证', ['代缴人身份证', '由他人代缴'], ['经办人身份证件', '由单位或村（社区）集中办理']],
    statutory: null,
    promised: null,
    group: 'simple',
    minutes: 10,
    description: '城乡居民缴纳基本养老保险费、基本医疗保险费，可以为自己缴，也可以为家人缴。',
    onlineHint: '可以用手机银行、支付宝、微信缴费，不必到厅。',
    synonyms: ['居民医保', '城乡居民养老保险', '交社保', '缴医保', '社保费'],
  },
];

/** 咨询投诉 */
export const adviceMatters: readonly MatterSeed[] = [
  {
    sourceCode: '11440000006941354C244212405400001',
    name: '纳税服务投诉处理',
    kind: '公共服务',
    documents: ['纳税人身份证件', ['经办人（代理人）身份证件', '委托他人办理'], ['委托代理书', '委托他人办理']],
    statutory: 1,
    promised: 1,
    group: 'simple',
    minutes: 20,
    description: '对税务人员的服务态度、服务质量不满意，或者认为权益受到侵害，可以投诉，税务机关调查后答复。',
    onlineHint: '也可以拨打12366，或者在电子税务局提交。',
    synonyms: ['投诉', '服务态度', '举报工作人员'],
  },
  {
    sourceCode: '11440000006941354C244212406200001',
    name: '网络咨询',
    kind: '公共服务',
    documents: [],
    statutory: 1,
    promised: null,
    group: 'simple',
    minutes: 10,
    counter: false,
    description: '在网上提出税费政策和办理方面的问题，由税务人员答复。',
    onlineHint: '可以在本小程序“语音互助”里提问，也可以在电子税务局留言。',
    synonyms: ['在线咨询', '网上提问', '留言咨询'],
  },
  {
    sourceCode: '11440000006941354C244212411500001',
    name: '电话咨询',
    kind: '公共服务',
    documents: [],
    statutory: 10,
    promised: 10,
    group: 'simple',
    minutes: 10,
    counter: false,
    description: '拨打12366纳税缴费服务热线，由人工解答税费政策和办理方面的问题；当时不能答复的，会回电。',
    onlineHint: '请拨打12366。',
    synonyms: ['12366', '打电话咨询', '税务热线', '人工客服'],
  },
];

/** 其他 */
export const otherMatters: readonly MatterSeed[] = [
  {
    sourceCode: '11440000006941354C244212401600102',
    name: '银税三方（委托）划缴协议',
    kind: '公共服务',
    documents: [],
    statutory: 1,
    promised: 1,
    group: 'simple',
    minutes: 15,
    description: '纳税人、银行、税务机关三方签订协议，以后申报的税款从约定的银行账户自动划缴。',
    onlineHint: '多数银行可以在电子税务局在线签订，当时生效。',
    synonyms: ['三方协议', '扣税账户', '自动扣款', '委托划缴', '换扣税银行'],
  },
  {
    sourceCode: '11440000006941354C244212402700101',
    name: '税务证件增补发',
    kind: '公共服务',
    documents: ['《税务证件增补发报告表》', ['损毁的税务证件', '证件损毁']],
    statutory: 1,
    promised: 1,
    group: 'simple',
    minutes: 15,
    description: '税务登记证、发票领用簿等税务证件遗失、损毁，或者需要增加时，申请补发。',
    onlineHint: '可以在电子税务局提交申请。',
    synonyms: ['税务登记证丢了', '补办税务证', '证件遗失', '补发'],
  },
  {
    sourceCode: '11440000006941354C244212405300001',
    name: '中国居民（国民）申请启动税务相互协商程序',
    kind: '公共服务',
    documents: ['启动税收协定相互协商程序申请表', ['税收协定相互协商程序异议申请表', '对结果有异议']],
    statutory: 15,
    promised: 15,
    group: 'complex',
    minutes: 60,
    description: '认为境外税务机关的征税不符合税收协定，请国家税务总局与对方协商解决。',
    onlineHint: '可以先在网上提交申请表，由税务机关联系补充材料。',
    synonyms: ['税收协定', '双重征税', '境外多缴税', '相互协商'],
  },
];

/**
 * The wordings of the tax counter, as data. One line a term: the term we keep, then what people say instead. A long
 * official name gives way to its short form, or its many characters would outweigh the rest of a question.
 * Numbers stand in digits here because {@link normalise} unifies them before it looks words up.
 */
const SYNONYM_LINES = `
个人所得税: 个税 个所税 工资税
企业所得税: 企税 企所税
专票: 增值税专用发票 增值税专票 增专票 专用发票
普票: 增值税普通发票 增值税普票 普通发票
数电发票: 全面数字化电子发票 全电发票 数电票 全电票
汇算清缴: 年度汇算清缴 综合所得汇算清缴 综合所得年度汇算 年度汇算 汇算 汇缴
纳税申报: 申报纳税 申报税款 报税
缴税: 缴纳税款 缴税款 交税款 交税 上税
小规模: 小规模纳税人 小规模企业 小规模公司
一般纳税人: 一般人
小微企业: 小型微利企业 小型微利 小微
个体工商户: 个体户 个体工商 个体
专项扣除: 专项附加扣除 附加扣除
房贷: 住房贷款利息 首套房贷利息 住房贷款 房贷利息
住房租金: 租房 房租 租金
赡养老人: 赡养父母 养老人 养父母
子女: 小孩子 小孩 孩子 宝宝 娃娃 娃
婴幼儿: 婴儿 幼儿
城建税: 城市维护建设税
居民证明: 税收居民身份证明 税收居民证明 居民身份证明
完税证明: 税收完税证明 完税凭证 缴税凭证 缴税证明
纳税记录: 个人所得税纳税清单 个税纳税清单 个人所得税清单 个税清单 纳税清单 缴税记录
三方协议: 银税三方协议 三方划缴协议 委托划缴协议 银税协议
注销: 注销税务登记 注销登记 税务注销 注销税务
停业: 停业登记 暂停营业 报停 歇业
延期缴税: 延期缴纳税款 延期缴纳 延期交税 延缓缴税 推迟缴税 推迟交税 缓缴 缓税 缓交
定额: 核定税额 核定定额 核定额 纳税定额
专票开票限额: 专票限额 专票额度 专用发票限额
开票限额: 发票最高开票限额 最高开票限额 发票限额 开票额度 发票额度
逾期: 未按期 未按时 没按期 没按时 过期 超期
申报期: 申报期限 报税期 征收期 征期
截止日期: 截止时间 最后期限 最后1天 截止
罚款: 行政处罚 处罚 罚钱
真伪: 真假
鉴定: 辨别
税率: 几个点 多少个点 征收率
税务局: 国家税务局 地方税务局 税务机关 国税局 地税局 税局
办税服务厅: 办税大厅 税务大厅 服务大厅 办税厅 大厅
电子税务局: 网上税务局 电税局
营业执照: 执照
身份证件: 身份证
税号: 纳税人识别号 统一社会信用代码
法定代表人: 法人代表 法人
材料: 资料 手续
首套房: 首套住房 第1套房子 第1套房
2套房: 2套住房 第2套房子 第2套房
平方米: 平米 平方
提高: 调高 增加 调大 提升
降低: 调低 减少 调小
本月: 这个月 当月
什么时候: 什么时间 啥时候 啥时间 到哪1天 哪1天 哪天 何时 几时 几号
怎么: 怎么样 怎样 如何 咋样 咋
什么: 哪些 啥
哪里: 什么地方 在哪里 去哪里 到哪里 在哪儿 去哪儿 到哪儿 在哪 去哪 到哪 哪儿
多少: 多少钱
账: 帐
`;

/** What is said around a question and carries none of it. */
const FILLER_WORDS = `
请问一下 请问下 请问 请教一下 请教下 请教 想咨询一下 想咨询 咨询一下 咨询下 想问一下 想问下 想问 问一下 问下
您好 你好 老师 各位 大家好 谢谢您 谢谢你 谢谢 多谢 感谢 麻烦您 麻烦你 麻烦问 我想知道 想知道 想了解 了解一下
帮忙看看 帮忙看一下 一下 到底 究竟 那个 就是说 是这样的 现在 目前 急急急 在线等
吗 呢 啊 呀 吧 嘛 哦 噢 呗 啦 嗯 呃 哈 的 了
`;

/** Words that are only themselves, though another wording stands inside them (提交税务局 is no 交税). */
const PROTECTED_WORDS = '手续费 厂房租金 提交 交税务 识别号 定额发票';

const words = (line: string): string[] => line.split(/\s+/).filter((word) => word !== '');

/** Kept term → other wordings of it. */
export const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  SYNONYM_LINES.trim()
    .split('\n')
    .map((line) => line.split(':') as [string, string])
    .map(([term, others]) => [term, words(others)]),
);

export const PROTECTED: readonly string[] = words(PROTECTED_WORDS);

export const FILLERS: readonly string[] = words(FILLER_WORDS);

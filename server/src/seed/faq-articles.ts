/** How far an article may be relied on: as published, as a sample from elsewhere, or only after the office checked it. */
export type FaqStanding = 'published' | 'sample' | 'recheck';

/** A question that halls are asked again and again, with its answer in our own words. */
export interface FaqArticle {
  id: string;
  question: string;
  answer: string;
  /** Other ways in which people ask it. */
  asks: readonly string[];
  /** The rule or guide that the answer restates. */
  source: string;
  standing: FaqStanding;
  /** Local date from which the answer holds; absent where the source gives none. */
  validFrom?: string;
  /** Local date of the last day on which it holds. */
  validUntil?: string;
}

const GUANGDONG_GUIDE = '国家税务总局广东省税务局办事指南（广东政务服务网，2021年）';
const SETTLEMENT_NOTICE =
  '国家税务总局2025年度个人所得税综合所得汇算公告（据 cnjsjy.cn 文章597396、guilinlife.com 2026-02-08 转述）';

export const FAQ_ARTICLES: readonly FaqArticle[] = [
  {
    id: 'itx-when',
    question: '2025年度个人所得税汇算什么时候办',
    answer:
      '办理时间是2026年3月1日到6月30日；3月1日到20日办理的要先在个人所得税APP预约（2月25日起可约），3月21日起随时可办。',
    asks: ['今年个税汇算几号开始几号截止', '年度汇算要预约吗', '退税什么时候可以申请', '个税汇算哪天之前要办完'],
    source: SETTLEMENT_NOTICE,
    standing: 'published',
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
  },
  {
    id: 'itx-no',
    question: '哪些人不用办个税年度汇算',
    answer:
      '已依法预缴且符合任一情形的不用办：全年综合所得收入不超过12万元；需要补的税不超过400元；预缴税额与应纳税额一致；能退税但不申请退税。',
    asks: [
      '收入不到12万还要不要汇算',
      '补税三百多可以不补吗',
      '什么情况可以不做年度汇算',
      '我不想退税是不是就不用办了',
    ],
    source: SETTLEMENT_NOTICE,
    standing: 'published',
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
  },
  {
    id: 'itx-must',
    question: '哪些人必须办个税年度汇算',
    answer: '两种情形：预缴的税多于应纳税额并且想申请退税；全年综合所得收入超过12万元并且要补的税超过400元。',
    asks: ['收入超过12万要补税的必须办汇算吗', '多交了个税怎么退回来', '什么人要做个税汇算清缴'],
    source: SETTLEMENT_NOTICE,
    standing: 'published',
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
  },
  {
    id: 'vat-small',
    question: '小规模纳税人多少销售额以内免征增值税',
    answer: '月销售额不超过10万元（按季申报不超过30万元）的免征增值税；政策写明执行到2027年12月31日。',
    asks: [
      '小规模一个季度开票三十万要交税吗',
      '每月销售不到十万还用交增值税不',
      '小规模免税额度是多少',
      '个体户一个季度多少钱以下不交增值税',
    ],
    source: '财政部 税务总局公告2023年第19号',
    standing: 'recheck',
    validFrom: '2023-01-01',
    validUntil: '2027-12-31',
  },
  {
    id: 'vat-1',
    question: '小规模纳税人征收率是多少',
    answer: '适用3%征收率的应税销售收入减按1%征收；政策写明执行到2027年12月31日。',
    asks: ['小规模现在按1个点交税吗', '超过免税额度以后按几个点交', '小规模增值税率几个点'],
    source: '财政部 税务总局公告2023年第19号',
    standing: 'recheck',
    validFrom: '2023-01-01',
    validUntil: '2027-12-31',
  },
  {
    id: 'six-two',
    question: '六税两费减半对谁适用',
    answer:
      '增值税小规模纳税人、小型微利企业和个体工商户，可减半缴资源税（不含水资源税）、城建税、房产税、城镇土地使用税、印花税（不含证券交易）、耕地占用税和教育费附加、地方教育附加，执行到2027年底。',
    asks: ['小微企业印花税可以减半吗', '六税两费优惠怎么享受', '个体户房产税能减半不'],
    source: '财政部 税务总局公告2023年第12号',
    standing: 'published',
    validFrom: '2023-01-01',
    validUntil: '2027-12-31',
  },
  {
    id: 'small-profit',
    question: '小型微利企业要符合什么条件',
    answer:
      '从事国家非限制和禁止行业，并且同时满足：年应纳税所得额不超过300万元、从业人数不超过300人、资产总额不超过5000万元。',
    asks: ['我们公司算不算小微企业', '小微企业的人数和资产标准', '所得税优惠小型微利怎么认定'],
    source: '财政部 税务总局公告2023年第12号',
    standing: 'published',
    validUntil: '2027-12-31',
  },
  {
    id: 'ded',
    question: '个税专项附加扣除有哪些、各扣多少',
    answer:
      '子女教育、3岁以下婴幼儿照护每个孩子每月2000元；赡养老人每月3000元；首套房贷利息每月1000元；住房租金按城市每月800至1500元；继续教育每月400元或取证当年3600元；大病医疗据实限额扣除。',
    asks: [
      '养孩子每个月能抵多少个税',
      '房贷利息每月可以扣多少',
      '赡养父母个税扣除标准',
      '租房能抵扣多少个人所得税',
      '三岁以下小孩扣除多少',
    ],
    source: '《国务院关于提高个人所得税有关专项附加扣除标准的通知》（国发〔2023〕13号）等',
    standing: 'published',
    validFrom: '2023-01-01',
  },
  {
    id: 'first',
    question: '第一次逾期申报会不会罚款',
    answer:
      '清单内事项首次发生、危害后果轻微，并在税务机关发现前主动改正或在责令期限内改正的，不予行政处罚；总局两批清单共14项，含逾期申报。',
    asks: ['忘记申报了会罚款吗', '首违不罚包括哪些', '逾期几天申报要交罚款不', '第一次没按时报税怎么办'],
    source: '国家税务总局公告2021年第6号、第33号（“首违不罚”事项清单）',
    standing: 'published',
    validFrom: '2022-01-01',
  },
  {
    id: 'cal',
    question: '这个月申报截止到哪一天',
    answer:
      '按月、按季期满后15日内申报的税种，遇节假日顺延；以当年征期日历为准（2026年：1月20日、2月24日、3月16日、4月20日、5月22日、6月15日、7月15日、8月17日、9月15日、10月26日、11月16日、12月15日）。',
    asks: ['本月征期到几号', '报税最后一天是哪天', '国庆放假申报期顺延到什么时候', '增值税申报截止日期'],
    source: '税总办征科函〔2025〕64号（2026年度申报纳税期限）',
    standing: 'published',
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
  },
  {
    id: 'limit',
    question: '怎么提高增值税专用发票最高开票限额',
    answer:
      '属于税务行政许可，交税务行政许可申请表、最高开票限额申请单和经办人身份证件（代办另交委托书）；法定20个工作日。',
    asks: ['专票限额不够用了怎么调', '开票额度想提高到百万要什么手续', '申请增加发票限额要多少天'],
    source: GUANGDONG_GUIDE,
    standing: 'sample',
  },
  {
    id: 'dk-zp',
    question: '代开增值税专用发票要带什么',
    answer: '代开增值税发票缴纳税款申报单、经办人身份证件、营业执照等登记证件。',
    asks: ['去大厅代开专票带什么材料', '个体户代开专用发票需要哪些资料', '代开专票流程'],
    source: GUANGDONG_GUIDE,
    standing: 'sample',
  },
  {
    id: 'defer',
    question: '资金困难能不能延期缴税',
    answer: '可申请对延期缴纳税款的核准：税务行政许可申请表、所有银行账户对账单、身份证件；法定20个工作日。',
    asks: ['没钱交税可以缓一缓吗', '延期缴纳税款怎么申请', '公司账上没钱税款能晚点交不'],
    source: GUANGDONG_GUIDE,
    standing: 'sample',
  },
  {
    id: 'quota',
    question: '定额户怎么调整定额',
    answer: '申请对变更纳税定额的核准：税务行政许可申请表、变更定额的证明材料、身份证件；法定20个工作日。',
    asks: ['定额太高了想调低', '个体户核定税额怎么改', '生意不好能不能降低定额'],
    source: GUANGDONG_GUIDE,
    standing: 'sample',
  },
  {
    id: 'stop',
    question: '个体户暂停营业怎么办停业',
    answer: '交停业复业报告书和税务登记证件，资料齐全的当场办结；恢复经营时再办复业登记。',
    asks: ['店关一段时间要去税务局报停吗', '停业登记怎么办', '想暂时歇业税务怎么处理'],
    source: GUANGDONG_GUIDE,
    standing: 'sample',
  },
  {
    id: 'cancel',
    question: '税务注销当场能办吗',
    answer: '符合条件的可即时办理：交清税申报表，按情形另附证明文件，资料齐全当场办结。',
    asks: ['公司不开了怎么注销税务', '清税证明怎么开', '注销税务登记要多久'],
    source: GUANGDONG_GUIDE,
    standing: 'sample',
  },
  {
    id: 'cert',
    question: '完税证明怎么开',
    answer: '凭营业执照等登记证件或本人有效身份证明开具，资料齐全当场办结，也可网上开具。',
    asks: ['哪里打印完税证明', '开税收完税证明要带什么', '缴税凭证丢了能补开吗'],
    source: GUANGDONG_GUIDE,
    standing: 'sample',
  },
  {
    id: 'itx-rec',
    question: '个人所得税纳税记录怎么打印',
    answer: '本人凭身份证件开具；委托他人的另交受托人身份证件和书面授权。',
    asks: ['买房要个税纳税证明去哪开', '个税清单怎么打', '帮家人打印纳税记录要什么'],
    source: GUANGDONG_GUIDE,
    standing: 'sample',
  },
  {
    id: 'resident',
    question: '中国税收居民身份证明多久能开',
    answer: '交申请表和相应合同、登记资料，法定20个工作日，承诺期以当地公布为准。',
    asks: ['税收居民身份证明怎么申请', '境外要居民证明找谁开'],
    source: GUANGDONG_GUIDE,
    standing: 'sample',
  },
  {
    id: 'tri',
    question: '三方协议在哪里签',
    answer: '企业和个人都可网上签订银税三方（委托）划缴协议，当场生效。',
    asks: ['扣税的银行账户怎么绑定', '银税三方协议怎么办', '换了开户行三方协议要重签吗'],
    source: GUANGDONG_GUIDE,
    standing: 'sample',
  },
  {
    id: 'fake',
    question: '发票真假怎么鉴定',
    answer: '可自助查验；要税务机关鉴定的交待鉴定发票（或复印件、电子数据）和身份证件，单位另交介绍信。',
    asks: ['怀疑收到假发票怎么办', '怎么查发票是不是真的', '发票真伪鉴定要什么材料'],
    source: GUANGDONG_GUIDE,
    standing: 'sample',
  },
  {
    id: 'query',
    question: '想查自己的涉税信息怎么申请',
    answer: '填涉税信息查询申请表，带经办人身份证件；法定20个工作日。',
    asks: ['查询以前的纳税信息要什么手续', '公司历年缴税情况在哪查'],
    source: GUANGDONG_GUIDE,
    standing: 'sample',
  },
  {
    id: 'complain',
    question: '对税务人员服务不满意去哪投诉',
    answer: '可向本级税务机关、12366提出纳税服务投诉，说明事实并留联系方式；每件都要答复。',
    asks: ['窗口态度不好怎么投诉', '投诉税务局打什么电话', '办事太慢找谁反映'],
    source: GUANGDONG_GUIDE,
    standing: 'sample',
  },
  {
    id: 'deed',
    question: '买首套房契税多少',
    answer: '家庭唯一住房140平方米及以下按1%；第二套140平方米以上按2%等分档，具体以现行公告为准。',
    asks: ['第一套房子交多少契税', '140平以下契税几个点', '二套房契税税率'],
    source: '现行契税优惠公告（转述，尚未核对原文）',
    standing: 'recheck',
  },
  {
    id: 'urban',
    question: '城建税税率是多少',
    answer: '按纳税人所在地：市区7%，县城、镇5%，其他1%。',
    asks: ['城市维护建设税几个点', '郊区乡镇城建税是5%还是7%'],
    source: '《中华人民共和国城市维护建设税法》第四条',
    standing: 'published',
    validFrom: '2021-09-01',
  },
  {
    id: 'build',
    question: '建筑工程要向税务局报告吗',
    answer: '建筑业项目报告，交建筑业工程项目登记表等；完工后办注销建筑业项目报告。',
    asks: ['外地工地施工税务要备案吗', '建筑项目报告怎么填报'],
    source: GUANGDONG_GUIDE,
    standing: 'sample',
  },
];

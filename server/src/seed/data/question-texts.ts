/** What people ask that the knowledge base doesn't cover yet. */
export const uncoveredQuestions: readonly string[] = [
  '自然人转让股权个人所得税在哪里申报',
  '股权转让个税怎么算',
  '跨境电商出口退税要准备什么资料',
  '残保金今年什么时候申报',
  '工会经费在哪里交',
  '数电发票额度不够怎么调',
  '发票额度怎么临时调高',
  '二手房交易要交哪些税',
  '卖房子个税怎么交',
  '公司注销前库存商品要不要交税',
];

/** An honest answer where it depends on the papers. */
export const uncoveredAnswer =
  '这个问题要看具体合同和凭证才能答复准确。请把资料带到就近的办税服务厅，或拨打12366由专人核实；核实后我们会把答案补进知识库。';

export const greetings: readonly string[] = ['您好，', '您好！', '', '纳税人您好：', '感谢提问。'];

export const followUps: readonly string[] = [
  '谢谢，那需要带哪些原件？',
  '我这种情况也适用吗？公司是去年成立的。',
  '可以在电子税务局上办吗，还是一定要到窗口？',
  '如果已经过了期限怎么办？',
];

/** Short searches, as people type them. */
export const visitorSearches: readonly string[] = [
  '免税额度',
  '完税证明',
  '退税',
  '个税',
  '发票额度',
  '社保',
  '注销',
  '残保金',
  '股权转让',
  '出口退税',
  '滞纳金',
  '征期',
];

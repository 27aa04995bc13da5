/** Results of a case as an officer words them, by category of the matter; the last list serves the others. */
const outcomes: Readonly<Record<string, readonly string[]>> = {
  发票: ['已按申请开具，发票当场交付。', '核对无误，已开具并交付。', '已核准，可在电子税务局查看。'],
  证明开具: ['证明已开具，一式一份，当场领取。', '已开具并加盖印章，共两份。', '电子证明已生成，可在电子税务局下载。'],
  涉税查询: ['查询结果已打印交付。', '已按申请提供查询结果。'],
  社保非税: ['信息已核对并登记，可以正常缴费。', '已办理，缴费凭证当场领取。'],
  税务行政许可: ['经审核符合条件，准予许可，决定书已送达。', '经审核符合规定，准予办理。'],
};
const otherOutcomes: readonly string[] = [
  '资料齐全，已登记办结。',
  '审核通过，登记信息已更新。',
  '已受理并登记，回执当场交付。',
];

export const outcomesOf = (category: string): readonly string[] => outcomes[category] ?? otherOutcomes;

export const correctionRequests: readonly string[] = [
  '经办人身份证件复印件不清晰，请重新提供。',
  '申请表缺少企业公章，请盖章后补交。',
  '委托书未写明委托事项和期限，请补充。',
  '合同复印件缺最后一页，请补齐。',
  '表中金额与所附凭证不一致，请核对后更正。',
  '缺少上一年度财务报表，请补充。',
];
export const correctionAnswers: readonly string[] = [
  '已重新扫描，原件今天送到窗口。',
  '已盖章，由同事送到原窗口。',
  '委托书已重写，写明了事项和期限。',
  '缺的一页已补上，请查收。',
  '金额已核对更正，差额是运费。',
  '财务报表已补交，请继续办理。',
];
export const caseDeclineReasons: readonly string[] = [
  '主管税务机关不在本区，请到登记地税务机关办理。',
  '不属于此事项的适用情形，请按一次性告知单另行申请。',
  '经核对，该事项已在电子税务局办结，无需重复办理。',
  '法定材料不齐且当日无法补正，已出具一次性告知单，请备齐后再来。',
];

import type { MatterSeed } from './matter-seed.js';
import { filingMatters } from './matters-filing.js';
import { invoiceMatters } from './matters-invoice.js';
import { adviceMatters, contributionMatters, otherMatters, permitMatters } from './matters-other.js';
import { enquiryMatters, proofMatters } from './matters-proof.js';
import { registrationMatters } from './matters-report.js';

/**
 * 41 real matters of a tax office. Names, codes, materials and limits: repository Clarence-Kong/QABasedOnPolicyKnowledgeGraph,
 * data/policy.json (MIT licence), which collected the guides that the tax authority of Guangdong had published by 2021.
 * Descriptions, hints, other names, groups, minutes and the situations in which a material is needed are our own.
 */
export const matterCategories: readonly (readonly [category: string, matters: readonly MatterSeed[]])[] = [
  ['发票', invoiceMatters],
  ['证明开具', proofMatters],
  ['涉税查询', enquiryMatters],
  ['信息报告', [...registrationMatters, ...filingMatters]],
  ['税务行政许可', permitMatters],
  ['社保非税', contributionMatters],
  ['咨询投诉', adviceMatters],
  ['其他', otherMatters],
];

/** Said wherever a person could take a sample value for the local rule. */
export const MATTER_SAMPLE_NOTE =
  '事项编码和承诺天数取自广东省2021年公开的办事指南，仅作样例；材料的适用情形和办理时长由本系统整理。请以本地税务机关公布的为准。';

import type { RulesFor } from '../rules.js';
import { get, type Page, type PageQuery, pageRules } from './route.js';

/** A step in the life of one thing, as its parties see it. */
export interface TimelineEntry {
  at: number;
  /** e.g. `AppointmentConfirmed`; see the record's kinds in docs/architecture.md. */
  kind: string;
  /** The step in plain words. */
  text: string;
  /** Who did it, as the reader may know it: 您, 窗口工作人员 王*, 系统. */
  by: string;
}
/** One interaction as the record keeps it; what a person may check. */
export interface RecordEntryView extends TimelineEntry {
  id: string;
  streamId: string;
  streamVersion: number;
  terminal: string;
  /** What it is about, e.g. `appointment` and its id; for links. */
  subjectKind: string;
  subjectId: string;
  /** The hash that the next entry builds on; hexadecimal. */
  entryHash: string;
}

export interface RecordQuery extends PageQuery {
  streamId: string;
}
export const recordQueryRules = {
  ...pageRules,
  streamId: { kind: 'string', min: 3, max: 60, pattern: /^[a-zA-Z-]+:[0-9A-Za-z-]+$/, label: '记录编号' },
} as const satisfies RulesFor<RecordQuery>;

export interface RecordNumberQuery {
  referenceNo: string;
}
export const recordNumberRules = {
  referenceNo: { kind: 'string', max: 20, format: 'referenceNo', label: '编号' },
} as const satisfies RulesFor<RecordNumberQuery>;

export const records = {
  mine: get<{ query: PageQuery; result: Page<RecordEntryView> }>()('/me/records', {
    access: 'citizen',
    summary: '我的服务记录',
    query: pageRules,
  }),
  stream: get<{ query: RecordQuery; result: Page<RecordEntryView> }>()('/manager/records', {
    access: 'manager',
    summary: '一件事的全过程记录',
    query: recordQueryRules,
  }),
  find: get<{ query: RecordNumberQuery; result: { streamId: string } }>()('/manager/records/by-number', {
    access: 'manager',
    summary: '按预约号、回执号或提问编号找到记录',
    query: recordNumberRules,
  }),
} as const;

import type { RecordedTable } from './modules/records/index.js';

const calendar =
  "(SELECT 'china' AS id, MAX(version) AS version FROM calendar_version HAVING MAX(version) IS NOT NULL)";
const articles = "(SELECT * FROM knowledge_item WHERE kind = 'article')";

/** Every table whose rows have a history in the record, with the streams that hold it. */
export const recordedTables: readonly RecordedTable[] = [
  { title: '纳税人账户', table: 'citizen', stream: 'citizen-account' },
  { title: '工作人员', table: 'staff', stream: 'staff-account' },
  { title: '办税服务厅', table: 'hall', stream: 'hall' },
  { title: '工作日历', table: calendar, stream: 'calendar' },
  { title: '办事目录', table: 'matter', stream: 'matter' },
  { title: '预约', table: 'appointment', stream: 'appointment' },
  { title: '号票', table: 'ticket', stream: 'ticket' },
  { title: '窗口', table: 'window_status', stream: 'window' },
  { title: '排队规则', table: 'queue_policy', stream: 'queue-policy' },
  { title: '预约规则', table: 'booking_policy', stream: 'policy' },
  { title: '候补', table: 'waitlist_entry', stream: 'waitlist' },
  { title: '爽约与取消记录', table: 'strike', stream: 'strike' },
  { title: '办件', table: 'service_case', stream: 'case' },
  { title: '停办', table: 'disruption', stream: 'disruption' },
  { title: '受停办影响者', table: 'affected_party', stream: 'affected' },
  { title: '公告', table: 'notice', stream: 'notice' },
  { title: '提问', table: 'help_request', stream: 'help' },
  { title: '录音', table: 'voice_clip', stream: 'voice' },
  { title: '知识库文章', table: articles, stream: 'article' },
];

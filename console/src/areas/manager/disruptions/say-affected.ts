import type { DisruptionPreview } from '@yiyun/shared';

/** Whom a closure affects, in one sentence. */
export function sayAffected({ affected, waiting, slotsClosed }: DisruptionPreview): string {
  const people = affected === 0 ? '没有已约好的人受影响' : `${affected} 个预约要改约`;
  const queue = waiting === 0 ? '' : `，厅里还有 ${waiting} 人在等叫号`;
  return `${people}${queue}，关闭 ${slotsClosed} 个时段。`;
}

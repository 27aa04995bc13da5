import type { DisruptionPreview } from '@yiyun/shared';

/** Whom a closure affects, in one sentence. */
export function sayAffected({ affected, waiting, slotsClosed }: DisruptionPreview): string {
  const people = affected === 0 ? '没有已约好的人受影响' : `${affected} 个预约要改约`;
  const queue = waiting === 0 ? '' : `，${waiting} 人正在候补这段时间`;
  return `${people}${queue}，关闭 ${slotsClosed} 个时段。`;
}

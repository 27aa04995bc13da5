import type { StaffMeView, StaffRole } from '@yiyun/shared';
import { hasRole } from '../session/me';

export interface MenuItem {
  path: string;
  label: string;
  combo: string;
  roles: readonly StaffRole[];
}

/** A part of the console: its pages are listed together in the side menu. */
export interface Area {
  title: string;
  items: readonly MenuItem[];
}

/** Who may open what, as the server's access table has it. */
export const rights = {
  hall: ['officer', 'manager'],
  counter: ['officer'],
  questions: ['officer', 'expert', 'manager'],
  insights: ['manager'],
  settings: ['manager', 'admin'],
} as const satisfies Record<string, readonly StaffRole[]>;

const areas: readonly Area[] = [
  {
    title: '柜台',
    items: [
      { path: '/counter/board', label: '当日看板', combo: 'alt+w', roles: rights.hall },
      { path: '/counter/desk', label: '导税台', combo: 'alt+t', roles: rights.counter },
      { path: '/counter/today', label: '今日工作台', combo: 'alt+1', roles: rights.hall },
      { path: '/counter/appointments', label: '预约', combo: 'alt+2', roles: rights.hall },
      { path: '/counter/tickets', label: '号票', combo: 'alt+h', roles: rights.hall },
      { path: '/counter/cases', label: '办件', combo: 'alt+3', roles: rights.hall },
      { path: '/counter/questions', label: '咨询', combo: 'alt+4', roles: rights.questions },
      { path: '/counter/calls', label: '电话联系', combo: 'alt+l', roles: rights.counter },
    ],
  },
  {
    title: '管理',
    items: [
      { path: '/manager/day', label: '一天的情况', combo: 'alt+i', roles: rights.insights },
      { path: '/manager/disruptions', label: '停办', combo: 'alt+u', roles: rights.insights },
      { path: '/manager/capacity', label: '号源日历', combo: 'alt+y', roles: rights.settings },
      { path: '/manager/booking-policies', label: '预约规则', combo: 'alt+e', roles: rights.insights },
      { path: '/manager/queue-policy', label: '排队规则', combo: 'alt+v', roles: rights.insights },
      { path: '/manager/appeals', label: '爽约申诉', combo: 'alt+f', roles: rights.insights },
      { path: '/manager/hot-questions', label: '热点问题', combo: 'alt+5', roles: rights.insights },
      { path: '/manager/notices', label: '通知公告', combo: 'alt+6', roles: rights.insights },
      { path: '/manager/records', label: '服务记录', combo: 'alt+7', roles: rights.insights },
      { path: '/manager/halls', label: '办税服务厅', combo: 'alt+8', roles: rights.settings },
      { path: '/manager/calendar', label: '工作日历', combo: 'alt+9', roles: rights.settings },
      { path: '/manager/staff', label: '工作人员', combo: 'alt+0', roles: rights.settings },
    ],
  },
];

/** The menu of one person: only what that person may open. */
export const menuOf = (me: StaffMeView): Area[] =>
  areas
    .map(({ title, items }) => ({ title, items: items.filter(({ roles }) => hasRole(me, roles)) }))
    .filter(({ items }) => items.length > 0);

/** The first page that the person may open. */
export const homeOf = (me: StaffMeView): string => menuOf(me)[0]?.items[0]?.path ?? '/account/password';

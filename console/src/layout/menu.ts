import type { Role } from '../session/session';

export interface MenuItem {
  path: string;
  label: string;
  combo: string;
}

/** A part of the console for some roles: its pages are listed together in the side menu. */
export interface Area {
  title: string;
  roles: readonly Role[];
  items: readonly MenuItem[];
}

export const areas: readonly Area[] = [
  {
    title: '柜台',
    roles: ['officer', 'expert', 'manager', 'admin'],
    items: [
      { path: '/counter/appointments', label: '预约', combo: 'alt+1' },
      { path: '/counter/cases', label: '办件', combo: 'alt+2' },
      { path: '/counter/questions', label: '咨询', combo: 'alt+3' },
    ],
  },
  {
    title: '管理',
    roles: ['manager', 'admin'],
    items: [
      { path: '/manager/hot-questions', label: '热点问题', combo: 'alt+4' },
      { path: '/manager/notices', label: '通知公告', combo: 'alt+5' },
      { path: '/manager/halls', label: '办税厅', combo: 'alt+6' },
      { path: '/manager/staff', label: '人员', combo: 'alt+7' },
    ],
  },
];

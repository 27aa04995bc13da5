import { makeUscc, type StaffRole } from '@yiyun/shared';
import type { EnterpriseClaim } from '../modules/identity/index.js';
import type { DemoEnterprise } from '../platform/gateways/index.js';

/** Everybody may know it: production refuses to start with an account that has it. */
export const DEMO_PASSWORD = 'yiyun-demo-2026';

export interface DemoStaff {
  account: string;
  name: string;
  roles: StaffRole[];
  /** Keys of the demonstration's halls. */
  hallKeys: readonly string[];
  /** Is the duty leader of these halls. */
  leads?: true;
  note: string;
}
export const demoStaff: readonly DemoStaff[] = [
  {
    account: 'manager',
    name: '周国强',
    roles: ['manager'],
    hallKeys: [],
    note: '管理人员：公告、热点问题、办税厅与人员',
  },
  { account: 'admin', name: '吴敏', roles: ['admin'], hallKeys: [], note: '系统管理员：账号与日历' },
  { account: 'yinzhou', name: '陈静', roles: ['officer'], hallKeys: ['yinzhou'], note: '窗口人员：鄞州' },
  {
    account: 'yinzhou2',
    name: '林晓峰',
    roles: ['officer', 'expert'],
    hallKeys: ['yinzhou'],
    leads: true,
    note: '窗口人员、专家、值班领导：鄞州',
  },
  { account: 'yinzhou3', name: '沈佳怡', roles: ['officer'], hallKeys: ['yinzhou'], note: '窗口人员：鄞州' },
  {
    account: 'baizhang',
    name: '徐丽华',
    roles: ['officer'],
    hallKeys: ['baizhang'],
    leads: true,
    note: '窗口人员、值班领导：百丈',
  },
  {
    account: 'jiangshan',
    name: '胡建军',
    roles: ['officer'],
    hallKeys: ['jiangshan'],
    leads: true,
    note: '窗口人员、值班领导：姜山',
  },
];

const trading = { uscc: makeUscc('91330212MA2AJ0001'), name: '宁波青禾贸易有限公司' };
const machinery = { uscc: makeUscc('91330212MA2AJ0002'), name: '宁波甬江精密机械有限公司' };
const catering = { uscc: makeUscc('92330212MA2AJ0003'), name: '鄞州区百丈好滋味餐饮店' };

export interface DemoCitizen {
  phone: string;
  name: string;
  enterprises: readonly EnterpriseClaim[];
  note: string;
}
export const demoCitizens: readonly DemoCitizen[] = [
  {
    phone: '13800138001',
    name: '王晓明',
    enterprises: [{ ...trading, role: 'taxHandler' }],
    note: `企业会计，已绑定${trading.name}（办税员）`,
  },
  {
    phone: '13800138002',
    name: '李芳',
    enterprises: [
      { ...machinery, role: 'financeContact' },
      { ...catering, role: 'taxHandler' },
    ],
    note: `代账会计，已绑定${machinery.name}、${catering.name}`,
  },
  {
    phone: '13800138003',
    name: '张建国',
    enterprises: [{ ...catering, role: 'legalRepresentative' }],
    note: `个体经营者，已绑定${catering.name}（法定代表人）`,
  },
  { phone: '13800138004', name: '赵桂英', enterprises: [], note: '个人纳税人，适合试用长辈版' },
  { phone: '13800138005', name: '孙志远', enterprises: [], note: '个人纳税人，爽约三次被暂停预约，申诉待处理' },
];

/** What the stand-in of the tax registry knows; the last person is for trying to bind an enterprise oneself. */
export const demoEnterprises: readonly DemoEnterprise[] = [trading, machinery, catering].map(({ uscc, name }) => ({
  uscc,
  name,
  status: 'active',
  people: [
    ...demoCitizens.flatMap((citizen) =>
      citizen.enterprises
        .filter((enterprise) => enterprise.uscc === uscc)
        .map(({ role }) => ({ role, name: citizen.name, phone: citizen.phone })),
    ),
    { role: 'taxHandler', name: '体验用户' },
  ],
}));

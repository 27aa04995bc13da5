import type { StaffRole } from '@yiyun/shared';
import { Link, Navigate, Outlet } from 'react-router';
import { hasRole, useMe } from '../session/me';
import { homeOf } from './menu';
import { Page } from './page';

/** Half an address: leads to where one's own work is. */
export const Home = () => <Navigate to={homeOf(useMe())} replace />;

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <Page title="没有这一页" lead="地址可能写错了，或者内容已经移走。">
      <Link to={homeOf(useMe())}>回到首页</Link>
    </Page>
  );
}

/** Pages inside are for some roles; others read why, and where to turn. */
export function ForRoles({ roles }: { roles: readonly StaffRole[] }) {
  const me = useMe();
  if (hasRole(me, roles)) return <Outlet />;
  return (
    <Page title="您没有查看这一页的权限" lead="如果工作需要，请联系管理员开通。">
      <Link to={homeOf(me)}>回到首页</Link>
    </Page>
  );
}

import { Link, Outlet } from 'react-router';
import { hasRole, useMe } from '../session/me';
import type { Role } from '../session/session';
import { areas } from './menu';
import { Page } from './page';

/** The first page that the person may open. */
export function useHome(): string {
  const me = useMe();
  return areas.find(({ roles }) => hasRole(me, roles))?.items[0]?.path ?? '/';
}

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <Page title="没有这一页" lead="地址可能写错了，或者内容已经移走。">
      <Link to={useHome()}>回到首页</Link>
    </Page>
  );
}

/** Pages inside are for some roles; others read why, and where to turn. */
export function ForRoles({ roles }: { roles: readonly Role[] }) {
  const home = useHome();
  if (hasRole(useMe(), roles)) return <Outlet />;
  return (
    <Page title="您没有查看这一页的权限" lead="这一页供管理人员使用。如果工作需要，请联系本厅管理员开通。">
      <Link to={home}>回到首页</Link>
    </Page>
  );
}

import { Page } from '@/components';
import { SignedIn } from '@/session/SignedIn';
import { ExportData } from './ExportData';

export default function Export() {
  return (
    <Page title="导出我的数据" lead="系统里和您有关的全部数据，整理成一个文件，由您自己保存。">
      <SignedIn why="登录后才知道导出谁的数据。" upTo="consent">
        {() => <ExportData />}
      </SignedIn>
    </Page>
  );
}

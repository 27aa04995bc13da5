import { Empty, Page } from '@/components';

export default function Progress() {
  return (
    <Page tab title="进度" lead="您的预约和办件走到了哪一步。">
      <Empty icon="progress" title="还没有办件" />
    </Page>
  );
}

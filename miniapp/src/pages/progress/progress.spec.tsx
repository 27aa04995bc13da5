import { fireEvent, screen } from '@testing-library/react';
import { LOST, openPage, pageOf, wentTo } from '../../../test/open-page';
import { aCase, aCorrection } from '../../../test/samples';
import Progress from './index';

describe('the progress tab', () => {
  it('lists open cases with state, due date and receipt number, and the closed ones apart', async () => {
    const { to } = openPage(Progress, {
      answers: {
        'GET /cases': ({ query }: { query: Record<string, string> }) =>
          query.scope === 'open'
            ? pageOf([aCase(), aCorrection({ id: 'C2' })])
            : pageOf([aCase({ id: 'C3', status: 'completed', closedAt: 1_795_000_000_000 })]),
      },
    });
    expect(await screen.findByText('审核中')).toBeInTheDocument();
    expect(screen.getByText(/预计11月30日 周一前办结，剩5个工作日 · .* · 回执号 S261122-ABCDE7/)).toBeInTheDocument();
    expect(screen.getByText(/等您补正，期限暂停计算/)).toBeInTheDocument();
    fireEvent.click(screen.getByText('审核中'));
    expect(wentTo()).toBe('/packages/cases/detail/index?caseId=C1');
    fireEvent.click(screen.getByRole('tab', { name: '已结束' }));
    expect(await screen.findByText('已办结')).toBeInTheDocument();
    expect(to('GET /cases').map(({ query }) => query.scope)).toEqual(['open', 'closed']);
  });

  it('lets whoever is not signed in look a case up', async () => {
    openPage(Progress, { me: null });
    expect(screen.getByText('请先登录')).toBeInTheDocument();
    fireEvent.click(screen.getByText('凭回执号查进度'));
    expect(wentTo()).toBe('/packages/cases/look-up/index');
  });

  it('goes on to the next page and ends', async () => {
    openPage(Progress, {
      answers: {
        'GET /cases': ({ query }: { query: Record<string, string> }) =>
          query.cursor ? pageOf([aCase({ id: 'C2' })]) : pageOf([aCase()], 'next'),
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: '显示更多' }));
    expect(await screen.findByText('没有更多了')).toBeInTheDocument();
    expect(document.querySelectorAll('[id^=case-]')).toHaveLength(2);
  });

  it('says what is missing when there is nothing, and when it can not be fetched', async () => {
    const { answer } = openPage(Progress, { answers: { 'GET /cases': LOST } });
    expect(await screen.findByText('没有加载出来')).toBeInTheDocument();
    answer('GET /cases', pageOf([]));
    fireEvent.click(screen.getByRole('button', { name: '重新加载' }));
    expect(await screen.findByText('没有正在办理的事')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('tab', { name: '已结束' }));
    expect(await screen.findByText('还没有结束的办件')).toBeInTheDocument();
  });
});

import { fireEvent, screen, waitFor } from '@testing-library/react';
import { AppError, type PersonalDataExport } from '@yiyun/shared';
import { saveFile } from '@/platform/save-file';
import { useSession } from '@/state/session';
import { DAY, LOST, ME, NOW, openPage, pageOf, wentTo } from '../../../test/open-page';
import { anEntry } from '../../../test/samples';
import Deletion from './deletion/index';
import Export from './export/index';
import MyRecords from './list/index';

jest.mock('@/platform/save-file', () => ({ saveFile: jest.fn() }));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('my service record', () => {
  it('has every step by day in plain words', async () => {
    const entries = [
      anEntry(),
      anEntry({ id: 'E2', text: '查看办件详情' }),
      anEntry({ id: 'E3', at: NOW - DAY, by: '系统' }),
    ];
    openPage(MyRecords, { answers: { 'GET /me/records': pageOf(entries) } });
    expect(await screen.findByRole('heading', { level: 2, name: '今天' })).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 2, name: '昨天' })).toBeInTheDocument();
    expect(screen.getByText('查看办件详情')).toBeInTheDocument();
    expect(document.querySelectorAll('.entry')).toHaveLength(3);
  });

  it('gives the exact time, the terminal and the check code on demand', async () => {
    openPage(MyRecords, { answers: { 'GET /me/records': pageOf([anEntry()]) } });
    const entry = await screen.findByRole('button', { name: /^09:20/ });
    expect(screen.queryByText('a1b2c3')).toBeNull();
    fireEvent.click(entry);
    expect(screen.getByText('a1b2c3')).toBeInTheDocument();
    expect(screen.getByText('2026年11月23日 09:20:00')).toBeInTheDocument();
    expect(screen.getByText('微信小程序')).toBeInTheDocument();
    expect(entry).toHaveAttribute('aria-expanded', 'true');
  });

  it('explains why nobody can change it', async () => {
    openPage(MyRecords, { answers: { 'GET /me/records': pageOf([]) } });
    expect(await screen.findByText('还没有记录')).toBeInTheDocument();
    press('怎么保证改不了？');
    expect(screen.getByText(/改动、删掉或调换任何一条/)).toBeInTheDocument();
  });

  it('goes on to older entries within the same day', async () => {
    openPage(MyRecords, {
      answers: {
        'GET /me/records': ({ query }: { query: Record<string, string> }) =>
          query.cursor ? pageOf([anEntry({ id: 'E2' })]) : pageOf([anEntry()], 'next'),
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: '显示更多' }));
    await screen.findByText('没有更多了');
    expect(document.querySelectorAll('.entry')).toHaveLength(2);
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(1);
  });
});

describe('the export of one’s data', () => {
  const DATA: PersonalDataExport = {
    exportedAt: NOW,
    me: { ...ME, phone: '13812345678' },
    consents: [],
    sections: [{ title: '预约', rows: [{}, {}] }],
  };
  const gather = async (answer: unknown) => {
    openPage(Export, { answers: { 'GET /me/export': answer } });
    fireEvent.click(await screen.findByRole('button', { name: '整理我的数据' }));
  };

  it('says what is in it and hands over one file', async () => {
    jest.mocked(saveFile).mockResolvedValueOnce();
    await gather(DATA);
    expect(await screen.findByText('2条')).toBeInTheDocument();
    press('保存为文件');
    expect(saveFile).toHaveBeenCalledWith('办税服务-我的数据-2026-11-23.json', JSON.stringify(DATA, null, 2));
    expect(await screen.findByText('文件已交给您保存')).toBeInTheDocument();
  });

  it('says so when it was not kept', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation();
    jest.mocked(saveFile).mockRejectedValueOnce(new Error('cancel'));
    await gather(DATA);
    fireEvent.click(await screen.findByRole('button', { name: '保存为文件' }));
    expect(await screen.findByText('没有保存。需要时可以再按一次。')).toBeInTheDocument();
    warn.mockRestore();
  });

  it('says so when it could not be fetched', async () => {
    await gather(LOST);
    expect(await screen.findByText(/^网络不通/)).toBeInTheDocument();
  });
});

describe('the deletion of an account', () => {
  const remove = async (answer: unknown, words = '注销账户') => {
    const page = openPage(Deletion, { answers: { 'POST /me/deletion': answer } });
    expect(await screen.findByText(/删除后不能恢复/)).toBeInTheDocument();
    fireEvent.change(screen.getByLabelText(/请输入/), { target: { value: words } });
    press('注销我的账户');
    return page;
  };

  it('needs the four characters', async () => {
    const { to } = await remove({ deleted: true }, '注销');
    expect(screen.getByRole('alert')).toHaveTextContent('“注销账户”四个字的格式不对，请核对');
    expect(to('POST /me/deletion')).toHaveLength(0);
  });

  it('signs out and says that it is done', async () => {
    await remove({ deleted: true });
    expect(await screen.findByText('您的个人信息已删除')).toBeInTheDocument();
    await waitFor(() => expect(useSession.getState().token).toBeUndefined());
  });

  it('says what has to be finished first, and leads there', async () => {
    await remove(new AppError('identity.open_business', { count: 2 }));
    expect(await screen.findByText('您还有2项未办结的业务，办结或撤回后才能注销')).toBeInTheDocument();
    fireEvent.click(screen.getByText('去看看还有哪些没办完'));
    expect(wentTo('switchTab')).toBe('/pages/progress/index');
  });
});

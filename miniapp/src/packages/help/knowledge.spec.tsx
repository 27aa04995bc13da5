import { fireEvent, screen } from '@testing-library/react';
import { AppError } from '@yiyun/shared';
import { LOST, openPage, pageOf, wentTo } from '../../../test/open-page';
import { aClip, anArticle, aSimilar } from '../../../test/samples';
import Article from './article/index';
import Knowledge from './knowledge/index';

describe('what has been answered already', () => {
  const open = (answers = {}) =>
    openPage(Knowledge, { me: null, answers: { 'GET /public/help/knowledge': pageOf([anArticle()]), ...answers } });
  const search = (words: string) => {
    fireEvent.change(screen.getByLabelText(/^搜索问题/), { target: { value: words } });
    fireEvent.click(screen.getByRole('button', { name: '搜索' }));
  };

  it('can be leafed through', async () => {
    open();
    fireEvent.click(await screen.findByText('怎样领用发票？'));
    expect(wentTo()).toBe('/packages/help/article/index?knowledgeId=K1');
  });

  it('is searched once for each search, not for each letter', async () => {
    const { to } = open({ 'GET /public/help/search': [aSimilar({ id: 'K2', question: '发票丢了怎么办？' })] });
    await screen.findByText('怎样领用发票？');
    search('发票');
    expect(await screen.findByText('发票丢了怎么办？')).toBeInTheDocument();
    expect(screen.getByText('找到1条')).toBeInTheDocument();
    expect(to('GET /public/help/search').map(({ query }) => query)).toEqual([{ q: '发票' }]);
    fireEvent.click(screen.getByRole('button', { name: '清空搜索内容' }));
    expect(await screen.findByText('怎样领用发票？')).toBeInTheDocument();
  });

  it('leads on to asking with the same words when nothing was found', async () => {
    open({ 'GET /public/help/search': [] });
    await screen.findByText('怎样领用发票？');
    search('退税');
    expect(await screen.findByText('没有找到“退税”的答案')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '去提问' }));
    expect(wentTo()).toBe(`/packages/help/ask/index?text=${encodeURIComponent('退税')}`);
  });

  it('offers another try when it can not be fetched', async () => {
    open({ 'GET /public/help/knowledge': LOST });
    expect(await screen.findByRole('button', { name: '重新加载' })).toBeInTheDocument();
  });
});

describe('one answer', () => {
  const open = (answer: unknown) =>
    openPage(Article, {
      me: null,
      params: { knowledgeId: 'K1' },
      answers: { 'GET /public/help/knowledge/K1': answer },
    });

  it('says on what it rests and how long it holds', async () => {
    open(anArticle({ voice: aClip() }));
    expect(await screen.findByRole('heading', { level: 1, name: '怎样领用发票？' })).toBeInTheDocument();
    expect(screen.getByText('官方答复')).toBeInTheDocument();
    expect(screen.getByText('依据：发票管理办法第十五条')).toBeInTheDocument();
    expect(screen.getByText('有效期至2027年12月31日')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '播放工作人员的语音答复，7 秒' })).toBeInTheDocument();
  });

  it('says so when it was taken back', async () => {
    open(new AppError('request.not_found'));
    expect(await screen.findByText('没有找到，可能已被删除')).toBeInTheDocument();
  });
});

import Taro from '@tarojs/taro';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { AppError } from '@yiyun/shared';
import { storedKeys } from '@/platform/storage';
import { LOST, openPage, pageOf, wentTo } from '../../../test/open-page';
import { aClip, aQuestion, aSimilar } from '../../../test/samples';
import Ask from './ask/index';
import { useQuestion } from './question';
import Sent from './sent/index';
import Similar from './similar/index';

const RECORDING = { path: 'blob:1', durationMs: 7000, bytes: 4000, mime: 'audio/webm' };
const upload = jest.mocked(Taro.uploadFile);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const write = (text: string) => fireEvent.change(screen.getByLabelText(/写一句话/), { target: { value: text } });

beforeEach(() => {
  useQuestion.setState({ text: '', matter: undefined, recording: undefined, uploaded: undefined, finished: false });
  upload.mockReset();
});

describe('asking', () => {
  const open = (params = {}) => openPage(Ask, { params });
  const opened = () => screen.findByLabelText(/写一句话/);

  it('asks whoever is not signed in to sign in first', () => {
    openPage(Ask, { me: null });
    expect(screen.getByText('请先登录')).toBeInTheDocument();
  });

  it('wants a voice or a line, in the words of the server', async () => {
    open();
    await opened();
    press('继续');
    expect(screen.getByRole('alert')).toHaveTextContent('请说一段话或写一句话');
    expect(wentTo()).not.toBe('/packages/help/similar/index');
  });

  it('goes on with what was written', async () => {
    open();
    await opened();
    write(' 怎么领发票 ');
    press('继续');
    expect(wentTo()).toBe('/packages/help/similar/index');
    expect(useQuestion.getState()).toMatchObject({ text: '怎么领发票', recording: undefined });
  });

  it('goes on with a voice alone', async () => {
    act(() => useQuestion.setState({ recording: RECORDING }));
    open();
    await opened();
    press('继续');
    expect(useQuestion.getState()).toMatchObject({ text: '', recording: RECORDING });
  });

  it('can name the matter, and take it back', async () => {
    const { answer } = open();
    await opened();
    answer('GET /public/matters', pageOf([{ id: 'M1', name: '发票票种核定' }]));
    fireEvent.click(screen.getByText('和哪件事有关？（选填）'));
    fireEvent.click(await screen.findByText('发票票种核定'));
    write('怎么办');
    press('继续');
    expect(useQuestion.getState().matter).toEqual({ id: 'M1', name: '发票票种核定' });
    press('不选事项');
    press('继续');
    expect(useQuestion.getState().matter).toBeUndefined();
  });

  it('brings back what was written and not sent', async () => {
    const { unmount } = open();
    await opened();
    write('怎么领发票');
    unmount();
    open();
    await opened();
    expect(screen.getByLabelText(/写一句话/)).toHaveValue('怎么领发票');
    expect(screen.getByText('已恢复您上次没有发送的内容。')).toBeInTheDocument();
  });

  it('takes over the words of a search that found nothing', async () => {
    open({ text: '怎么退税' });
    await opened();
    await waitFor(() => expect(screen.getByLabelText(/写一句话/)).toHaveValue('怎么退税'));
  });

  it('begins anew, with nothing left on the phone, once the question was sent', async () => {
    open();
    await opened();
    write('怎么领发票');
    act(() => useQuestion.setState({ finished: true }));
    expect(screen.getByLabelText(/写一句话/)).toHaveValue('');
    expect(storedKeys('draft.')).toEqual([]);
    expect(useQuestion.getState().finished).toBe(false);
  });
});

describe('before sending', () => {
  const open = (answers = {}) =>
    openPage(Similar, { answers: { 'GET /public/help/similar': [aSimilar()], ...answers } });
  const asked = (more = {}) => act(() => useQuestion.setState({ text: '怎么领发票', ...more }));

  it('shows what was answered already; whoever finds it there need not send', async () => {
    asked();
    const { to } = open({ 'POST /help/deflections': { thanked: true } });
    fireEvent.click(await screen.findByRole('button', { name: /^怎样领用发票？/ }));
    expect(screen.getByText('也可以网上申领。')).toBeInTheDocument();
    expect(screen.getByText('依据：发票管理办法第十五条')).toBeInTheDocument();
    press('已解决，不发送了');
    expect(await screen.findByText('很高兴帮到您')).toBeInTheDocument();
    expect(to('POST /help/deflections')[0]?.body).toEqual({ text: '怎么领发票', helpfulId: 'K1' });
    expect(useQuestion.getState()).toMatchObject({ text: '', finished: true });
  });

  it('says which were shown, sends the voice first, and leaves no way back into the form', async () => {
    asked({ recording: RECORDING, matter: { id: 'M1', name: '发票' } });
    upload.mockResolvedValueOnce({ statusCode: 201, data: JSON.stringify(aClip()) } as never);
    const { to } = open({ 'POST /help/requests': aQuestion() });
    await screen.findByText('怎样领用发票？');
    press('发送提问');
    await waitFor(() => expect(wentTo('reLaunch')).toBe('/packages/help/sent/index?helpRequestId=H1'));
    expect(to('POST /help/requests')[0]?.body).toEqual({
      text: '怎么领发票',
      voiceClipId: 'V1',
      matterId: 'M1',
      shownIds: ['K1'],
    });
    expect(useQuestion.getState()).toMatchObject({ recording: undefined, finished: true });
  });

  it('says that a voice alone can not be compared, and sends it', async () => {
    act(() => useQuestion.setState({ recording: RECORDING }));
    upload.mockResolvedValueOnce({ statusCode: 201, data: JSON.stringify(aClip()) } as never);
    const { to } = open({ 'POST /help/requests': aQuestion() });
    expect(await screen.findByText(/您只录了音，没有写字/)).toBeInTheDocument();
    press('发送提问');
    await waitFor(() => expect(to('POST /help/requests')[0]?.body).toEqual({ voiceClipId: 'V1', shownIds: [] }));
    expect(to('GET /public/help/similar')).toHaveLength(0);
  });

  it('loses nothing with the network: the voice stays, and is not uploaded twice', async () => {
    asked({ recording: RECORDING });
    upload.mockRejectedValueOnce({ errMsg: 'uploadFile:fail' });
    const { to, answer } = open({ 'POST /help/requests': LOST });
    await screen.findByText('怎样领用发票？');
    press('发送提问');
    expect(await screen.findByText(/^网络不通/)).toBeInTheDocument();
    expect(useQuestion.getState().recording).toEqual(RECORDING);
    upload.mockResolvedValueOnce({ statusCode: 201, data: JSON.stringify(aClip()) } as never);
    press('发送提问');
    await waitFor(() => expect(to('POST /help/requests')).toHaveLength(1));
    await screen.findByRole('button', { name: '发送提问' });
    answer('POST /help/requests', aQuestion());
    press('发送提问');
    await waitFor(() => expect(to('POST /help/requests')).toHaveLength(2));
    expect(upload).toHaveBeenCalledTimes(2);
    const sentKeys = to('POST /help/requests').map(({ header }) => header['idempotency-key']);
    expect(sentKeys[0]).toBe(sentKeys[1]);
  });

  it('says what is wrong with a voice that is refused', async () => {
    asked({ recording: RECORDING });
    const { code, message } = new AppError('voice.too_short');
    upload.mockResolvedValueOnce({ statusCode: 400, data: JSON.stringify({ code, message, requestId: 'R' }) } as never);
    const { to } = open();
    await screen.findByText('怎样领用发票？');
    press('发送提问');
    expect(await screen.findByText('录音太短，没有听清，请再说一遍')).toBeInTheDocument();
    expect(to('POST /help/requests')).toHaveLength(0);
  });

  it('can be sent although the search for similar ones failed', async () => {
    asked();
    const { to } = open({ 'GET /public/help/similar': LOST, 'POST /help/requests': aQuestion() });
    expect(await screen.findByText('没有加载出来')).toBeInTheDocument();
    press('发送提问');
    await waitFor(() => expect(to('POST /help/requests')[0]?.body).toEqual({ text: '怎么领发票', shownIds: [] }));
  });

  it('says when there is nothing similar, and leads back when nothing was asked', async () => {
    asked();
    const { unmount } = open({ 'GET /public/help/similar': [] });
    expect(await screen.findByText('没有相似的问题')).toBeInTheDocument();
    unmount();
    act(() => useQuestion.setState({ text: '' }));
    open();
    fireEvent.click(await screen.findByRole('button', { name: '去提问' }));
    expect(wentTo('redirectTo')).toBe('/packages/help/ask/index');
  });
});

describe('after sending', () => {
  it('has the number and what happens next', async () => {
    openPage(Sent, { params: { helpRequestId: 'H1' }, answers: { 'GET /help/requests/H1': aQuestion() } });
    expect(await screen.findByText('W261122-ABCDEF')).toBeInTheDocument();
    expect(screen.getByText('通常在一个工作日内')).toBeInTheDocument();
    press('查看这个提问');
    expect(wentTo('redirectTo')).toBe('/packages/help/detail/index?helpRequestId=H1');
  });
});

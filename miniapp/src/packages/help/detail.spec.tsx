import Taro from '@tarojs/taro';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { AppError, type HelpDetailView } from '@yiyun/shared';
import { setClock } from '@/lib/clock';
import { MINUTE, NOW, openPage, pageOf, wentTo } from '../../../test/open-page';
import { aClip, anAnswer, anAnswered, aPost, aQuestion } from '../../../test/samples';
import QuestionDetail from './detail/index';
import MyQuestions from './list/index';
import { playable } from './VoiceClip';

const press = (name: string | RegExp, index = 0) =>
  fireEvent.click(screen.getAllByRole('button', { name })[index] as HTMLElement);
const open = (question: HelpDetailView | AppError, answers = {}) =>
  openPage(QuestionDetail, {
    params: { helpRequestId: 'H1' },
    answers: { 'GET /help/requests/H1': question, ...answers },
  });

/** An audio element that notes where its sound comes from. */
function fakeAudio() {
  const silent = { currentTime: 0, play() {}, destroy() {}, onPlay() {}, onTimeUpdate() {}, onError() {} };
  jest.mocked(Taro.createInnerAudioContext).mockImplementation(() => ({ ...silent, src: '', onEnded() {} }) as never);
  return () => jest.mocked(Taro.createInnerAudioContext).mock.results.slice(-1)[0]?.value.src as string;
}

describe('one question', () => {
  it('shows who said what, with the voices and what was heard in them', async () => {
    open(
      anAnswered({
        posts: [
          aPost({ text: '', voice: aClip({ transcript: '怎么领发票' }) }),
          anAnswer({ voice: aClip({ id: 'V2' }) }),
        ],
      }),
    );
    expect(await screen.findByText('您的提问 · 昨天 09:30')).toBeInTheDocument();
    expect(screen.getByText('王* 税务人员的答复 · 今天 09:29')).toBeInTheDocument();
    expect(screen.getByText('官方答复')).toBeInTheDocument();
    expect(screen.getByText('录音文字：怎么领发票')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '播放王* 税务人员的语音答复，7 秒' })).toBeInTheDocument();
    expect(screen.getByText('已有答复。解决了请采纳，没有解决可以继续追问。')).toBeInTheDocument();
  });

  it('plays from one link while it lasts, also when the page was fetched again', async () => {
    const source = fakeAudio();
    const withVoice = (url: string) => anAnswered({ posts: [aPost({ voice: aClip({ url }) })] });
    const { answer, pullDown } = open(withVoice('/api/clip?first'));
    fireEvent.click(await screen.findByRole('button', { name: /^播放您的录音/ }));
    expect(source()).toBe('/api/clip?first');
    answer('GET /help/requests/H1', withVoice('/api/clip?second'));
    await pullDown();
    expect(screen.getByRole('button', { name: '停止播放您的录音' })).toBeInTheDocument();
    expect(source()).toBe('/api/clip?first');
    press('停止播放您的录音');
    act(() => setClock(() => NOW + 55 * MINUTE));
    answer('GET /help/requests/H1', withVoice('/api/clip?third'));
    await pullDown();
    press(/^播放您的录音/);
    expect(source()).toBe('/api/clip?third');
  });

  it('accepts an answer', async () => {
    const accepted = anAnswered({
      status: 'accepted',
      availableActions: ['reopen'],
      posts: [aPost(), anAnswer({ accepted: true })],
    });
    const { to } = open(anAnswered(), { 'POST /help/requests/H1/accept': accepted });
    await screen.findByText('官方答复');
    press('解决了，采纳这条答复');
    expect(await screen.findAllByText('已采纳')).toHaveLength(2);
    expect(to('POST /help/requests/H1/accept')[0]?.body).toEqual({ version: 3, postId: 'O2' });
    expect(screen.queryByRole('button', { name: '解决了，采纳这条答复' })).toBeNull();
  });

  it('shows the latest when it changed in between', async () => {
    const { answer } = open(anAnswered(), { 'POST /help/requests/H1/accept': new AppError('request.stale') });
    await screen.findByText('官方答复');
    answer(
      'GET /help/requests/H1',
      anAnswered({ version: 4, posts: [aPost(), anAnswer({ text: '更正：也可邮寄。' })] }),
    );
    press('解决了，采纳这条答复');
    expect(await screen.findByText('更正：也可邮寄。')).toBeInTheDocument();
    expect(screen.getByText(/内容刚刚有变化/)).toBeInTheDocument();
  });

  it('asks on', async () => {
    const reopened = aQuestion({
      status: 'reopened',
      version: 4,
      posts: [aPost(), aPost({ id: 'O3', kind: 'followUp' })],
    });
    const { to } = open(anAnswered(), { 'POST /help/requests/H1/reopen': reopened });
    await screen.findByText('官方答复');
    press('没有解决，继续追问');
    press('发送追问');
    expect(screen.getByRole('alert')).toHaveTextContent('请填写追问');
    fireEvent.change(screen.getByLabelText('还有什么没有解决？'), { target: { value: '要带原件吗' } });
    press('发送追问');
    expect(await screen.findByText('您的追问 · 昨天 09:30')).toBeInTheDocument();
    expect(to('POST /help/requests/H1/reopen')[0]?.body).toEqual({ version: 3, text: '要带原件吗' });
  });

  it('ends only after saying what that means', async () => {
    open(aQuestion(), {
      'POST /help/requests/H1/close': aQuestion({ status: 'closed', availableActions: [] }),
    });
    fireEvent.click(await screen.findByRole('button', { name: '不再需要解答' }));
    expect(screen.getByRole('alertdialog')).toHaveTextContent('结束后不会再有人答复');
    press('结束提问');
    expect(await screen.findByText('已结束')).toBeInTheDocument();
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('is made public after saying what will be hidden, and taken back', async () => {
    const { to } = open(anAnswered(), {
      'POST /help/requests/H1/visibility': ({ body }: { body: { visibility: 'private' | 'public' } }) =>
        anAnswered({ version: 4, visibility: body.visibility }),
    });
    fireEvent.click(await screen.findByRole('button', { name: '公开给别人参考' }));
    expect(screen.getByRole('alertdialog')).toHaveTextContent('您的姓名、手机号、证件号等会自动隐去');
    press('公开问答');
    expect(await screen.findByText('这个问答已公开，姓名和号码已隐去。')).toBeInTheDocument();
    press('收回公开');
    expect(await screen.findByRole('button', { name: '公开给别人参考' })).toBeInTheDocument();
    expect(to('POST /help/requests/H1/visibility').map(({ body }) => body?.visibility)).toEqual(['public', 'private']);
  });

  it('can not be made public before there is an answer, nor while it is only sound', async () => {
    const { unmount } = open(aQuestion());
    await screen.findByText('您的提问 · 昨天 09:30');
    expect(screen.queryByRole('button', { name: '公开给别人参考' })).toBeNull();
    unmount();
    open(anAnswered({ posts: [aPost({ text: '', voice: aClip() }), anAnswer()] }));
    expect(await screen.findByText(/录音还没有转成文字/)).toBeInTheDocument();
  });

  it('belongs to whoever asked', async () => {
    open(new AppError('request.not_found'));
    expect(await screen.findByText('没有找到，可能已被删除')).toBeInTheDocument();
  });
});

describe('the address of a voice', () => {
  it('has the server in front where the app is not served by it', () => {
    expect(playable('/api/clip')).toBe('/api/clip');
    expect(playable('https://voice.example/clip')).toBe('https://voice.example/clip');
  });
});

describe('the list of my questions', () => {
  it('has when, how and in which state, and leads on', async () => {
    const questions = [aQuestion({ hasVoice: true, matterName: '发票票种核定' }), anAnswered({ id: 'H2' })];
    openPage(MyQuestions, { answers: { 'GET /help/requests': pageOf(questions) } });
    expect(await screen.findByText(/有录音 · 发票票种核定 · W261122-ABCDEF/)).toBeInTheDocument();
    fireEvent.click(screen.getByText('已答复'));
    expect(wentTo()).toBe('/packages/help/detail/index?helpRequestId=H2');
    press('我要提问');
    await waitFor(() => expect(wentTo()).toBe('/packages/help/ask/index'));
  });

  it('says how to ask when there is none', async () => {
    openPage(MyQuestions, { answers: { 'GET /help/requests': pageOf([]) } });
    expect(await screen.findByText('还没有提过问题')).toBeInTheDocument();
  });
});

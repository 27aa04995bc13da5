import Taro from '@tarojs/taro';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { AppError, makeReferenceNo, type PublicCaseView } from '@yiyun/shared';
import { storedKeys } from '@/platform/storage';
import { LOST, openPage, PENDING, wentTo } from '../../../test/open-page';
import { aCase, aCorrection, aPublicCase } from '../../../test/samples';
import Correction from './correction/index';
import CaseDetailPage from './detail/index';
import LookUp from './look-up/index';

const params = { caseId: 'C1' };
const VALID = makeReferenceNo('S', '2026-11-22', 12_345);
const type = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('the details of a case', () => {
  const open = (answer: unknown) => openPage(CaseDetailPage, { params, answers: { 'GET /cases/C1': answer } });

  it('says how far it is, until when it should be done, and what was handed over', async () => {
    open(aCase());
    expect(await screen.findByText('S261122-ABCDE7')).toBeInTheDocument();
    expect(screen.getByText('预计11月30日 周一前办结，剩5个工作日')).toBeInTheDocument();
    expect(screen.getByText('审核中')).toBeInTheDocument();
    expect(screen.getByText('已收')).toBeInTheDocument();
    expect(screen.getByText('未收')).toBeInTheDocument();
    expect(screen.getByRole('list', { name: '办理过程' })).toHaveTextContent('已受理（进行中）');
  });

  it('copies the receipt number and calls the hall', async () => {
    open(aCase());
    fireEvent.click(await screen.findByRole('button', { name: '复制回执号' }));
    expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: 'S261122-ABCDE7' });
    expect(await screen.findByText('已复制回执号')).toBeInTheDocument();
    fireEvent.click(screen.getByText('致电办税服务厅 0574-87525678'));
    expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '0574-87525678' });
  });

  it('gives the exact instants on demand', async () => {
    open(aCase());
    expect(await screen.findByText('昨天 09:30 · 工作人员李*')).toBeInTheDocument();
    press('显示准确时间');
    expect(screen.getByText('2026年11月22日 09:30:00 · 工作人员李*')).toBeInTheDocument();
  });

  it('explains why the clock stands still and leads to the answer', async () => {
    open(aCorrection());
    expect(await screen.findByText('请补交授权委托书')).toBeInTheDocument();
    expect(screen.getByText(/办理期限暂停计算，不会因此超期/)).toBeInTheDocument();
    press('去补正');
    expect(wentTo()).toBe('/packages/cases/correction/index?caseId=C1');
  });

  it('says what withdrawing means before it is done, and stays when it is refused', async () => {
    const { to, answer } = open(aCase());
    await screen.findByText('审核中');
    press('撤回办件');
    expect(screen.getByRole('alertdialog')).toHaveTextContent('撤回后窗口停止办理，不能恢复');
    answer('POST /cases/C1/withdraw', new AppError('request.stale'));
    fireEvent.click(screen.getAllByRole('button', { name: '撤回办件' })[1] as HTMLElement);
    expect(await screen.findByText(/内容刚刚有变化/)).toBeInTheDocument();
    answer('POST /cases/C1/withdraw', aCase({ status: 'withdrawn' }));
    answer('GET /cases/C1', aCase({ status: 'withdrawn', availableActions: [], closedAt: 1_795_000_000_000 }));
    fireEvent.click(screen.getAllByRole('button', { name: '撤回办件' })[1] as HTMLElement);
    expect(await screen.findByText('已撤回')).toBeInTheDocument();
    expect(to('POST /cases/C1/withdraw')[0]?.body).toEqual({ version: 3 });
    expect(screen.queryByRole('button', { name: '撤回办件' })).toBeNull();
  });

  it('keeps to what the server says when there is no such case, and offers another try when it can not be fetched', async () => {
    const { unmount } = open(new AppError('request.not_found'));
    expect(await screen.findByText('没有找到，可能已被删除')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '重新加载' })).toBeNull();
    unmount();
    open(LOST);
    expect(await screen.findByRole('button', { name: '重新加载' })).toBeInTheDocument();
  });

  it('shows lines while it is on its way', async () => {
    open(PENDING);
    expect(await screen.findByRole('status', { name: '正在加载' })).toBeInTheDocument();
  });
});

describe('the answer to a correction', () => {
  const open = (answers: Record<string, unknown>) =>
    openPage(Correction, { params, answers: { 'GET /cases/C1': aCorrection(), ...answers } });
  const write = async (text: string) => {
    await screen.findByText('请补交授权委托书');
    type(/补正说明/, text);
    press('继续');
  };

  it('is checked, sent once, and says what happens next', async () => {
    const { to } = open({ 'POST /cases/C1/correction': aCase({ status: 'reviewing' }) });
    await write(' 已补交委托书 ');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('核对补正说明');
    press('提交补正');
    expect(await screen.findByText('继续审核，期限从现在接着计算')).toBeInTheDocument();
    expect(screen.getByText('预计11月30日 周一前办结，剩5个工作日')).toBeInTheDocument();
    expect(to('POST /cases/C1/correction').map(({ body }) => body)).toEqual([{ version: 3, answer: '已补交委托书' }]);
    expect(storedKeys('draft.')).toEqual([]);
  });

  it('can be changed after it was looked over', async () => {
    open({});
    await write('已补交');
    fireEvent.click(screen.getByRole('link', { name: '更改您的补正说明' }));
    expect(screen.getByLabelText(/补正说明/)).toHaveValue('已补交');
  });

  it('asks for words in the words of the rules', async () => {
    open({});
    await write('补');
    expect(screen.getByRole('alert')).toHaveTextContent('补正说明至少2个字');
  });

  it('is not lost with the network, and goes again with the same key', async () => {
    const { to, answer, unmount } = open({ 'POST /cases/C1/correction': LOST });
    await write('已补交委托书');
    press('提交补正');
    expect(await screen.findByText(/您填写的内容已保存在手机上/)).toBeInTheDocument();
    press('提交补正');
    await waitFor(() => expect(to('POST /cases/C1/correction')).toHaveLength(2));
    const sentKeys = to('POST /cases/C1/correction').map(({ header }) => header['idempotency-key']);
    expect(sentKeys[0]).toBe(sentKeys[1]);
    unmount();
    answer('POST /cases/C1/correction', aCase());
    open({});
    expect(await screen.findByText('已恢复您上次没有提交的内容。')).toBeInTheDocument();
    expect(screen.getByLabelText(/补正说明/)).toHaveValue('已补交委托书');
  });

  it('is not asked for twice', async () => {
    open({ 'GET /cases/C1': aCase() });
    expect(await screen.findByText('这个办件现在不需要补正')).toBeInTheDocument();
  });
});

describe('the look-up by receipt number', () => {
  const open = (found: PublicCaseView | AppError) => {
    const page = openPage(LookUp, { me: null, answers: { 'POST /public/case-lookups': found } });
    const look = (receiptNo: string, tail: string) => {
      type(/回执号/, receiptNo);
      type(/手机号后四位/, tail);
      press('查进度');
    };
    return { ...page, look };
  };

  it('takes the number as it is printed and shows how far it is', async () => {
    const { look, to } = open(aPublicCase());
    look(`${VALID.slice(0, 7)}-${VALID.slice(7)}`.toLowerCase(), '5678');
    expect(await screen.findByText('宁**')).toBeInTheDocument();
    expect(screen.getByText('预计后天前办结，剩2个工作日')).toBeInTheDocument();
    expect(to('POST /public/case-lookups')[0]?.body).toEqual({ receiptNo: VALID, phoneTail: '5678' });
    press('查另一件');
    expect(screen.getByRole('button', { name: '查进度' })).toBeInTheDocument();
  });

  it('says what is wrong beside the field before anything is sent', async () => {
    const { look, to } = open(aPublicCase());
    look('S261122-AAAAAA', '12');
    expect(screen.getByRole('alert')).toHaveTextContent('回执号不正确，请对照短信或回执手机号后四位至少4个字');
    expect(to('POST /public/case-lookups')).toHaveLength(0);
  });

  it('keeps what was typed when number and phone do not match', async () => {
    const { look } = open(new AppError('case.lookup_failed'));
    look(VALID, '0000');
    expect(await screen.findByText('回执号与手机号后四位不相符，请核对')).toBeInTheDocument();
    expect(screen.getByLabelText(/回执号/)).toHaveValue(VALID);
  });

  it('explains the limit and gives another way', async () => {
    const { look } = open(new AppError('case.lookup_throttled', { minutes: 14 }));
    look(VALID, '0000');
    expect(await screen.findByText('查询次数过多，请14分钟后再试')).toBeInTheDocument();
    fireEvent.click(screen.getByText(/防止别人猜您的号码/));
    await act(async () => undefined);
    expect(Taro.makePhoneCall).toHaveBeenLastCalledWith({ phoneNumber: '12366' });
  });
});

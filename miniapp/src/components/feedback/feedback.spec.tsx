import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { useNetwork } from '@/state/network';
import { toast } from '@/state/toast';
import { Dialog } from './Dialog';
import { Loaded } from './Loaded';
import { OfflineBanner } from './OfflineBanner';
import { Status, type Tone } from './Status';
import { Timeline } from './Timeline';
import { ToastHost } from './ToastHost';

function Asking({ onConfirm = jest.fn() }: { onConfirm?: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        打开
      </button>
      {open && (
        <Dialog title="取消预约？" confirmText="取消预约" onConfirm={onConfirm} onCancel={() => setOpen(false)}>
          号源会放给其他人。
        </Dialog>
      )}
    </>
  );
}

const openDialog = () => {
  const opener = screen.getByRole('button', { name: '打开' });
  opener.focus();
  fireEvent.click(opener);
};

describe('Dialog', () => {
  it('is modal, named by its question, and takes the focus', () => {
    render(<Asking />);
    openDialog();
    const dialog = screen.getByRole('alertdialog', { name: '取消预约？' });
    expect(dialog).toHaveAttribute('aria-modal', 'true');
    expect(screen.getByRole('heading', { name: '取消预约？' })).toHaveFocus();
  });

  it('keeps the Tab key inside, both ways', () => {
    render(<Asking />);
    openDialog();
    const [confirm, back] = [
      screen.getByRole('button', { name: '取消预约' }),
      screen.getByRole('button', { name: '返回' }),
    ];
    back.focus();
    expect(fireEvent.keyDown(back, { key: 'Tab' })).toBe(false);
    expect(confirm).toHaveFocus();
    expect(fireEvent.keyDown(confirm, { key: 'Tab', shiftKey: true })).toBe(false);
    expect(back).toHaveFocus();
    expect(fireEvent.keyDown(confirm, { key: 'Tab' })).toBe(false);
  });

  it('cancels with Escape and gives the focus back', () => {
    render(<Asking />);
    openDialog();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(screen.getByRole('button', { name: '打开' })).toHaveFocus();
  });

  it('does the act only when it is pressed', () => {
    const confirm = jest.fn();
    render(<Asking onConfirm={confirm} />);
    openDialog();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(confirm).not.toHaveBeenCalled();
    openDialog();
    fireEvent.keyDown(screen.getByRole('button', { name: '取消预约' }), { key: 'Enter' });
    expect(confirm).toHaveBeenCalledTimes(1);
  });
});

describe('toast', () => {
  it('speaks in a live region that was there before, and goes by itself', () => {
    jest.useFakeTimers();
    render(<ToastHost />);
    const region = screen.getByRole('status');
    act(() => toast('预约已提交'));
    expect(region).toHaveTextContent('预约已提交');
    act(() => jest.advanceTimersByTime(3000));
    act(() => toast('已复制'));
    act(() => jest.advanceTimersByTime(3000));
    expect(region).toHaveTextContent('已复制');
    act(() => jest.advanceTimersByTime(1000));
    expect(region).toBeEmptyDOMElement();
    jest.useRealTimers();
  });
});

describe('Status', () => {
  it('has a shape of its own for every tone beside its word', () => {
    const tones: Tone[] = ['waiting', 'underway', 'attention', 'done', 'failed', 'off'];
    const { container } = render(
      <>
        {tones.map((tone) => (
          <Status key={tone} tone={tone}>
            词
          </Status>
        ))}
      </>,
    );
    const shapes = [...container.querySelectorAll('.status__shape')].map(
      (shape) => /icon--(\w+)/.exec(shape.className)?.[1],
    );
    expect(new Set(shapes).size).toBe(tones.length);
    expect(screen.getAllByText('词')).toHaveLength(tones.length);
  });
});

describe('Timeline', () => {
  it('says each state in words', () => {
    render(
      <Timeline
        label="办理过程"
        items={[
          { key: '1', title: '受理', state: 'past' },
          { key: '2', title: '补正', state: 'attention' },
        ]}
      />,
    );
    expect(screen.getByRole('list', { name: '办理过程' })).toBeInTheDocument();
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '受理（已完成）',
      '补正（需要您处理）',
    ]);
  });
});

describe('Loaded', () => {
  const query = {
    data: undefined,
    isError: false,
    isFetching: true,
    fetchStatus: 'fetching' as const,
    refetch: jest.fn(),
  };
  const show = (change: object) =>
    render(<Loaded<string> query={{ ...query, ...change }}>{(data) => <p>{data}</p>}</Loaded>);

  it('is on its way', () => {
    show({});
    expect(screen.getByRole('status', { name: '正在加载' })).toBeInTheDocument();
  });

  it('failed, and can be tried again', () => {
    show({ isError: true, isFetching: false, fetchStatus: 'idle' });
    fireEvent.click(screen.getByRole('button', { name: '重新加载' }));
    expect(query.refetch).toHaveBeenCalledTimes(1);
  });

  it('waits for a network and says so', () => {
    show({ fetchStatus: 'paused', isFetching: false });
    expect(screen.getByRole('alert')).toHaveTextContent('没有网络');
  });

  it('keeps what was fetched when the next try fails', () => {
    show({ data: '上次的结果', isError: true, isFetching: false });
    expect(screen.getByText('上次的结果')).toBeInTheDocument();
  });
});

describe('OfflineBanner', () => {
  it('comes and goes with the network, in a live region', () => {
    render(<OfflineBanner />);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    act(() => useNetwork.setState({ online: false }));
    expect(screen.getByRole('status')).toHaveTextContent('现在没有网络');
    act(() => useNetwork.setState({ online: true }));
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
});

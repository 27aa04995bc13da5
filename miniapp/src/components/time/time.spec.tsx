import { act, fireEvent, render, screen } from '@testing-library/react';
import { setClock } from '@/lib/clock';
import { useSettings } from '@/state/settings';
import { type Day, DayPicker } from './DayPicker';
import { HoldClock } from './HoldClock';
import { SlotGrid } from './SlotGrid';

const DAYS: Day[] = [
  { on: '2026-11-26', remaining: 3 },
  { on: '2026-11-27', remaining: 0 },
  { on: '2026-11-28', remaining: 0, closed: '休息' },
  { on: '2026-11-30', remaining: 8 },
];
const names = () => screen.getAllByRole('radio').map((radio) => radio.getAttribute('aria-label'));

describe('DayPicker', () => {
  const show = (onChange = jest.fn()) => {
    render(<DayPicker days={DAYS} todayOn="2026-11-26" value={undefined} onChange={onChange} />);
    return onChange;
  };

  it('says each day with its weekday and its places', () => {
    show();
    expect(names()).toEqual([
      '11月26日 周四，余 3',
      '11月27日 周五，约满',
      '11月28日 周六，休息',
      '11月30日 周一，余 8',
    ]);
  });

  it('chooses an open day only, and passes over the others with the arrows', () => {
    const choose = show();
    fireEvent.click(screen.getByRole('radio', { name: /27日/ }));
    expect(choose).not.toHaveBeenCalled();
    fireEvent.keyDown(screen.getByRole('radio', { name: /26日/ }), { key: 'ArrowRight' });
    expect(choose).toHaveBeenCalledWith('2026-11-30');
  });

  it('makes a full day something to press where that leads on, and a closed one not', () => {
    const full = jest.fn();
    render(<DayPicker days={DAYS} todayOn="2026-11-26" value={undefined} onChange={jest.fn()} onFull={full} />);
    fireEvent.click(screen.getByRole('button', { name: '11月27日 周五，约满·候补' }));
    expect(full).toHaveBeenCalledWith('2026-11-27');
    expect(screen.getByRole('radio', { name: /28日/ })).toHaveAttribute('aria-disabled', 'true');
  });

  it('lists only the days that the hall is open in elder mode', () => {
    act(() => useSettings.getState().setElder(true));
    show();
    expect(names()).toHaveLength(3);
    expect(screen.getByText('今天')).toBeInTheDocument();
    act(() => useSettings.getState().setElder(false));
  });
});

describe('SlotGrid', () => {
  const at = (hour: number) => Date.UTC(2026, 10, 26, hour - 8);
  const slots = [
    { id: 'a', startsAt: at(9), endsAt: at(10), remaining: 2 },
    { id: 'b', startsAt: at(11), endsAt: at(12), remaining: 0 },
    { id: 'c', startsAt: at(14), endsAt: at(15), remaining: 5 },
  ];

  it('says each slot by Shanghai’s clock with its half of the day and its places', () => {
    render(<SlotGrid slots={slots} value="c" onChange={jest.fn()} />);
    expect(names()).toEqual(['上午09:00–10:00，余 2', '上午11:00–12:00，约满', '下午14:00–15:00，余 5']);
    expect(screen.getByRole('radio', { checked: true })).toHaveTextContent('14:00–15:00');
  });

  it('goes from morning to afternoon with the arrows, past a full slot', () => {
    const choose = jest.fn();
    render(<SlotGrid slots={slots} value="a" onChange={choose} />);
    fireEvent.keyDown(screen.getByRole('radio', { name: /09:00/ }), { key: 'ArrowDown' });
    expect(choose).toHaveBeenCalledWith('c');
  });

  it('makes a full slot something to press where that leads on', () => {
    const full = jest.fn();
    render(<SlotGrid slots={slots} value="a" onChange={jest.fn()} onFull={full} />);
    fireEvent.click(screen.getByRole('button', { name: '上午11:00–12:00，约满·候补' }));
    expect(full).toHaveBeenCalledWith('b');
    expect(names()).toHaveLength(2);
  });

  it('says why a slot is closed, and which is held already', () => {
    const [first, second] = slots as [(typeof slots)[0], (typeof slots)[0]];
    const marked = [
      { ...first, closed: '停电' },
      { ...second, remaining: 1, mark: '已占着' },
    ];
    render(<SlotGrid slots={marked} value={undefined} onChange={jest.fn()} />);
    expect(names()).toEqual(['上午09:00–10:00，停电', '上午11:00–12:00，已占着']);
  });
});

describe('HoldClock', () => {
  const NOW = Date.UTC(2026, 10, 26, 1);
  const spoken = () => screen.getByRole('status').textContent;

  it('is seen to the second and spoken once a minute, until it is over', async () => {
    jest.useFakeTimers();
    setClock(() => Date.now());
    jest.setSystemTime(NOW);
    const over = jest.fn();
    const said: (string | null)[] = [];
    render(<HoldClock until={NOW + 150_000} onOver={over} />);
    for (let second = 0; second < 150; second += 1) {
      said.push(spoken());
      act(() => jest.advanceTimersByTime(1000));
    }
    expect(Array.from(new Set(said))).toEqual(['还剩 2 分钟', '还剩 1 分钟', '还剩不到 1 分钟']);
    expect(over).toHaveBeenCalledTimes(1);
    expect(spoken()).toBe('保留时间到了');
    jest.useRealTimers();
  });
});

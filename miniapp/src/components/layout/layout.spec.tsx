import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { readStored } from '@/platform/storage';
import { useSettings } from '@/state/settings';
import { Page } from './Page';
import { Tabs } from './Tabs';

describe('Page', () => {
  it('leaves the focus alone when the app opens, and takes it to the heading of each page after', () => {
    render(<Page title="首页" tab />);
    expect(document.body).toHaveFocus();
    render(<Page title="选一个时间" />);
    expect(screen.getByRole('heading', { level: 1, name: '选一个时间' })).toHaveFocus();
  });

  it('leads back, and home when there is nothing behind it', () => {
    render(<Page title="选一个时间" />);
    fireEvent.click(screen.getByRole('link', { name: '返回' }));
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' });
    jest.mocked(Taro.getCurrentPages).mockReturnValueOnce([{}, {}] as never);
    fireEvent.click(screen.getByRole('link', { name: '返回' }));
    expect(Taro.navigateBack).toHaveBeenCalledTimes(1);
  });

  it('has no way back on a tab', () => {
    render(<Page title="首页" tab />);
    expect(screen.queryByRole('link', { name: '返回' })).toBeNull();
  });

  it('wears elder mode, which is remembered', () => {
    render(<Page title="首页" tab />);
    expect(screen.getByRole('main')).not.toHaveClass('theme--elder');
    act(() => useSettings.getState().setElder(true));
    expect(screen.getByRole('main')).toHaveClass('theme--elder');
    expect(readStored('settings.elder')).toBe(true);
    act(() => useSettings.getState().setElder(false));
  });
});

describe('Tabs', () => {
  it('are a named list with one selected, changed by the arrows', () => {
    function Views() {
      const [view, setView] = useState<'open' | 'past'>('open');
      const tabs = [
        { key: 'open' as const, title: '进行中' },
        { key: 'past' as const, title: '已结束' },
      ];
      return <Tabs label="预约状态" tabs={tabs} value={view} onChange={setView} />;
    }
    render(<Views />);
    expect(screen.getByRole('tablist', { name: '预约状态' })).toBeInTheDocument();
    fireEvent.keyDown(screen.getByRole('tab', { name: '进行中' }), { key: 'ArrowRight' });
    expect(screen.getByRole('tab', { selected: true })).toHaveTextContent('已结束');
    expect(screen.getByRole('tab', { selected: true })).toHaveFocus();
  });
});

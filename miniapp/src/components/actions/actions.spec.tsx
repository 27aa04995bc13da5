import { fireEvent, render, screen } from '@testing-library/react';
import { Button } from './Button';
import { Cell } from './Cell';
import { Pressable } from './Pressable';

describe('Pressable', () => {
  it('is a button by name, in the tab order, that answers touch, Enter and Space', () => {
    const press = jest.fn();
    render(
      <Pressable label="重新加载" onPress={press}>
        ↻
      </Pressable>,
    );
    const button = screen.getByRole('button', { name: '重新加载' });
    expect(button).toHaveAttribute('tabindex', '0');
    fireEvent.click(button);
    fireEvent.keyDown(button, { key: 'Enter' });
    expect(fireEvent.keyDown(button, { key: ' ' })).toBe(false);
    expect(press).toHaveBeenCalledTimes(3);
  });

  it('leaves every other key to the browser', () => {
    const press = jest.fn();
    render(<Pressable onPress={press}>甲</Pressable>);
    expect(fireEvent.keyDown(screen.getByRole('button'), { key: 'Tab' })).toBe(true);
    expect(press).not.toHaveBeenCalled();
  });

  it('does nothing while disabled, and says so', () => {
    const press = jest.fn();
    render(
      <Pressable disabled onPress={press}>
        甲
      </Pressable>,
    );
    const button = screen.getByRole('button');
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).not.toHaveAttribute('tabindex', '0');
    fireEvent.click(button);
    fireEvent.keyDown(button, { key: 'Enter' });
    expect(press).not.toHaveBeenCalled();
  });
});

describe('Button', () => {
  it('says what is under way and can’t be started twice', () => {
    const press = jest.fn();
    render(
      <Button busy busyText="正在提交…" onPress={press}>
        提交预约
      </Button>,
    );
    fireEvent.click(screen.getByRole('button', { name: '正在提交…' }));
    expect(press).not.toHaveBeenCalled();
  });

  it('keeps the focus when it becomes busy', () => {
    render(<Button busy>提交预约</Button>);
    expect(screen.getByRole('button')).toHaveAttribute('tabindex', '0');
  });
});

describe('Cell', () => {
  it('is one link with its whole text when it leads on', () => {
    render(<Cell title="一般纳税人登记" note="11月23日" onPress={jest.fn()} />);
    expect(screen.getByRole('link')).toHaveTextContent('一般纳税人登记11月23日');
  });

  it('is no control when it leads nowhere', () => {
    render(<Cell title="一般纳税人登记" />);
    expect(screen.queryByRole('link')).toBeNull();
  });
});

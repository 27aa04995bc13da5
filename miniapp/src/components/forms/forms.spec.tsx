import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { Checkbox } from './Checkbox';
import { type Choice, ChoiceList } from './ChoiceList';
import { ErrorSummary } from './ErrorSummary';
import { Field } from './Field';
import { spokenBy } from './FieldFrame';
import { SearchBar } from './SearchBar';
import { SummaryList } from './SummaryList';
import { TextArea } from './TextArea';

describe('Field', () => {
  it('is named by its label and described by its hint and its error', () => {
    render(
      <Field
        id="phone"
        kind="phone"
        label="手机号"
        hint="用来接收结果"
        error="请填写手机号"
        value=""
        onChange={jest.fn()}
      />,
    );
    const input = screen.getByRole('textbox', { name: '手机号' });
    expect(input).toHaveAccessibleDescription('用来接收结果 请填写手机号');
    expect(input).toBeInvalid();
    expect(input).toHaveAttribute('inputmode', 'tel');
  });

  it('says 选填 in its name, and is not invalid without an error', () => {
    render(<Field id="note" label="备注" optional value="" onChange={jest.fn()} />);
    expect(screen.getByRole('textbox', { name: /^备注\s?（选填）$/ })).toBeValid();
  });

  it('has its own name beside a field of the same id on a page below', () => {
    render(
      <>
        <Field id="name" label="您的姓名" value="" onChange={jest.fn()} />
        <Field id="name" label="企业名称" error="请填写企业名称" value="" onChange={jest.fn()} />
      </>,
    );
    expect(screen.getByRole('textbox', { name: '您的姓名' })).toBeValid();
    expect(screen.getByRole('textbox', { name: '企业名称' })).toHaveAccessibleDescription('请填写企业名称');
  });

  it('hands on what is typed', () => {
    const change = jest.fn();
    render(<Field id="name" label="姓名" value="" onChange={change} />);
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '王芳' } });
    expect(change).toHaveBeenCalledWith('王芳');
  });

  it('is one sentence on WeChat, where nothing can point to another element', () => {
    process.env.TARO_ENV = 'weapp';
    expect(spokenBy({ id: 'x', uid: 'x-1', label: '手机号', hint: '11 位', error: '请填写手机号' })).toEqual({
      label: '错误：请填写手机号，手机号，11 位',
    });
    process.env.TARO_ENV = 'h5';
  });
});

describe('TextArea', () => {
  it('says how much is left only when it runs out', () => {
    const { rerender } = render(<TextArea id="a" label="问题" maxLength={60} value="" onChange={jest.fn()} />);
    expect(screen.queryByText(/还可输入/)).toBeNull();
    rerender(<TextArea id="a" label="问题" maxLength={60} value={'字'.repeat(55)} onChange={jest.fn()} />);
    expect(screen.getByText('还可输入 5 字')).toBeInTheDocument();
  });
});

describe('ChoiceList', () => {
  type Hall = 'east' | 'west' | 'south';
  const choices: Choice<Hall>[] = [
    { value: 'east', label: '东厅' },
    { value: 'west', label: '西厅', disabled: true },
    { value: 'south', label: '南厅' },
  ];
  function Halls() {
    const [hall, setHall] = useState<Hall>();
    return <ChoiceList id="hall" label="在哪里办？" choices={choices} value={hall} onChange={setHall} />;
  }

  it('is a named group of radios and one stop of the Tab key', () => {
    render(<Halls />);
    expect(screen.getByRole('radiogroup', { name: '在哪里办？' })).toBeInTheDocument();
    expect(screen.getAllByRole('radio').map((radio) => radio.tabIndex)).toEqual([0, -1, -1]);
  });

  it('chooses with the arrows, past what can’t be chosen, around the end, and takes the focus along', () => {
    render(<Halls />);
    fireEvent.click(screen.getByRole('radio', { name: '东厅' }));
    fireEvent.keyDown(screen.getByRole('radio', { name: '东厅' }), { key: 'ArrowDown' });
    expect(screen.getByRole('radio', { name: '南厅' })).toBeChecked();
    expect(screen.getByRole('radio', { name: '南厅' })).toHaveFocus();
    fireEvent.keyDown(screen.getByRole('radio', { name: '南厅' }), { key: 'ArrowRight' });
    expect(screen.getByRole('radio', { name: '东厅' })).toBeChecked();
    fireEvent.keyDown(screen.getByRole('radio', { name: '东厅' }), { key: 'ArrowUp' });
    expect(screen.getByRole('radio', { name: '南厅' })).toBeChecked();
  });

  it('refuses a disabled choice', () => {
    render(<Halls />);
    fireEvent.click(screen.getByRole('radio', { name: '西厅' }));
    expect(screen.getByRole('radio', { name: '西厅' })).not.toBeChecked();
  });
});

describe('Checkbox', () => {
  it('turns over with Space and carries its error in its name', () => {
    const change = jest.fn();
    render(<Checkbox label="我已阅读" error="请先阅读" checked={false} onChange={change} />);
    fireEvent.keyDown(screen.getByRole('checkbox', { name: '错误：请先阅读，我已阅读' }), { key: ' ' });
    expect(change).toHaveBeenCalledWith(true);
  });
});

describe('ErrorSummary', () => {
  const errors = [
    { fieldId: 'name', message: '请填写姓名' },
    { fieldId: 'phone', message: '请填写手机号' },
  ];

  it('takes the focus at each failed try, and not before one', () => {
    const { rerender } = render(<ErrorSummary errors={errors} attempt={0} />);
    expect(screen.getByRole('alert')).not.toHaveFocus();
    rerender(<ErrorSummary errors={errors} attempt={1} />);
    expect(screen.getByRole('alert')).toHaveFocus();
    (document.activeElement as HTMLElement).blur();
    rerender(<ErrorSummary errors={errors} attempt={2} />);
    expect(screen.getByRole('alert')).toHaveFocus();
  });

  it('counts the errors and leads to the input of each', () => {
    render(
      <>
        <ErrorSummary errors={errors} attempt={1} />
        <Field id="phone" label="手机号" value="" onChange={jest.fn()} />
      </>,
    );
    expect(screen.getByRole('heading')).toHaveTextContent('有 2 处需要修改');
    fireEvent.click(screen.getByRole('link', { name: '请填写手机号' }));
    expect(screen.getByRole('textbox', { name: '手机号' })).toHaveFocus();
  });

  it('is not there without errors', () => {
    render(<ErrorSummary errors={[]} attempt={1} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('SummaryList', () => {
  it('names each 更改 by its row, and offers none where nothing can be changed', () => {
    const change = jest.fn();
    render(
      <SummaryList
        rows={[
          { label: '时间', value: '明天 09:00', onChange: change },
          { label: '办理人', value: '王*' },
        ]}
      />,
    );
    fireEvent.click(screen.getByRole('link', { name: '更改时间' }));
    expect(change).toHaveBeenCalledTimes(1);
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });
});

describe('SearchBar', () => {
  it('is a named search that can be emptied', () => {
    const change = jest.fn();
    const { rerender } = render(<SearchBar label="搜索事项" value="" onChange={change} />);
    expect(screen.getByRole('search')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: '搜索事项' })).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
    rerender(<SearchBar label="搜索事项" value="发票" onChange={change} />);
    fireEvent.click(screen.getByRole('button', { name: '清空搜索内容' }));
    expect(change).toHaveBeenCalledWith('');
  });
});

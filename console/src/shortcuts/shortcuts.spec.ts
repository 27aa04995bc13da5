import { afterEach, describe, expect, it } from '@jest/globals';
import { ariaCombo, comboOf, type KeyPress, keyCaps, worksWhileTyping } from './combo';
import { activeShortcuts, addShortcut, openLayer, type Shortcut, shortcuts } from './registry';

const press = (over: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  altKey: false,
  ctrlKey: false,
  shiftKey: false,
  isComposing: false,
  ...over,
});
const key = (combo: string, label: string, layer = 0): Shortcut => ({
  combo,
  label,
  group: '页面',
  layer,
  run: () => undefined,
});

describe('combos', () => {
  it('reads letters and digits by position, with their modifiers', () => {
    expect(comboOf(press({ key: 'ñ', code: 'KeyN', altKey: true }))).toBe('alt+n');
    expect(comboOf(press({ key: '1', code: 'Numpad1', altKey: true }))).toBe('alt+1');
    expect(comboOf(press({ key: 'Enter', code: 'Enter', ctrlKey: true }))).toBe('ctrl+enter');
    expect(comboOf(press({ key: '?', code: 'Slash', shiftKey: true }))).toBe('?');
  });

  it('takes nothing from an input method that is composing', () => {
    expect(comboOf(press({ key: 'Enter', code: 'Enter', isComposing: true }))).toBeUndefined();
  });

  it('lets only Ctrl, Alt and function keys act while one types', () => {
    expect(['alt+n', 'ctrl+enter', 'f2'].every(worksWhileTyping)).toBe(true);
    expect(['n', '?', 'enter', 'shift+n'].some(worksWhileTyping)).toBe(false);
  });

  it('writes key caps and aria names', () => {
    expect(keyCaps('ctrl+enter')).toEqual(['Ctrl', 'Enter']);
    expect(ariaCombo('ctrl+enter')).toBe('Control+Enter');
  });
});

describe('registry', () => {
  afterEach(() => shortcuts.set([]));
  const labels = () => activeShortcuts().map(({ label }) => label);

  it('gives a key to the one who asked last, and back when that one leaves', () => {
    addShortcut(key('alt+n', '新建'));
    const leave = addShortcut(key('alt+n', '下一件'));
    expect(labels()).toEqual(['下一件']);
    leave();
    expect(labels()).toEqual(['新建']);
  });

  it('hides the page’s keys under a dialog', () => {
    addShortcut(key('alt+n', '新建'));
    const dialog = openLayer();
    addShortcut(key('ctrl+enter', '提交', dialog.layer));
    expect(labels()).toEqual(['提交']);
    dialog.close();
    expect(labels()).toEqual(['新建']);
  });
});

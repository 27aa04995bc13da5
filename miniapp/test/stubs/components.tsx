/** DOM stand-ins for @tarojs/components with the properties of the H5 build; jsdom can't run its web components. */
import { type ChangeEvent, createElement, type ReactNode } from 'react';

type Props = Record<string, unknown> & { children?: ReactNode; nativeProps?: Record<string, unknown> };

const KEPT = /^(aria-|data-|on|role$|id$|className$|style$|src$|placeholder$)/;

function attributes(props: Props): Record<string, unknown> {
  const kept = Object.entries(props).filter(([name]) => KEPT.test(name));
  return { ...Object.fromEntries(kept), ...(props.tabindex !== undefined && { tabIndex: props.tabindex }) };
}

const box = (tag: string) => (props: Props) => createElement(tag, attributes(props), props.children);

/** On H5 the native properties stand on the control inside Taro's element. */
const control = (tag: string) => {
  return ({ nativeProps = {}, onInput, onConfirm: _confirm, value, id: _id, maxlength, ...props }: Props) =>
    createElement(tag, {
      ...attributes(props),
      ...attributes(nativeProps),
      inputMode: nativeProps.inputmode,
      maxLength: maxlength,
      value: value ?? '',
      onChange: (event: ChangeEvent<HTMLInputElement>) =>
        (onInput as (event: unknown) => void)({ detail: { value: event.target.value } }),
    });
};

export const View = box('div');
export const Text = box('span');
export const Input = control('input');
export const Textarea = control('textarea');
export const Image = ({ nativeProps, ...props }: Props) =>
  createElement('img', { ...attributes(props), ...nativeProps });

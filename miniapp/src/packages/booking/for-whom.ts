import { type BindingView, bindingRoleNames, type MeView } from '@yiyun/shared';
import type { Choice } from '@/components';

/** '我自己（王芳）', '宁波青禾贸易有限公司', '王大爷' */
export function sayWhom({ role, name }: Pick<BindingView, 'role' | 'name'>): string {
  if (role !== 'self') return name;
  return name ? `我自己（${name}）` : '我自己';
}

export const whomChoices = ({ bindings }: MeView): Choice<string>[] =>
  bindings.map((binding) => ({
    value: binding.taxpayerId,
    label: sayWhom(binding),
    ...(binding.role !== 'self' && { note: bindingRoleNames[binding.role] }),
  }));

/** The one that was chosen, if one may still act for it; the only one there is; otherwise it has to be asked. */
export function knownWhom({ bindings }: MeView, chosen: string): string {
  if (bindings.some(({ taxpayerId }) => taxpayerId === chosen)) return chosen;
  return bindings.length === 1 ? (bindings[0] as BindingView).taxpayerId : '';
}

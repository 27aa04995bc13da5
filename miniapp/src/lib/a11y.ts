/**
 * Accessibility properties, written once and spelled for each platform: WeChat reads `ariaRole`, `ariaLabel`, … (kept by
 * config/plugins/aria), H5 reads `role`, `aria-label`, `tabindex`. Nothing else in the app writes them by hand.
 */
export type Role =
  | 'alert'
  | 'alertdialog'
  | 'button'
  | 'checkbox'
  | 'dialog'
  | 'group'
  | 'heading'
  | 'img'
  | 'link'
  | 'list'
  | 'listitem'
  | 'main'
  | 'navigation'
  | 'progressbar'
  | 'radio'
  | 'radiogroup'
  | 'region'
  | 'search'
  | 'status'
  | 'switch'
  | 'tab'
  | 'tablist'
  | 'tabpanel';

export interface A11y {
  role?: Role;
  /** What is spoken in place of the content. */
  label?: string;
  /** Ids of elements that name or describe this one (H5 only; WeChat has no such reference). */
  labelledBy?: string;
  describedBy?: string;
  checked?: boolean;
  selected?: boolean;
  /** A button that stays in when it is pressed (H5 only; on WeChat its label has to say so). */
  pressed?: boolean;
  expanded?: boolean;
  disabled?: boolean;
  /** Decoration: not spoken. */
  hidden?: boolean;
  live?: 'polite' | 'assertive';
  level?: 1 | 2 | 3;
  modal?: boolean;
  invalid?: boolean;
  required?: boolean;
  /** true: in the tab order; false: only reachable by script. Default: interactive roles are in the tab order. */
  tabStop?: boolean;
}

const INTERACTIVE: ReadonlySet<Role> = new Set(['button', 'link', 'tab', 'radio', 'checkbox', 'switch']);

/** Properties for a View or Text. */
export function a11y(props: A11y): Record<string, unknown> {
  return process.env.TARO_ENV === 'weapp' ? forWeapp(props) : forH5(props);
}

/** Properties for an Input or Textarea: on H5 they belong on the native control inside Taro's element. */
export function controlA11y(props: A11y, native: Record<string, unknown> = {}): Record<string, unknown> {
  if (process.env.TARO_ENV === 'weapp') return forWeapp(props);
  return { nativeProps: { ...forH5(props), ...native } };
}

function forWeapp(props: A11y): Record<string, unknown> {
  return defined({
    ariaRole: props.role,
    ariaLabel: props.label,
    ariaChecked: props.checked,
    ariaSelected: props.selected,
    ariaExpanded: props.expanded,
    ariaDisabled: props.disabled,
    ariaHidden: props.hidden,
    ariaLive: props.live,
  });
}

function forH5(props: A11y): Record<string, unknown> {
  const interactive = props.role !== undefined && INTERACTIVE.has(props.role);
  const tabStop = props.tabStop ?? (interactive && !props.disabled ? true : undefined);
  return defined({
    role: props.role,
    'aria-label': props.label,
    'aria-labelledby': props.labelledBy,
    'aria-describedby': props.describedBy,
    'aria-checked': text(props.checked),
    'aria-selected': text(props.selected),
    'aria-pressed': text(props.pressed),
    'aria-expanded': text(props.expanded),
    'aria-disabled': text(props.disabled),
    'aria-hidden': text(props.hidden),
    'aria-live': props.live,
    'aria-level': props.level === undefined ? undefined : String(props.level),
    'aria-modal': text(props.modal),
    'aria-invalid': text(props.invalid),
    'aria-required': text(props.required),
    tabindex: tabStop === undefined ? undefined : tabStop ? 0 : -1,
  });
}

const text = (flag: boolean | undefined) => (flag === undefined ? undefined : String(flag));

const defined = (props: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));

import type { Rules } from '@yiyun/shared';
import { Button, Form, type FormInstance } from 'antd';
import { createContext, type ReactNode, useContext, useState } from 'react';
import type { Failure } from '../api/errors';
import { useSubmit } from '../api/use-submit';
import { ErrorResult } from '../components/error-result';
import { KeyButton } from '../components/key-button';
import { ErrorSummary } from './error-summary';
import { type Problem, readForm } from './problems';
import styles from './rule-form.module.css';
import { useLoadedVersion } from './use-loaded-version';

const RulesContext = createContext<Rules>({});

export interface RuleFormProps<Body extends object, Result> {
  /** Shared's table for the body, with more fields where the form has some of its own. */
  rules: Rules;
  initial?: object;
  /** Parts of the body that nobody types, such as a hall. */
  fixed?: object;
  /**
   * Of what is edited; goes into the body as it was when `initial` was loaded. When somebody else changes the thing
   * meanwhile, an untouched form follows and a touched one says so: nobody's change is overwritten unseen.
   */
  version?: number;
  /** What no single field's rule can say, such as two passwords that differ. */
  alsoCheck?: (values: Body) => Problem[];
  /** Sends it; also a request that has no answer yet may be sent again, with the same key. */
  onSubmit: (body: Body, idempotencyKey: string) => Promise<Result>;
  /** Awaited: what it reads again is there before the waiting ends. */
  onDone: (result: Result) => unknown;
  /** The act's own name: 登记办件. */
  submitLabel: string;
  /** Other buttons beside the main one. */
  buttons?: ReactNode;
  /** For a parent that reads along, such as a preview. */
  form?: FormInstance;
  onValues?: (values: Body) => void;
  disabled?: boolean;
  children: ReactNode;
}

/** A form that is checked by shared's rules when it is sent. What was typed stays until the server has taken it. */
export function RuleForm<Body extends object, Result>(props: RuleFormProps<Body, Result>) {
  const { rules, initial, fixed, version, alsoCheck, onSubmit, onDone, submitLabel, buttons, onValues, disabled } =
    props;
  const [form] = Form.useForm(props.form);
  const [problems, setProblems] = useState<Problem[]>([]);
  const loaded = useLoadedVersion(form, version);
  const submit = useSubmit<Result, Body>(onSubmit, {
    onDone: (result) => {
      loaded.letFollow();
      return onDone(result);
    },
  });

  const show = (found: Problem[]) => {
    setProblems(found);
    form.setFields(
      found
        .filter(({ path }) => path in form.getFieldsValue())
        .map(({ path, message }) => ({ name: path, errors: [message] })),
    );
  };
  const send = () => {
    const typed = form.getFieldsValue() as object;
    const { body, problems: broken } = readForm<Body>(rules, { ...typed, ...fixed, ...loaded.body });
    const found = [...broken, ...(alsoCheck?.(body) ?? [])];
    form.setFields(Object.keys(typed).map((name) => ({ name, errors: [] })));
    show(found);
    if (found.length > 0) return;
    submit.mutate(body, { onError: (failure: Failure) => show([...(failure.fields ?? [])]) });
  };
  const loadNewest = () => {
    loaded.load();
    onValues?.(form.getFieldsValue() as Body);
  };
  const go = (path: string) => {
    form.getFieldInstance(path)?.focus?.();
    form.scrollToField(path);
  };

  return (
    <RulesContext.Provider value={rules}>
      <Form
        form={form}
        className={styles.form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        disabled={disabled}
        onFinish={send}
        onValuesChange={(changed: object, all: Body) => {
          form.setFields(Object.keys(changed).map((name) => ({ name, errors: [] })));
          onValues?.(all);
        }}
      >
        <ErrorSummary problems={problems} onGo={go} />
        {loaded.isBehind && <Behind onLoad={loadNewest} />}
        {submit.error && problems.length === 0 && !loaded.isBehind && (
          <div className={styles.failure}>
            <ErrorResult title={`没能${submitLabel}`} error={submit.error} />
          </div>
        )}
        {props.children}
        <div className={styles.buttons}>
          <KeyButton
            type="primary"
            label={submit.error ? `再试一次：${submitLabel}` : submitLabel}
            combo="ctrl+enter"
            loading={submit.isPending}
            disabled={disabled}
            onClick={send}
          />
          {buttons}
        </div>
      </Form>
    </RulesContext.Provider>
  );
}

/** Says that somebody else was faster; what was typed stays until one gives it up. */
function Behind({ onLoad }: { onLoad: () => void }) {
  return (
    <div role="alert" className={styles.behind}>
      <p>内容刚刚被别人改过。您填写的还在，要先看到最新内容才能保存。</p>
      <Button size="small" onClick={onLoad}>
        放弃我的改动，载入最新内容
      </Button>
    </div>
  );
}

export interface RuleFieldProps {
  name: string;
  /** Instead of the rule's own word. */
  label?: string;
  hint?: ReactNode;
  /** `checked` for a switch or a checkbox. */
  valuePropName?: string;
  children: ReactNode;
}

/** One field of a RuleForm: its label is the rule's, and says when it may be left blank. */
export function RuleField({ name, label, hint, valuePropName, children }: RuleFieldProps) {
  const rule = useContext(RulesContext)[name];
  const word = label ?? rule?.label ?? name;
  return (
    <Form.Item name={name} label={rule?.optional ? `${word}（选填）` : word} extra={hint} valuePropName={valuePropName}>
      {children}
    </Form.Item>
  );
}

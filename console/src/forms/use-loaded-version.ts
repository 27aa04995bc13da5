import type { FormInstance } from 'antd';
import { useCallback, useEffect, useState } from 'react';

/** Which version the values of a form come from. */
export interface LoadedVersion {
  /** For the body that is sent. */
  body: { version?: number };
  /** There is a newer version, and the form has been touched. */
  isBehind: boolean;
  /** Gives up what was typed and takes the newest values. */
  load: () => void;
  /** After a save: the next version is one's own and is followed. */
  letFollow: () => void;
}

/** Follows `version` while nothing is typed; holds the loaded one as soon as something is. */
export function useLoadedVersion(form: FormInstance, version: number | undefined): LoadedVersion {
  const [loaded, setLoaded] = useState(version);
  const isOlder = loaded !== version;
  const load = useCallback(() => {
    form.resetFields();
    setLoaded(version);
  }, [form, version]);
  useEffect(() => {
    if (isOlder && !form.isFieldsTouched()) load();
  }, [isOlder, form, load]);
  return {
    body: loaded === undefined ? {} : { version: loaded },
    isBehind: isOlder && form.isFieldsTouched(),
    load,
    letFollow: () =>
      form.setFields(Object.keys(form.getFieldsValue() as object).map((name) => ({ name, touched: false }))),
  };
}

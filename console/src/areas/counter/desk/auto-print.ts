import { createStore, useStore } from '../../../lib/store';

const KEY = 'yiyun.console.autoPrint';
const autoPrint = createStore(localStorage.getItem(KEY) !== 'no');

/** Whether a ticket is printed as soon as it is drawn; remembered on this computer. */
export function useAutoPrint(): [boolean, (isOn: boolean) => void] {
  const isOn = useStore(autoPrint);
  const set = (next: boolean) => {
    localStorage.setItem(KEY, next ? 'yes' : 'no');
    autoPrint.set(next);
  };
  return [isOn, set];
}

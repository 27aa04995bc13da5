import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';

const steps: Record<string, [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** A grid of buttons that is one stop for Tab; arrows go from one to the next. Each button carries `data-place="row,column"`. */
export function useGridKeys<Box extends HTMLElement>(): {
  box: RefObject<Box>;
  onKeyDown: (event: KeyboardEvent) => void;
  isTabStop: (row: number, column: number) => boolean;
} {
  const box = useRef<Box>(null);
  const [stop, setStop] = useState('0,0');
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const place = (event.target as HTMLElement).dataset['place'];
    if (!step || !place) return;
    const [row = 0, column = 0] = place.split(',').map(Number);
    const to = `${row + step[0]},${column + step[1]}`;
    const button = box.current?.querySelector<HTMLElement>(`[data-place="${to}"]`);
    event.preventDefault();
    if (!button) return;
    setStop(to);
    button.focus();
  };
  return { box, onKeyDown, isTabStop: (row, column) => stop === `${row},${column}` };
}

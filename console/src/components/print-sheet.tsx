import { type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import './print-sheet.css';

interface PrintSheetProps {
  /** The sheet for the printer: 'size: 80mm auto; margin: 3mm'. */
  page: string;
  /** Called when the printer (or the person) has answered. */
  onPrinted: () => void;
  children: ReactNode;
}

/** Prints its content alone, as soon as it is shown; the page behind stays as it is. */
export function PrintSheet({ page, onPrinted, children }: PrintSheetProps) {
  const isPrinted = useRef(false);
  const latest = useRef(onPrinted);
  latest.current = onPrinted;
  useEffect(() => {
    if (isPrinted.current) return;
    isPrinted.current = true;
    document.body.classList.add('printing');
    window.print();
    document.body.classList.remove('printing');
    latest.current();
  }, []);
  return createPortal(
    <div className="print-sheet">
      <style>{`@page { ${page} }`}</style>
      {children}
    </div>,
    document.body,
  );
}

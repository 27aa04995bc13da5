/** Puts the focus back on a row, for example when what it opened is closed. */
export function focusRow(key: string): void {
  document.querySelector<HTMLElement>(`tr[data-row-key="${CSS.escape(key)}"]`)?.focus();
}

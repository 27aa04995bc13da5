/** WeChat's own frame (navigation bar, tab bar) needs no help. */
export function improveShell(): void {}

export function markElder(_elder: boolean): void {}

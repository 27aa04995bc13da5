/** Shows how far a long work is: one line that is written over on a terminal, a line for each tenth elsewhere. */
export function showProgress(stream: NodeJS.WriteStream = process.stdout): (line: string) => void {
  let shown = '';
  let tenth = -1;
  return (line) => {
    if (line === shown) return;
    shown = line;
    if (stream.isTTY) {
      stream.write(`\r\x1b[K${line}`);
      if (/100%/.test(line)) stream.write('\n');
      return;
    }
    const now = Math.floor(Number(/(\d+)%/.exec(line)?.[1] ?? 0) / 10);
    if (now === tenth) return;
    tenth = now;
    stream.write(`${line}\n`);
  };
}

const TOKEN = /(?:^|token=|\/)([\w-]{8,40})\/?$/;

/** The code of a ticket in what was scanned: the address printed on the paper, or the code alone; undefined in anything else. */
export const tokenIn = (scanned: string): string | undefined => TOKEN.exec(scanned.trim())?.[1];

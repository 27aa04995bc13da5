/** The only globals that a WeChat page has beside the language itself and `wx`. */
declare function setTimeout(handler: () => void, ms?: number): number;
declare function clearTimeout(id: number | undefined): void;
declare function setInterval(handler: () => void, ms?: number): number;
declare function clearInterval(id: number | undefined): void;
declare const console: { warn(...parts: unknown[]): void; error(...parts: unknown[]): void };
declare const process: { env: NodeJS.ProcessEnv };

import { type NodePath, parseSync, traverse, type types } from '@babel/core';
import type { Artifact } from '../artifact/types';
import { LOGIC_GLOBALS, WEAPP_GLOBALS } from '../view/names';
import { error, type Finding, warning } from './finding';

const KNOWN = new Set([...LOGIC_GLOBALS, ...WEAPP_GLOBALS]);
const ADDRESS = /\b(?:https?|wss?):\/\/([a-zA-Z0-9.-]+(?::\d+)?)/g;
/** Taro's runtime tries the name of another client, inside a guard. */
const GUARDED: Record<string, string[]> = { 'taro.js': ['tt'] };
/** Addresses that libraries name in messages and namespaces and never call. */
const NEVER_CALLED = /^(reactjs\.org|react\.dev|www\.w3\.org|github\.com|docs\.taro\.zone|fb\.me|errors\.)/;

type Call = NodePath<types.CallExpression | types.NewExpression>;

/** Code made of text: WeChat's engine refuses it. */
function codeFromText(path: Call): string | undefined {
  const { callee, arguments: args } = path.node;
  if (callee.type !== 'Identifier' || path.scope.hasBinding(callee.name, true)) return undefined;
  const [first] = args;
  if (callee.name === 'eval') return 'eval() is refused';
  if (/^set(Timeout|Interval)$/.test(callee.name) && first?.type === 'StringLiteral') return `${callee.name} of a text`;
  // `Function('return this')` stands in a try of many libraries and is never needed.
  const isThis = args.length === 1 && first?.type === 'StringLiteral' && first.value === 'return this';
  return callee.name === 'Function' && !isThis ? 'new Function() is refused' : undefined;
}

/** Names that nothing declares, apart from those that the script itself asks for with `typeof`. */
function undeclaredNames(program: NodePath<types.Program>): [name: string, line: number][] {
  const asked = new Set<string>();
  program.traverse({
    UnaryExpression({ node }) {
      if (node.operator === 'typeof' && node.argument.type === 'Identifier') asked.add(node.argument.name);
    },
  });
  const globals = (program.scope as unknown as { globals: Record<string, types.Identifier> }).globals;
  return Object.entries(globals)
    .filter(([name]) => !KNOWN.has(name) && !asked.has(name))
    .map(([name, node]) => [name, node.loc?.start.line ?? 0]);
}

function checkAddress(file: string, address: string, host: string, allowed: string[] | undefined): Finding[] {
  if (NEVER_CALLED.test(host)) return [];
  const report = allowed ? error : warning;
  const problems = [
    allowed && !allowed.includes(host) ? 'is not among the allowed hosts' : '',
    /^(http|ws):/.test(address) ? 'is not https or wss' : '',
    /^((\d+\.){3}\d+|localhost)(:|$)/.test(host) ? 'is no domain name' : '',
  ];
  return problems.filter(Boolean).map((problem) => report('address', file, `${address} ${problem}`));
}

function checkScript(file: string, source: string, allowed: string[] | undefined): Finding[] {
  const ast = parseSync(source, { configFile: false, babelrc: false, sourceType: 'script', compact: true });
  if (!ast) return [error('syntax', file, 'does not parse')];
  const found: Finding[] = [];
  const onCall = (path: Call) => {
    const problem = codeFromText(path);
    if (problem) found.push(error('code-from-text', `${file}:${path.node.loc?.start.line}`, problem));
  };
  traverse(ast, {
    Program(path) {
      for (const [name, line] of undeclaredNames(path)) {
        if (GUARDED[file]?.includes(name)) continue;
        found.push(error('browser-name', `${file}:${line}`, `${name} is not defined in a mini-program`));
      }
    },
    CallExpression: onCall,
    NewExpression: onCall,
    Import: ({ node }) =>
      void found.push(error('import', `${file}:${node.loc?.start.line}`, 'import() is not supported')),
  });
  const addresses = new Map([...source.matchAll(ADDRESS)].map(([address, host = '']) => [address, host]));
  for (const [address, host] of addresses) found.push(...checkAddress(file, address, host, allowed));
  return found;
}

/** The compiled JavaScript: names, code from text, addresses. `allowedHosts` are those set in WeChat's console. */
export const checkScripts = ({ js }: Artifact, allowedHosts?: string[]): Finding[] =>
  Object.entries(js).flatMap(([id, source]) => {
    try {
      return checkScript(`${id}.js`, source, allowedHosts);
    } catch (problem) {
      return [error('syntax', `${id}.js`, (problem as Error).message)];
    }
  });

import fs from 'node:fs';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { AppJson, Artifact, PageJson, WxmlProblem } from './types';
import { readWxss } from './wxss';

interface CompilerWarning {
  level: unknown;
  message: unknown;
  startLine: number;
  startColumn: number;
}

/** Files that are not part of what a page sees. */
const NOT_COMPONENT_JSON = /^(project\..*|sitemap|app)\.json$/;

function filesUnder(dir: string): string[] {
  return fs.readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(dir, entry.name);
    return entry.isDirectory() ? filesUnder(full) : [full];
  });
}

const problem = (file: string, w: CompilerWarning): WxmlProblem => ({
  file,
  level: String(w.level),
  message: String(w.message),
  line: w.startLine + 1,
  column: w.startColumn + 1,
});

/**
 * Reads a compiled mini-program (the folder with app.json). WXML and WXS are compiled by WeChat's own open-source
 * compiler. Throws when the folder or app.json is missing; problems inside templates are listed, not thrown.
 */
export function readArtifact(root: string): Artifact {
  const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
  const app = JSON.parse(read('app.json')) as AppJson;
  const packages = (app.subPackages ?? app.subpackages ?? []).map((p) => ({ ...p, root: p.root.replace(/\/?$/, '/') }));
  const artifact: Artifact = {
    root,
    app,
    pages: [
      ...app.pages.map((route) => ({ route, pkg: '' })),
      ...packages.flatMap((p) => p.pages.map((page) => ({ route: p.root + page, pkg: p.root }))),
    ],
    json: {},
    js: {},
    css: {},
    templates: '',
    wxmlProblems: [],
    sizes: Object.fromEntries([['', 0], ...packages.map((p) => [p.root, 0] as const)]),
  };
  const templates = TmplGroup.newDev();
  for (const full of filesUnder(root)) {
    const file = path.relative(root, full).split(path.sep).join('/');
    const pkg = packages.find((p) => file.startsWith(p.root))?.root ?? '';
    artifact.sizes[pkg] = (artifact.sizes[pkg] ?? 0) + fs.statSync(full).size;
    const ext = path.extname(file);
    const id = file.slice(0, -ext.length);
    if (ext === '.js') artifact.js[id] = read(file);
    else if (ext === '.json' && !NOT_COMPONENT_JSON.test(file)) artifact.json[id] = JSON.parse(read(file)) as PageJson;
    else if (ext === '.wxss') artifact.css[id] = readWxss(root, file);
    else if (ext === '.wxs') templates.addScript(id, read(file));
    else if (ext === '.wxml') {
      const warnings = (templates.addTmpl(id, read(file)) ?? []) as CompilerWarning[];
      artifact.wxmlProblems.push(...warnings.map((w) => problem(file, w)));
    }
  }
  artifact.templates = templates.getTmplGenObjectGroups();
  templates.free();
  return artifact;
}

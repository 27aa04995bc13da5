import fs from 'node:fs';
import path from 'node:path';
import type { Artifact } from '../artifact/types';
import { error, type Finding, warning } from './finding';

const KB = 1024;
const MAX_PACKAGE = 2048 * KB;
const MAX_ALL = 20 * 1024 * KB;
const MAX_ICON = 40 * KB;
const PARTS = ['js', 'wxml', 'json'];

/** Every file that app.json and `usingComponents` name is in the package. */
export function checkNamedFiles({ root, pages, json }: Artifact): Finding[] {
  const has = (file: string) => fs.existsSync(path.join(root, file));
  const found: Finding[] = [];
  for (const { route } of pages) {
    for (const part of PARTS.filter((ext) => !has(`${route}.${ext}`))) {
      found.push(error('page-file', `${route}.${part}`, 'named in app.json, not in the package'));
    }
  }
  if (new Set(pages.map((page) => page.route)).size !== pages.length) {
    found.push(error('page-twice', 'app.json', 'a page is listed twice'));
  }
  for (const [id, config] of Object.entries(json)) {
    for (const file of Object.values(config.usingComponents ?? {})) {
      if (/^(plugin|ext):/.test(file)) continue;
      const component = file.startsWith('/') ? file.slice(1) : path.posix.join(path.posix.dirname(id), file);
      for (const part of PARTS.filter((ext) => !has(`${component}.${ext}`))) {
        found.push(error('component-file', `${id}.json`, `${component}.${part} is missing`));
      }
      if (json[component] && !json[component].component) {
        found.push(error('component-flag', `${component}.json`, '"component": true is missing'));
      }
    }
  }
  return found;
}

/** Two to five tabs, all of the main package, with icons that are there and small enough. */
export function checkTabBar({ root, app, pages }: Artifact): Finding[] {
  const list = app.tabBar?.list;
  if (!list) return [];
  const found: Finding[] = [];
  const add = (message: string) => void found.push(error('tab-bar', 'app.json', message));
  if (list.length < 2 || list.length > 5) add(`${list.length} tabs; 2 to 5 are allowed`);
  for (const tab of list) {
    if (!pages.some((page) => page.route === tab.pagePath && page.pkg === '')) {
      add(`${tab.pagePath} is not a page of the main package`);
    }
    for (const icon of [tab.iconPath, tab.selectedIconPath].filter((file) => file !== undefined)) {
      const file = path.join(root, icon);
      if (!fs.existsSync(file)) add(`${icon} is missing`);
      else if (fs.statSync(file).size > MAX_ICON) add(`${icon} is over 40 KB`);
    }
  }
  return found;
}

/** 2 MB a package, 20 MB in all; a warning from three quarters of it. */
export function checkSizes({ sizes }: Artifact): Finding[] {
  const total = Object.values(sizes).reduce((a, b) => a + b, 0);
  const rows = Object.entries(sizes).map(([pkg, size]) => [pkg || 'main package', size, MAX_PACKAGE] as const);
  return [...rows, ['all packages', total, MAX_ALL] as const].flatMap(([name, size, limit]) => {
    if (size <= limit * 0.75) return [];
    const report = size > limit ? error : warning;
    return [report('size', name, `${Math.ceil(size / KB)} KB of ${limit / KB} KB`)];
  });
}

/** What the WXML compiler said. */
export const checkTemplates = ({ wxmlProblems }: Artifact): Finding[] =>
  wxmlProblems.map(({ file, line, column, level, message }) => {
    const report = /fatal|error/i.test(level) ? error : warning;
    return report('wxml', `${file}:${line}:${column}`, message);
  });

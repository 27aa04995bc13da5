import fs from 'node:fs';
import path from 'node:path';
import { rpxToCss } from './rpx';

const COMPONENT_TAGS =
  'view|text|button|image|scroll-view|form|picker|navigator|label|swiper|rich-text|icon|radio-group|checkbox-group';
const pageSelector = /(^|[\s,{}>+~])page(?=[\s,{.:>+~[])/g;
const componentSelector = new RegExp(`(^|[\\s,{}>+~])(${COMPONENT_TAGS})(?=[\\s,{.:>+~[])`, 'g');

/** A style sheet with its `@import`s put in place: WeChat's compiler does so, a browser would look for them by URL. */
function inlineImports(root: string, file: string, seen: Set<string>): string {
  if (seen.has(file)) return '';
  seen.add(file);
  const source = fs.readFileSync(path.join(root, file), 'utf8');
  return source.replace(/@import\s+["']([^"']+)["'];?/g, (_match, target: string) => {
    const found = target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(file), target);
    return inlineImports(root, found, seen);
  });
}

/** The browser's CSS of one WXSS file: imports in place, rpx as widths, component names as the host's elements. */
export function readWxss(root: string, file: string): string {
  return rpxToCss(inlineImports(root, file, new Set()))
    .replace(pageSelector, '$1wx-page')
    .replace(componentSelector, '$1wx-$2');
}

import fs from 'node:fs';
import path from 'node:path';
import type { AppJson } from '../artifact/types';
import { wxApis } from '../artifact/wx-apis';
import { error, type Finding, warning } from './finding';

const LOCATION = [
  'getLocation getFuzzyLocation startLocationUpdate startLocationUpdateBackground onLocationChange chooseLocation',
  'choosePoi chooseAddress',
].flatMap((line) => line.split(' '));

/** What WeChat opens only to a mini-program that declares it in its privacy guide. */
const PERSONAL = [
  ...LOCATION,
  ...[
    'getRecorderManager chooseMedia chooseImage chooseVideo chooseMessageFile saveImageToPhotosAlbum getUserProfile',
    'saveVideoToPhotosAlbum chooseInvoiceTitle chooseInvoice chooseLicensePlate chooseContact addPhoneContact',
    'addPhoneCalendar getClipboardData setClipboardData getWeRunData openBluetoothAdapter startAccelerometer',
  ].flatMap((line) => line.split(' ')),
];

/** True when version `a` is newer than `b`. */
const isNewer = (a: string, b: string): boolean => a.localeCompare(b, 'en', { numeric: true }) > 0;

function sourceFiles(dir: string): string[] {
  return fs.readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(dir, entry.name);
    if (entry.isDirectory()) return sourceFiles(full);
    return /\.tsx?$/.test(entry.name) && !/\.(h5|spec)\.tsx?$/.test(entry.name) ? [full] : [];
  });
}

/** Functions of `wx` that the sources name, with the first file that does: `Taro.x`, `wx.x`, `import { x } from '@tarojs/taro'`. */
function usedApis(src: string): Map<string, string> {
  const used = new Map<string, string>();
  for (const file of sourceFiles(src)) {
    const text = fs.readFileSync(file, 'utf8');
    const members = [...text.matchAll(/\b(?:Taro|wx)\.([a-zA-Z]\w*)/g)].map((match) => match[1] ?? '');
    const imports = [...text.matchAll(/import\s*\{([^}]*)\}\s*from\s*'@tarojs\/taro'/g)];
    const named = imports.flatMap((match) => (match[1] ?? '').split(',').map((name) => name.trim()));
    for (const name of [...members, ...named]) if (!used.has(name)) used.set(name, path.relative(src, file));
  }
  return used;
}

/** The functions of `wx` that the sources use: old enough for `library`, not given up, declared where they touch on privacy. */
export function checkApis(app: AppJson, src: string, library: string): Finding[] {
  const used = usedApis(src);
  const found = wxApis().flatMap(({ name, since, deprecated }): Finding[] => {
    const file = used.get(name);
    if (file === undefined) return [];
    const tooNew = since !== undefined && isNewer(since, library);
    return [
      ...(tooNew ? [error('library', file, `wx.${name} came with ${since}; phones may have ${library}`)] : []),
      ...(deprecated ? [warning('deprecated', file, `wx.${name} is deprecated`)] : []),
    ];
  });
  const personal = PERSONAL.filter((name) => used.has(name));
  if (personal.length > 0 && app.__usePrivacyCheck__ !== true) {
    found.push(warning('privacy', 'app.json', `__usePrivacyCheck__ should be true for ${personal.join(', ')}`));
  }
  const places = LOCATION.filter((name) => used.has(name));
  for (const name of places.filter((n) => !app.requiredPrivateInfos?.includes(n))) {
    found.push(error('privacy', 'app.json', `requiredPrivateInfos lacks ${name}`));
  }
  if (places.length > 0 && !app.permission?.['scope.userLocation']?.desc) {
    found.push(warning('privacy', 'app.json', 'permission scope.userLocation.desc is missing'));
  }
  return found;
}

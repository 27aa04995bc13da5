/**
 * The gate that a build has to pass: every script parses at the language level of the oldest phone we promise, the
 * WeChat packages stay well under WeChat's 2 MiB, and nothing is fetched from elsewhere.
 * Usage: node scripts/check-dist.cjs   (checks dist/weapp and dist/h5, as far as they are built)
 */
const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');
const acorn = require('acorn');

const KB = 1000;
const MIB = 1024 * 1024;
const ECMA_VERSION = 2018;
const MAIN_LIMIT = 700 * KB;
const PACKAGE_LIMIT = 1.5 * MIB;

/** Where a style sheet, a template or a page would load a picture, a font or a script from another host. */
const REMOTE = {
  '.css': /(?:url\(\s*["']?|@import\s+["'])(?:https?:)?\/\/[^"')\s]+/g,
  '.html': /\b(?:src|href)\s*=\s*["']?(?:https?:)?\/\/[^"'\s>]+/g,
};
const KINDS = { '.wxss': '.css', '.wxml': '.html' };

const filesIn = (dir) =>
  fs.readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(dir, entry.name);
    return entry.isDirectory() ? filesIn(file) : [file];
  });

const bytesOf = (files) => files.reduce((sum, file) => sum + fs.statSync(file).size, 0);

function syntaxFault(file) {
  try {
    acorn.parse(fs.readFileSync(file, 'utf8'), { ecmaVersion: ECMA_VERSION, sourceType: 'script' });
    return undefined;
  } catch (error) {
    return `newer than ES${ECMA_VERSION}: ${error.message}`;
  }
}

function remoteAssets(file) {
  const extension = path.extname(file);
  const pattern = REMOTE[KINDS[extension] ?? extension];
  return pattern ? [...fs.readFileSync(file, 'utf8').matchAll(pattern)].map(([found]) => `remote asset: ${found}`) : [];
}

/** Bytes of the main package ('main') and of each subpackage, by its root. */
function packageSizes(root, files) {
  const app = JSON.parse(fs.readFileSync(path.join(root, 'app.json'), 'utf8'));
  const sizes = { main: bytesOf(files) };
  for (const { root: folder } of app.subPackages ?? app.subpackages ?? []) {
    const inside = files.filter((file) => path.relative(root, file).startsWith(path.normalize(`${folder}/`)));
    sizes[folder] = bytesOf(inside);
    sizes.main -= sizes[folder];
  }
  return sizes;
}

/**
 * @param {string} root a dist folder
 * @param {string} platform 'weapp' or 'h5'
 * @returns {{ faults: string[], sizes: Record<string, number> }} what is wrong, and the sizes in bytes (h5: gzip of all scripts and style sheets)
 */
function checkDist(root, platform) {
  const files = filesIn(root);
  const faults = files.flatMap((file) => {
    const found = remoteAssets(file);
    const fault = file.endsWith('.js') ? syntaxFault(file) : undefined;
    return [...(fault ? [fault] : []), ...found].map((text) => `${path.relative(root, file)}: ${text}`);
  });
  if (platform === 'weapp') {
    const sizes = packageSizes(root, files);
    for (const [name, bytes] of Object.entries(sizes)) {
      const limit = name === 'main' ? MAIN_LIMIT : PACKAGE_LIMIT;
      if (bytes > limit) faults.push(`package ${name}: ${bytes} bytes, over ${limit}`);
    }
    return { faults, sizes };
  }
  const gzipped = (extension) =>
    files
      .filter((file) => file.endsWith(extension))
      .reduce((sum, file) => sum + zlib.gzipSync(fs.readFileSync(file), { level: 9 }).length, 0);
  return { faults, sizes: { 'js gzip': gzipped('.js'), 'css gzip': gzipped('.css') } };
}

function main() {
  const dist = path.resolve(__dirname, '../dist');
  const built = ['weapp', 'h5'].filter((platform) => fs.existsSync(path.join(dist, platform)));
  if (built.length === 0) throw new Error('nothing is built: run build:weapp or build:h5 first');
  for (const platform of built) {
    const { faults, sizes } = checkDist(path.join(dist, platform), platform);
    console.log(platform, sizes);
    for (const fault of faults) console.error(`${platform}/${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
}

module.exports = { checkDist };
if (require.main === module) main();

// build.mjs: makes what the browser gets.
//   node web/build.mjs OUTDIR
// OUTDIR/a/NAME.HASH.EXT, each also as .gz and .br; OUTDIR/manifest, one line "NAME NAME.HASH.EXT" a file;
// OUTDIR/errors/CODE.html. A name changes with the content, so it may be kept for good. Fails above a budget.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { errorPages } from './errors.mjs';

const web = fileURLToPath(new URL('.', import.meta.url));
const kilobyte = 1024;
const budgets = {          // as sent, with brotli; and as written
  'quarter.css': { sent: 8 * kilobyte, written: 40 * kilobyte },
  'quarter.js': { sent: 8 * kilobyte, written: 25 * kilobyte },
  'icons.svg': { sent: 6 * kilobyte },
};
const names = new Map();   // of each file: the name it is served under

const served = name => {
  if (!names.has(name)) throw new Error(`${name} is named before it is made`);
  return `/a/${names.get(name)}`;
};
const read = path => readFileSync(join(web, path), 'utf8');

function squeeze(text) {
  return {
    '.gz': gzipSync(text, { level: 9 }),
    '.br': brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }),
  };
}

function weigh(name, text, sent) {
  const budget = budgets[name] ?? {};
  const written = Buffer.byteLength(text);
  console.log(`${name.padEnd(16)} ${String(written).padStart(6)} bytes, ${String(sent).padStart(5)} sent`);
  if (sent > budget.sent || written > budget.written) throw new Error(`${name} is over its budget`);
}

function make(out, name, text) {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const end = extname(name);
  const file = `${basename(name, end)}.${hash}${end}`;
  const squeezed = squeeze(text);
  weigh(name, text, squeezed['.br'].length);
  writeFileSync(join(out, 'a', file), text);
  for (const [suffix, bytes] of Object.entries(squeezed)) writeFileSync(join(out, 'a', file + suffix), bytes);
  names.set(name, file);
}

/** A stylesheet and the manifest of the site name other files, which must be made before them. */
const withoutComments = css => css.replace(/\/\*[^]*?\*\/\s*/g, '');
const resolveUrls = css => css.replace(/url\(([\w.-]+)\)/g, (_, name) => `url(${served(name)})`);
const resolveIcons = json => json.replace(/"src": "([\w.-]+)"/g, (_, name) => `"src": "${served(name)}"`);

function build(out) {
  for (const folder of ['a', 'errors']) {
    rmSync(join(out, folder), { recursive: true, force: true });
    mkdirSync(join(out, folder), { recursive: true });
  }
  make(out, 'icons.svg', read('img/icons.svg'));
  make(out, 'favicon.svg', read('img/favicon.svg'));
  make(out, 'pointer.svg', read('img/pointer.svg'));
  make(out, 'quarter.css', resolveUrls(withoutComments(read('css/quarter.css'))));
  make(out, 'quarter.js', read('js/quarter.js'));
  make(out, 'site.webmanifest', resolveIcons(read('site.webmanifest')));
  for (const [name, text] of errorPages(served)) writeFileSync(join(out, 'errors', name), text);
  writeFileSync(join(out, 'manifest'), [...names].map(([name, file]) => `${name} ${file}\n`).join(''));
}

if (process.argv.length !== 3) {
  console.error('usage: node web/build.mjs OUTDIR');
  process.exit(2);
}
build(process.argv[2]);

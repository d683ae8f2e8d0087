// run.mjs: walks the journeys through a running instance, each as one person.
//   QUARTER_URL=http://127.0.0.1:8080 QUARTER_STATE=state QUARTER_CTL="./bootstrap ctl" \
//     node tests/journeys/run.mjs [--only NAME,NAME] [--all] [FOLDER for screenshots]
// Language, width and script are dealt out by turns, so that over all journeys each is met with each;
// --all walks every journey in every way. Last line: "N passed, N failed".
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { Person } from './person.mjs';

const { values: options, positionals: [out] } = parseArgs({
  options: { only: { type: 'string' }, all: { type: 'boolean' } }, allowPositionals: true,
});
const base = (process.env.QUARTER_URL ?? 'http://127.0.0.1:8080').replace(/\/$/, '');
const limit = 480_000;

const languages = ['zh-CN', 'en'];
const widths = [320, 1366, 768];
const ways = languages.flatMap(language => widths.flatMap(width => [true, false].map(script => ({ language, width, script }))));

const counts = { passed: 0, failed: 0 };

function tell(passed, what) {
  counts[passed ? 'passed' : 'failed'] += 1;
  console.log(`${passed ? 'ok' : 'not ok'} ${counts.passed + counts.failed} - ${what}`);
}

/** Five is coprime to the number of ways, so neighbours differ in all three and none is left out. */
const dealt = number => ways[(number * 5) % ways.length];

const fits = (way, fixed = {}) => Object.entries(fixed).every(([key, value]) => !(key in way) || way[key] === value);

function waysOf(journey, number) {
  const all = options.all ? ways.filter(way => fits(way, journey.way)) : [dealt(number)];
  return all.map(way => ({ ...way, ...journey.way }));
}

/** Each journey has a browser of its own, so that one that breaks down takes no other with it. */
const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--font-render-hinting=none'],
});

async function walk(journey, way) {
  const person = new Person(`${journey.name} ${way.language} ${way.width}${way.script ? '' : ' no script'}`.replaceAll(' ', '-'), way, tell, out);
  const served = await journey.serve?.();
  const browser = await launch();
  let timer;
  try {
    await person.arrive(browser, served?.base ?? base);
    await Promise.race([journey.walk(person), new Promise((_, late) => { timer = setTimeout(() => late(new Error('took too long')), limit); })]);
  } catch (error) {
    await person.shoot().catch(() => {});
    tell(false, `${person.name}: at ${person.page?.url()}: ${String(error).split('\n').slice(0, 4).join(' ')}`);
  }
  clearTimeout(timer);
  person.leave();
  await browser.close();
  served?.close();
}

const names = readdirSync(new URL('walks', import.meta.url)).map(file => basename(file, '.mjs')).sort();
const wanted = names.filter(name => !options.only || options.only.split(',').includes(name));
for (const name of wanted) {
  const { journey } = await import(`./walks/${name}.mjs`);
  for (const way of waysOf({ name, ...journey }, names.indexOf(name))) await walk({ name, ...journey }, way);
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed ? 1 : 0);

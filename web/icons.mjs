// icons.mjs: the sprite of outlines, from @tabler/icons (MIT): only those that the pages show.
//   node web/icons.mjs
// writes img/icons.svg, which is kept, so that a build needs nothing from npm.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// name in our pages: name of the outline
const outlines = {
  home: 'home', room: 'door', centre: 'building-community', calendar: 'calendar-plus', me: 'user', bell: 'bell',
  phone: 'phone', read: 'volume', care: 'accessible', clock: 'clock', pin: 'map-pin', walk: 'walk', people: 'users',
  check: 'check', info: 'info-circle', alert: 'alert-triangle', shut: 'ban', lock: 'lock', key: 'key', route: 'route',
  repeat: 'repeat', edit: 'edit', filter: 'adjustments-horizontal', print: 'printer', screen: 'device-tv', search: 'search',
  diary: 'calendar-event', download: 'download', locate: 'current-location', activity: 'confetti', certificate: 'certificate',
};

/** Shapes without the box that is drawn around each outline, and without what the stylesheet says for all. */
function shapes(svg) {
  return [...svg.matchAll(/<(path|circle|rect|line|polyline|ellipse)\b[^>]*>/g)]
    .map(match => match[0].replace(/\s+/g, ' ').replace(/ ?\/>/, '/>'))
    .filter(shape => !shape.includes('stroke="none"'))
    .join('');
}

/** The sprite as text; a missing outline is an error of readFileSync that names its file. */
export function sprite() {
  const require = createRequire(import.meta.url);
  const symbols = Object.entries(outlines).map(([ours, theirs]) => {
    const file = require.resolve(`@tabler/icons/outline/${theirs}.svg`);
    return `<symbol id="${ours}" viewBox="0 0 24 24">${shapes(readFileSync(file, 'utf8'))}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('img/icons.svg', import.meta.url), sprite());
}

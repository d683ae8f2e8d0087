// What is kept in web/ and was made from something else is still what it is made from.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sprite } from '../../web/icons.mjs';

test('the sprite that is kept has the outlines that icons.mjs names', () => {
  const kept = readFileSync(new URL('../../web/img/icons.svg', import.meta.url), 'utf8');

  assert.equal(kept, sprite(), 'run "node web/icons.mjs"');
});

test('every outline that a page shows is in the sprite', () => {
  const folder = fileURLToPath(new URL('../../src', import.meta.url));
  const pages = readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.html'));
  const shown = pages.flatMap(name => [...readFileSync(join(folder, name), 'utf8').matchAll(/\bicon\("([^"]+)"\)/g)].map(match => match[1]));
  assert.ok(shown.length > 50);
  assert.deepEqual(shown.filter(name => !sprite().includes(`<symbol id="${name}"`)), []);
});

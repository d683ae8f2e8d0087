// What is kept in web/ and was made from something else is still what it is made from.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sprite } from '../../web/icons.mjs';

test('the sprite that is kept has the outlines that icons.mjs names', () => {
  const kept = readFileSync(new URL('../../web/img/icons.svg', import.meta.url), 'utf8');

  assert.equal(kept, sprite(), 'run "node web/icons.mjs"');
});

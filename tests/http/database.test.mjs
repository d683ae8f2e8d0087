// database.test.mjs - how the private database runs.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { query } from './database.mjs';
import { state } from './lib.mjs';

test('its temporary files lie where no other server deletes them', () => {
  assert.equal(query('web', 'SELECT @@tmpdir').rows, join(state, 'tmp'));
});

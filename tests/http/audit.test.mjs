// audit.test.mjs - the log holds what was done, and those who write it can only add to it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from './database.mjs';
import { as, ctl } from './lib.mjs';

test('the log is intact', () => {
  const report = JSON.parse(ctl('--json', 'audit', 'verify'));
  assert.equal(report.intact, true);
  assert.ok(report.entries > 0);
});

test('what an account does is in the log, under its name', async () => {
  const client = as('volunteer@quarter.example');
  const { version, language } = (await client.get('/api/v1/me')).json;
  const before = Number(query('audit', 'SELECT COUNT(*) FROM audit_entry WHERE actor IS NOT NULL').rows);
  assert.equal((await client.patch('/api/v1/me', { name: '周卫国', language, version })).status, 200);
  assert.ok(Number(query('audit', 'SELECT COUNT(*) FROM audit_entry WHERE actor IS NOT NULL').rows) > before);
});

for (const user of ['web', 'auth', 'jobs', 'audit', 'backup']) {
  test(`the database refuses ${user} every change of the log`, () => {
    const changes = ["UPDATE audit_entry SET act = 'x'", 'DELETE FROM audit_entry', 'TRUNCATE audit_entry',
      'DROP TABLE audit_entry', 'ALTER TABLE audit_entry ADD x INT',
      ...(['audit', 'backup'].includes(user) ? ["INSERT INTO audit_entry VALUES (1,1,1,1,'x',1,1,'',0,0,1)"] : [])];
    assert.equal(query(user, 'SELECT 1').rows, '1');
    for (const sql of changes) assert.match(query(user, sql).error ?? 'was done', /denied/, sql);
  });
}

for (const user of ['web', 'jobs']) {
  test(`the database refuses ${user} to read what others did`, () => {
    assert.match(query(user, 'SELECT detail FROM audit_entry LIMIT 1').error ?? 'was read', /denied/);
    assert.match(query(user, 'SELECT seq FROM audit_entry LIMIT 1').rows, /^\d+$/);
  });
}

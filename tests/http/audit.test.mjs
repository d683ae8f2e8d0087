// audit.test.mjs - the log holds what was done, and those who write it can only add to it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { as, ctl, state } from './lib.mjs';

const configuration = readFileSync(join(state, 'quarter.conf'), 'utf8');
const setting = name => configuration.match(new RegExp(`^${name} *= *(.*)$`, 'm'))[1];

// A statement as one of the database's users; what the server says against it, or its rows.
function query(user, sql) {
  try {
    const rows = execFileSync('mariadb', ['--no-defaults', '--protocol=socket', `--socket=${setting('socket')}`,
      `--user=${setting(`${user}_user`)}`, '--batch', '--skip-column-names', setting('name'), '-e', sql],
    { encoding: 'utf8', env: { ...process.env, MYSQL_PWD: setting(`${user}_password`) }, stdio: ['ignore', 'pipe', 'pipe'] });
    return { rows: rows.trim() };
  } catch (e) {
    return { error: e.stderr };
  }
}

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
      ...(['audit', 'backup'].includes(user) ? ["INSERT INTO audit_entry VALUES (1,1,1,1,'x',1,1,'',0,0)"] : [])];
    assert.equal(query(user, 'SELECT 1').rows, '1');
    for (const sql of changes) assert.match(query(user, sql).error ?? 'was done', /denied/, sql);
  });
}

for (const user of ['web', 'auth', 'jobs']) {
  test(`the database refuses ${user} to read what others did`, () => {
    assert.match(query(user, 'SELECT detail FROM audit_entry LIMIT 1').error ?? 'was read', /denied/);
    assert.match(query(user, 'SELECT seq FROM audit_entry LIMIT 1').rows, /^\d+$/);
  });
}

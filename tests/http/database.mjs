// database.mjs - asks the database of the instance itself.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { state } from './lib.mjs';

const configuration = readFileSync(join(state, 'quarter.conf'), 'utf8');
const setting = name => configuration.match(new RegExp(`^${name} *= *(.*)$`, 'm'))[1];

// A statement as one of the database's users; what the server says against it, or its rows.
export function query(user, sql) {
  try {
    const rows = execFileSync('mariadb', ['--no-defaults', '--protocol=socket', `--socket=${setting('socket')}`,
      `--user=${setting(`${user}_user`)}`, '--batch', '--skip-column-names', setting('name'), '-e', sql],
    { encoding: 'utf8', env: { ...process.env, MYSQL_PWD: setting(`${user}_password`) }, stdio: ['ignore', 'pipe', 'pipe'] });
    return { rows: rows.trim() };
  } catch (e) {
    return { error: e.stderr };
  }
}

// quarterctl.test.mjs - the administrator's program: its words, its answers, its exit codes.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program, state } from './lib.mjs';
import { newMail, password } from './people.mjs';

const [command, ...before] = process.env.QUARTER_CTL.split(' ');

// Runs quarterctl and tells all it said and how it ended.
function run(words, { config = true, environment = {} } = {}) {
  const ended = spawnSync(command, [...(config ? before : []), ...words], {
    encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8', ...environment },
  });
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}

const folder = mkdtempSync(join(tmpdir(), 'quarter-ctl-'));
test.after(() => rmSync(folder, { recursive: true }));

// The configuration of the instance with some lines replaced.
function configWith(changes) {
  let text = readFileSync(join(state, 'quarter.conf'), 'utf8');
  for (const [from, to] of changes) text = text.replace(from, to);
  const path = join(folder, 'changed.conf');
  writeFileSync(path, text);
  return ['--config', path];
}

// Stands before the database, and cuts the line so many times when a COMMIT comes, which nobody hears.
async function cutting(times, act) {
  const server = readFileSync(join(state, 'quarter.conf'), 'utf8').match(/^socket = (\S+mariadb\.sock)$/m)[1];
  const path = join(folder, 'cut.sock');
  const before = createServer(client => {
    const database = connect(server);
    const end = () => { client.destroy(); database.destroy(); };
    for (const line of [client, database]) line.on('error', end).on('close', end);
    database.on('data', part => client.write(part));
    client.on('data', part => {
      if (part.includes('COMMIT') && times-- > 0) end();
      else database.write(part);
    });
  });
  await new Promise(done => before.listen(path, done));
  const config = configWith([[server, path]]);
  const said = words => new Promise(done => {
    const child = execFile(command, [...config, ...words], (error, out, err) => done({ code: error?.code ?? 0, out, err }));
    child.stdin.end(`${password}\n`);
  });
  try {
    return await act(said);
  } finally {
    before.close();
  }
}

test('help stands at every level', () => {
  const all = run(['--help'], { config: false });
  assert.equal(all.code, 0);
  for (const name of ['migrate', 'doctor', 'demo load', 'account create', 'audit verify'])
    assert.match(all.out, new RegExp(`^  ${name}`, 'm'));
  const group = run(['account', '--help'], { config: false });
  assert.equal(group.code, 0);
  assert.match(group.out, /^ {2}account create/m);
  assert.doesNotMatch(group.out, /demo load/);
  const one = run(['demo', 'load', '--help'], { config: false });
  assert.equal(one.code, 0);
  assert.match(one.out, /^quarterctl demo load \[--residents N\]/);
});

test('a word that is unknown is a wrong usage, and the nearest is guessed', () => {
  const ended = run(['demo', 'lod'], { config: false });
  assert.equal(ended.code, 2);
  assert.equal(ended.out, '');
  assert.match(ended.err, /no command "demo lod"\. Is "demo load" meant\?/);
  assert.equal(run([], { config: false }).code, 2);
  assert.equal(run(['demo', 'load', '--residents', 'many']).code, 2);
  assert.equal(run(['demo', 'load', '--resident-count', '3']).code, 2);
  assert.equal(run(['clock', 'tomorrow']).code, 2);
});

test('at a Chinese terminal it speaks Chinese', () => {
  const ended = run(['config', 'show', '--json', '--quiet'], { environment: { LC_ALL: 'zh_CN.UTF-8' } });
  assert.equal(ended.code, 0);
  assert.match(run(['clock', 'tomorrow'], { environment: { LC_ALL: 'zh_CN.UTF-8' } }).err, /请写明时间/);
});

test('without a configuration it says how to name one', () => {
  const ended = spawnSync(command, ['doctor'], {
    encoding: 'utf8', env: Object.fromEntries(Object.entries({ ...process.env, LC_ALL: 'C.UTF-8' })
      .filter(([name]) => name !== 'QUARTER_CONFIG')),
  });
  assert.equal(ended.status, 1);
  assert.match(ended.stderr, /--config or QUARTER_CONFIG/);
  assert.equal(run(['config', 'show'], {
    config: false, environment: { QUARTER_CONFIG: join(state, 'quarter.conf') },
  }).code, 0);
});

test('what is shown of the configuration holds no password', () => {
  const shown = run(['config', 'show']);
  const secret = readFileSync(join(state, 'quarter.conf'), 'utf8').match(/web_password = (\S+)/)[1];
  assert.equal(shown.code, 0);
  assert.ok(!shown.out.includes(secret));
  assert.match(shown.out, /; web_password is given/);
});

test('a mistake in the configuration is named with its line', () => {
  const ended = run(configWith([['[pool]', '[pool]\nwrokers = 3']]).concat('doctor'), { config: false });
  assert.equal(ended.code, 1);
  assert.match(ended.err, /changed\.conf:\d+: \[pool\] has no wrokers/);
});

test('the doctor finds a sound installation well', () => {
  const ended = run(['doctor', '--json']);
  const looks = JSON.parse(ended.out);
  assert.equal(ended.code, 0, ended.err);
  assert.ok(looks.length >= 9);
  assert.ok(looks.every(look => look.well));
});

test('the doctor says what to mend', () => {
  const key = join(folder, 'open.key');
  writeFileSync(key, `${'0'.repeat(64)}\n`);
  chmodSync(key, 0o644);
  const ended = run(configWith([
    [/socket = \S+mariadb\.sock/, 'socket = /nowhere/mariadb.sock'],
    [/cookie_key_file = \S+/, `cookie_key_file = ${key}`],
    [/mail_dir = \S+/, 'mail_dir = /nowhere/mail'],
    [/locale_dir = \S+/, 'locale_dir = /nowhere'],
    [/time_zone = \S+/, 'time_zone = Mars/Olympus'],
  ]).concat('doctor'), { config: false });
  assert.equal(ended.code, 1);
  assert.match(ended.out, /^schema +not seen$/m);
  assert.match(ended.err, /^database: .*\/nowhere\/mariadb\.sock/m);
  assert.match(ended.err, /^keys: .*open\.key is open to others/m);
  assert.match(ended.err, /^messages: .*\/nowhere\/mail/m);
  assert.match(ended.err, /^language: \/nowhere\/zh_CN\.mo is missing/m);
  assert.match(ended.err, /^clock: .*Mars\/Olympus/m);
});

test('the schema is brought up to date any number of times', () => {
  const first = run(['migrate', '--json']);
  assert.equal(first.code, 0);
  assert.equal(JSON.parse(first.out).run, 0);
  assert.ok(JSON.parse(first.out).version >= 4);
});

// By so little that nobody's session ends of it.
test('the clock moves for every process, and back', () => {
  const apart = words => (new Date(JSON.parse(run(['clock', ...words, '--json']).out).now) - new Date()) / 1000;
  const near = (seconds, expected) => assert.ok(Math.abs(seconds - expected) < 20, `${seconds} s`);
  test.after(() => run(['clock', 'off']));
  near(apart(['off']), 0);
  near(apart(['+2m']), 120);
  near(apart(['+1m']), 180);
  near(apart([new Date(Date.now() + 60000).toISOString().replace(/\.\d+/, '')]), 60);
  near(apart(['off']), 0);
  const refused = run(configWith([['test_clock = 1', 'test_clock = 0']]).concat('clock', '+1m'), { config: false });
  assert.equal(refused.code, 1);
});

test('residents are added, and each token acts as one of them', async () => {
  const file = join(folder, 'tokens');
  const first = run(['demo', 'load', '--residents', '3', '--days', '5', '--tokens', file]);
  assert.equal(first.code, 0, first.err);
  const tokens = readFileSync(file, 'utf8').trim().split('\n');
  assert.equal(tokens.length, 3);
  assert.equal(statSync(file).mode & 0o077, 0);
  assert.equal(run(['demo', 'load', '--residents', '2', '--tokens', file]).code, 0);
  tokens.push(...readFileSync(file, 'utf8').trim().split('\n'));
  const who = await Promise.all(tokens.map(token => program(token).get('/api/v1/me')));
  assert.deepEqual(who.map(answer => answer.status), [200, 200, 200, 200, 200]);
  assert.equal(new Set(who.map(answer => answer.json.id)).size, 5);
});

const createAccount = () => ['account', 'create', newMail(), '--name', 'Lan Wang', '--password-stdin'];

test('what was not done is not said to be', async () => {
  const words = createAccount();
  const ended = await cutting(Infinity, said => said(words));
  assert.equal(ended.code, 1);
  assert.equal(ended.out, '');
  assert.match(ended.err, /^quarterctl: /m);
  assert.equal(run(['account', 'show', words[2]]).code, 1);
});

test('what was done at the second try is said once', async () => {
  const words = createAccount();
  const ended = await cutting(1, said => said(words));
  assert.equal(ended.code, 0, ended.err);
  assert.match(ended.out, /^[0-9a-z]{13}\n$/);
  assert.match(run(['account', 'show', words[2]]).out, new RegExp(`^account +${ended.out.trim()}$`, 'm'));
});

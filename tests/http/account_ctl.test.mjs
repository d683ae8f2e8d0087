// account_ctl.test.mjs - what quarterctl does with accounts, roles, tokens and second factors.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ctl, program } from './lib.mjs';
import { newMail, password, signedIn, somebody } from './people.mjs';

// Runs a command that is to fail: its exit code, and what it says.
function fails(code, words, said, input = '') {
  try {
    ctl.input(input, ...words);
  } catch (error) {
    assert.equal(error.status, code, `${words.join(' ')}: ${error.stderr}`);
    assert.match(error.stderr, said);
    return;
  }
  assert.fail(`${words.join(' ')} was done`);
}

const shown = login => JSON.parse(ctl('--json', 'account', 'show', login));

test('an account is made once, and shown without its addresses', () => {
  const login = newMail();
  const made = JSON.parse(ctl('--json', 'account', 'create', login, '--name', '王兰'));
  const account = shown(login);
  assert.equal(account.account, made.account);
  assert.deepEqual([account.name, account.status, account.roles, account.sessions, account.tokens], ['王兰', 'open', [], 0, 0]);
  assert.deepEqual(account.logins, ['p***@quarter.example']);
  fails(1, ['account', 'create', login, '--name', '王兰'], /login_taken/);
});

test('a role holds as long as it is given, and where', async () => {
  const login = somebody('manager sports-park');
  assert.deepEqual(shown(login).roles, ['manager']);
  assert.deepEqual((await signedIn(login)).answer.json.roles, ['manager']);
  ctl('account', 'revoke', login, 'manager', 'sports-park');
  assert.deepEqual(shown(login).roles, []);
  assert.deepEqual((await signedIn(login)).answer.json.roles, []);
  fails(1, ['account', 'revoke', login, 'manager', 'sports-park'], /missing/);
});

test('a role that is none and a place that is not there are refused', () => {
  const login = somebody();
  fails(1, ['account', 'grant', login, 'emperor', 'sports-park'], /unknown_role/);
  fails(1, ['account', 'grant', login, 'manager', 'atlantis'], /unknown_place/);
  fails(1, ['account', 'grant', newMail(), 'manager', 'sports-park'], /missing/);
  ctl('account', 'grant', login, 'auditor', 'root', '--days', '1');
  assert.deepEqual(shown(login).roles, ['auditor']);
});

test('locking asks for a reason', () => {
  const login = somebody();
  fails(1, ['account', 'lock', login], /reason_needed/);
  ctl('account', 'lock', login, '--reason', '"quoted" \\ and 原因');
  assert.equal(shown(login).status, 'locked');
  ctl('account', 'unlock', login, '--reason', 'Found again');
  assert.equal(shown(login).status, 'open');
});

test('a password that is none is refused here too', () => {
  fails(1, ['account', 'create', newMail(), '--name', 'Lan Wang', '--password-stdin'], /password_common/, 'password123\n');
  fails(1, ['account', 'create', newMail(), '--name', 'Lan Wang', '--password-stdin'], /password_needed/);
  fails(1, ['account', 'create', 'nobody', '--name', 'Lan Wang'], /no_address/);
});

test('a wrong usage is told from a refusal', () => {
  fails(2, ['account', 'show'], /./);
  fails(2, ['account', 'show', 'a@quarter.example', 'b@quarter.example'], /./);
  fails(2, ['token', 'create', 'a@quarter.example', '--days', 'many'], /./);
  fails(2, ['account', 'create', 'a@quarter.example', '--colour', 'red'], /./);
});

test('a token acts as its account, and ends by its name', async () => {
  const login = somebody();
  const { token } = JSON.parse(ctl('--json', 'token', 'create', login, '--name', 'phone'));
  assert.equal(shown(login).tokens, 1);
  assert.equal((await program(token).get('/api/v1/session')).json.person.name, 'Lan Wang');
  ctl('token', 'revoke', login, 'phone');
  assert.equal(shown(login).tokens, 0);
  fails(1, ['token', 'revoke', login, 'phone'], /missing/);
});

test('a second factor is handed to the app', async () => {
  const login = somebody();
  const first = ctl('account', 'second-factor', login).trim();
  assert.match(first, /^otpauth:\/\/totp\/Quarter:[^?]+\?secret=[A-Z2-7]{32}&issuer=Quarter$/);
  assert.notEqual(ctl('account', 'second-factor', login).trim(), first);
  assert.equal((await program().post('/api/v1/session', { login, password })).json.code, 'totp_needed',
    'nobody needs one in the demonstration, but who has one is asked for it');
});

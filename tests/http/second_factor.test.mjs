// second_factor.test.mjs - an app for signing in: taken on by a code, asked for, and turned off by a proof.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, program, tokenOf } from './lib.mjs';
import { cookieOf, messagesTo, password, signedIn, somebody } from './people.mjs';
import { nextTotp, totp } from './totp.mjs';

const at = '/api/v1/me/second-factor';
const enter = (login, more) => program().post('/api/v1/session', { login, password, ...more });
const wrong = digits => String((Number(digits) + 1) % 1_000_000).padStart(6, '0');

async function setUp(login) {
  const session = await signedIn(login);
  const offered = await program().post(at, {}, session.guarded);
  assert.equal(offered.status, 201, offered.text);
  const { secret, otpauth } = offered.json;
  assert.match(otpauth, new RegExp(`^otpauth://totp/.*secret=${secret}&`));
  const confirmed = await program().post(`${at}/confirm`, { code: totp(secret) }, session.guarded);
  assert.equal(confirmed.status, 200, confirmed.text);
  return { session, secret, confirmed, codes: confirmed.json.recovery_codes };
}

test('an app holds once it has shown its digits, and then is asked for', async () => {
  const login = somebody();
  const session = await signedIn(login);
  const { secret } = (await program().post(at, {}, session.guarded)).json;
  const refused = await program().post(`${at}/confirm`, { code: wrong(totp(secret)) }, session.guarded);
  assert.equal(refused.status, 422);
  assert.equal(refused.json.code, 'wrong_digits');
  assert.equal((await enter(login)).status, 200, 'nothing holds yet');
  assert.equal((await program().post(`${at}/confirm`, { code: totp(secret) }, session.guarded)).status, 200);
  const asked = await enter(login);
  assert.equal(asked.status, 401);
  assert.equal(asked.json.code, 'totp_needed');
  assert.equal((await enter(login, { totp: totp(secret) })).json.code, 'bad_credentials', 'these digits are used');
  assert.equal((await enter(login, { totp: nextTotp(secret) })).status, 200);
});

test('taking it on begins a new session and ends the others, and its owner is told', async () => {
  const login = somebody();
  const before = await signedIn(login);
  const { session, confirmed } = await setUp(login);
  for (const ended of [before, session]) assert.equal((await program().get('/api/v1/session', ended.headers)).status, 401);
  const cookie = cookieOf(confirmed);
  assert.equal((await program().get('/api/v1/session', { cookie })).json.csrf_token, confirmed.json.csrf_token);
  assert.match((await messagesTo(login)).at(-1), /An app is asked for when you sign in/);
});

test('ten recovery codes sign in once each', async () => {
  const login = somebody();
  const { codes } = await setUp(login);
  assert.equal(new Set(codes).size, 10);
  assert.equal((await enter(login, { recovery_code: codes[0].toUpperCase() })).status, 200);
  assert.equal((await enter(login, { recovery_code: codes[0] })).json.code, 'bad_credentials');
  const answers = await Promise.all(Array.from({ length: 5 }, () => enter(login, { recovery_code: codes[1] })));
  assert.equal(answers.filter(a => a.status === 200).length, 1, answers.map(a => a.status).join(' '));
});

test('it is turned off by the password, and by nothing less', async () => {
  const login = somebody();
  const { secret } = await setUp(login);
  const answer = await enter(login, { totp: nextTotp(secret) });
  const guarded = { cookie: cookieOf(answer), 'x-csrf-token': answer.json.csrf_token };
  const off = body => program().post(`${at}/off`, body, guarded);
  assert.deepEqual((await program().get(at, guarded)).json, { on: true, recovery_codes: 10, needed: false });
  for (const body of [{}, { password: 'wrong guess' }, { code: '000000' }]) {
    assert.equal((await off(body)).json?.code, 'wrong_proof', JSON.stringify(body));
  }
  assert.equal((await off({ password })).status, 204);
  assert.equal((await off({ password })).json.code, 'second_factor_off');
  assert.equal((await enter(login)).status, 200);
});

test('no program sets it up or turns it off', async () => {
  const client = program(tokenOf(somebody()));
  for (const [path, body] of [[at, {}], [`${at}/confirm`, { code: '000000' }], [`${at}/off`, { password }]]) {
    assert.equal((await client.post(path, body)).json.code, 'session_needed', path);
  }
});

test('the pages lead from a picture to recovery codes, and back', async () => {
  const login = somebody(), someone = browser();
  await someone.signIn(login, password);
  const offered = await someone.submit('/me/second-factor', '/me/second-factor', {});
  assert.equal(offered.status, 200);
  assert.match(offered.text, /<svg [^>]*role="img"/);
  const secret = offered.text.match(/>([A-Z2-7]{32})</)[1];
  const guard = offered.text.match(/action="\/me\/second-factor\/confirm"[\s\S]*?name="guard" value="([^"]+)"/)[1];
  const refused = await someone.post('/me/second-factor/confirm', { guard, code: wrong(totp(secret)) });
  assert.equal(refused.status, 422);
  assert.ok(refused.text.includes(secret), 'the same secret is shown again');
  const done = await someone.post('/me/second-factor/confirm', { guard, code: totp(secret) });
  assert.equal(done.status, 200);
  assert.equal(done.text.match(/<b class="ref">[0-9a-z]{5}-[0-9a-z]{5}<\/b>/g).length, 10);
  const [, fresh] = done.text.match(/name="guard" value="([^"]+)"/);
  assert.equal((await someone.post('/preferences', { guard: fresh, care: 'big', back: '/me' })).status, 303,
    'what the page shows is guarded by the new session');
  const page = await someone.get('/me/second-factor');
  assert.match(page.text, /10 recovery codes are left/);
  const kept = await someone.submit('/me/second-factor', '/me/second-factor/off', { password: 'wrong guess', code: '' });
  assert.equal(kept.status, 422);
  const off = await someone.submit('/me/second-factor', '/me/second-factor/off', { password, code: '' });
  assert.equal(off.location, '/me/second-factor');
});

test('the page of signing in asks for the app, or a recovery code', async () => {
  const login = somebody(), someone = browser();
  const { codes } = await setUp(login);
  const asked = await someone.submit('/sign-in', '/sign-in', { login, password });
  assert.equal(asked.status, 422);
  assert.match(asked.text, /name="totp"/);
  assert.match(asked.text, /name="recovery_code"/);
  const inside = await someone.submit('/sign-in', '/sign-in', { login, password, totp: '', recovery_code: codes[2] });
  assert.equal(inside.status, 303);
});

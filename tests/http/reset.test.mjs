// reset.test.mjs - a forgotten password: by the mail's link, by a text message's code, and by nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, ctl, program } from './lib.mjs';
import { codeSentTo, linkSentTo, messagesTo, newMail, newPhone, password, signedIn, somebody } from './people.mjs';

const another = 'tepid walrus lantern';
const ask = login => program().post('/api/v1/password-resets', { login });
const confirm = (code, secret = another, login) =>
  program().post('/api/v1/password-resets/confirm', { code, password: secret, ...(login ? { login } : {}) });
const enter = (login, secret) => program().post('/api/v1/session', { login, password: secret });
const seen = ({ status, headers, text }) => JSON.stringify([status,
  [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name)), text]);

async function someoneByPhone() {
  const phone = newPhone();
  await program().post('/api/v1/accounts', { name: 'Lan Wang', password, language: 'en', phone });
  await program().post('/api/v1/accounts/confirm', { login: phone, code: await codeSentTo(phone) });
  return phone;
}

test('the link of a mail gives a new password once, ends all sessions, and its owner is told', async () => {
  const login = somebody();
  const session = await signedIn(login);
  assert.deepEqual((await ask(login)).json, { sent_to: 'p***@quarter.example' });
  const secret = await linkSentTo(login);
  assert.equal((await confirm(secret)).status, 204);
  assert.equal((await program().get('/api/v1/session', session.headers)).status, 401);
  assert.equal((await enter(login, password)).status, 401);
  assert.equal((await enter(login, another)).status, 200);
  assert.match((await messagesTo(login, 2)).at(-1), /Your password was changed/);
  const again = await confirm(secret);
  assert.equal(again.status, 422);
  assert.equal(again.json.code, 'reset_over');
});

test('the code of a text message goes with its number, and for five tries', async () => {
  const phone = await someoneByPhone();
  assert.equal((await ask(phone)).status, 202);
  const code = (await messagesTo(phone, 2)).at(-1).match(/\b(\d{8})\b/)[1];
  assert.equal((await confirm(code)).json.code, 'no_address');
  assert.equal((await confirm(code, another, await someoneByPhone())).json.code, 'reset_over');
  assert.equal((await confirm(`${code.slice(0, 4)} ${code.slice(4)}`, another, phone)).status, 204);
  assert.equal((await enter(phone, another)).status, 200);

  const other = await someoneByPhone();
  await ask(other);
  const right = (await messagesTo(other, 2)).at(-1).match(/\b(\d{8})\b/)[1];
  for (let i = 0; i < 5; i++) assert.equal((await confirm(String(10000000 + i), another, other)).json.code, 'reset_over');
  assert.equal((await confirm(right, another, other)).json.code, 'reset_over');
});

test('an address that nobody signs in with is answered as one that somebody has', async () => {
  const known = somebody(), unknown = newMail();
  assert.equal(seen(await ask(known)), seen(await ask(unknown)));
  assert.match((await messagesTo(unknown))[0], /Nobody signs in with this address/);
});

test('a link that comes back many times at once gives one password', async () => {
  const login = somebody();
  await ask(login);
  const secret = await linkSentTo(login);
  const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => confirm(secret, `${another} ${i}`)));
  assert.equal(answers.filter(a => a.status === 204).length, 1, answers.map(a => a.status).join(' '));
});

test('a password that will not do is refused, and the link still holds', async () => {
  const login = somebody();
  await ask(login);
  const secret = await linkSentTo(login);
  for (const [bad, code] of [['short', 'password_short'], ['password123', 'password_common'], [`x${login}`, 'password_own']]) {
    const answer = await confirm(secret, bad);
    assert.equal(answer.status, 422);
    assert.equal(answer.json.code, code);
  }
  assert.equal((await confirm(secret)).status, 204);
});

test('a locked account stays locked', async () => {
  const login = somebody();
  ctl('account', 'lock', login, '--reason', 'Tried');
  await ask(login);
  assert.equal((await confirm(await linkSentTo(login))).status, 204);
  assert.equal((await enter(login, another)).status, 401);
});

test('the pages lead from the sign-in to a new password', async () => {
  const login = somebody(), someone = browser();
  assert.match((await someone.get('/sign-in')).text, /href="\/forgotten"/);
  const asked = await someone.submit('/forgotten', '/forgotten', { login });
  assert.equal(asked.status, 200);
  assert.match(asked.text, /p\*\*\*@quarter\.example/);
  const way = `/forgotten/confirm?code=${await linkSentTo(login)}`;
  const opened = await someone.get(way);
  assert.equal(opened.status, 200);
  assert.doesNotMatch(opened.text, /name="login"/);
  const code = way.slice(-52);
  const weak = await someone.submit(way, '/forgotten/confirm', { code, login: '', password: 'short' });
  assert.equal(weak.status, 422);
  assert.ok(weak.text.includes(code), 'the link is kept');
  const done = await someone.submit(way, '/forgotten/confirm', { code, login: '', password: another });
  assert.equal(done.status, 303);
  assert.equal(done.location, '/sign-in');
  await someone.signIn(login, another);
});

test('what is no form of it is a clear refusal', async () => {
  for (const login of ['', 'nobody', 'a'.repeat(300)]) assert.ok([400, 422].includes((await ask(login)).status), login);
  for (const code of ['', '1', 'x'.repeat(52), 'a'.repeat(100)]) {
    assert.ok([400, 422].includes((await confirm(code, another, newMail())).status), code);
  }
  assert.equal((await program().post('/api/v1/password-resets', { login: newMail(), admin: true })).status, 400);
});

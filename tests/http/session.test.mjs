// session.test.mjs - signing in and out: who gets in, and what a session can and cannot be used for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, ctl, demoPassword, program, tokenOf } from './lib.mjs';
import { cookieOf, newMail, password, signedIn, somebody } from './people.mjs';

const enter = (login, secret, more = {}) => program().post('/api/v1/session', { login, password: secret, ...more });
const whoIs = cookie => program().get('/api/v1/session', { cookie });

// All that a client can see of an answer, but for what differs each time.
function seen(answer) {
  const headers = [...answer.headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
  return JSON.stringify([answer.status, headers, answer.text]);
}

test('a session tells who asks', async () => {
  const { answer, headers } = await signedIn('manager@quarter.example', demoPassword);
  assert.match(answer.json.csrf_token, /^[0-9a-f]{64}$/);
  assert.deepEqual(answer.json.roles, ['manager']);
  assert.match(answer.json.person.id, /^[0-9a-z]{13}$/);
  const again = await program().get('/api/v1/session', headers);
  assert.deepEqual(again.json, answer.json);
});

test('the cookie is for this site and for no script', async () => {
  const { answer } = await signedIn('neighbour@quarter.example', demoPassword);
  const line = answer.headers.getSetCookie().find(one => one.startsWith(cookieOf(answer)));
  assert.match(line, /; Path=\/(;|$)/);
  assert.match(line, /; HttpOnly/);
  assert.match(line, /; SameSite=Lax/);
  assert.doesNotMatch(line, /Domain=/i);
});

test('an unknown login, a wrong password and a locked account get one answer, byte for byte', async () => {
  const known = somebody(), locked = somebody();
  ctl('account', 'lock', locked, '--reason', 'Tried');
  const answers = await Promise.all([enter(newMail(), password), enter(known, `${password}!`), enter(locked, password),
    enter('no address', password)]);
  assert.equal(answers[0].status, 401);
  assert.equal(answers[0].json.code, 'bad_credentials');
  for (const answer of answers) assert.equal(seen(answer), seen(answers[0]));
});

test('five wrong passwords limit a login, known or not, and the right one does not tell', async () => {
  const known = somebody(), unknown = newMail();
  for (const login of [known, unknown]) {
    const answers = [];
    for (let i = 0; i < 7; i++) answers.push(seen(await enter(login, `wrong guess ${i}`)));
    assert.equal(new Set(answers).size, 1);
  }
  assert.equal(seen(await enter(known, password)), seen(await enter(unknown, password)));
  assert.equal((await enter(somebody(), password)).status, 200, 'another login is not limited');
});

test('each sign-in has a session of its own, and ends the one that the browser had', async () => {
  const login = somebody();
  const first = await signedIn(login);
  const second = await program().post('/api/v1/session', { login, password }, first.guarded);
  assert.equal(second.status, 200);
  assert.notEqual(cookieOf(second), first.cookie);
  assert.equal((await whoIs(first.cookie)).status, 401);
  assert.equal((await whoIs(cookieOf(second))).status, 200);
});

test('a session that somebody planted before is not the one that is signed in', async () => {
  const login = somebody();
  const planted = `quarter=${'7'.repeat(52)}`;
  const answer = await program().post('/api/v1/session', { login, password }, { cookie: planted });
  assert.equal(answer.status, 200);
  assert.notEqual(cookieOf(answer), planted);
  assert.equal((await whoIs(planted)).status, 401);
});

test('a cookie that is nobody’s is taken back', async () => {
  const answer = await program().get('/api/v1/centres?limit=1', { cookie: `quarter=${'7'.repeat(52)}` });
  assert.equal(answer.status, 200);
  assert.match(answer.headers.getSetCookie().join('\n'), /^quarter=; .*Max-Age=0/m);
});

test('signing out ends the session on the server', async () => {
  const session = await signedIn(somebody());
  const out = await program().call('DELETE', '/api/v1/session', undefined, session.guarded);
  assert.equal(out.status, 204);
  assert.equal((await whoIs(session.cookie)).status, 401);
});

test('a lock ends sessions and tokens at once', async () => {
  const login = somebody();
  const session = await signedIn(login);
  const token = tokenOf(login);
  assert.equal((await program(token).get('/api/v1/me')).status, 200);
  ctl('account', 'lock', login, '--reason', 'Tried');
  assert.equal((await whoIs(session.cookie)).status, 401);
  assert.equal((await program(token).get('/api/v1/me')).status, 401);
  ctl('account', 'unlock', login, '--reason', 'Tried');
  assert.equal((await program(token).get('/api/v1/me')).status, 401, 'what was ended stays so');
  assert.equal((await enter(login, password)).status, 200);
});

test('a new password ends all sessions', async () => {
  const login = somebody();
  const session = await signedIn(login);
  ctl.input('gravel heron teapot\n', 'account', 'password', login);
  assert.equal((await whoIs(session.cookie)).status, 401);
  assert.equal((await enter(login, password)).status, 401);
  assert.equal((await enter(login, 'gravel heron teapot')).status, 200);
});

test('a write by cookie needs the guard of that session', async () => {
  const mine = await signedIn(somebody()), other = await signedIn(somebody());
  const change = headers => program().patch('/api/v1/me', { name: 'Somebody else' }, headers);
  assert.equal((await change(mine.headers)).status, 403);
  assert.equal((await change({ ...mine.headers, 'x-csrf-token': other.guarded['x-csrf-token'] })).status, 403);
  assert.equal((await change({ ...mine.guarded, origin: 'https://elsewhere.example' })).status, 403);
  assert.equal((await change({ ...mine.guarded, 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await program().get('/api/v1/me', mine.headers)).json.name, 'Lan Wang');
  assert.equal((await change(mine.guarded)).status, 200);
});

test('the page signs in only with its own form', async () => {
  const someone = browser();
  const login = somebody();
  const forged = await someone.post('/sign-in', { login, password });
  assert.equal(forged.status, 403);
  const inside = await someone.submit('/sign-in', '/sign-in', { login, password });
  assert.equal(inside.status, 303);
  assert.equal(inside.location, '/');
});

test('a browser is remembered, but for one that is shared', async () => {
  const login = somebody();
  const own = browser(), shared = browser();
  await own.submit('/sign-in', '/sign-in', { login, password });
  const inside = await shared.submit('/sign-in', '/sign-in', { login, password, shared: 'true' });
  assert.match(own.cookies.get('quarter_known'), /^[0-9a-f]{64}$/);
  assert.equal(shared.cookies.get('quarter_known'), undefined);
  assert.doesNotMatch(inside.headers.getSetCookie().join('\n'), /^quarter=[^;]+;.*Max-Age/m);
});

test('one comes back to where one wanted to go, and nowhere else', async () => {
  const wanted = await browser().get('/household');
  assert.equal(wanted.status, 303);
  assert.match(wanted.location, /^\/sign-in\?next=/);
  for (const [next, expected] of [['/household', '/household'], ['https://elsewhere.example/', '/'],
    ['//elsewhere.example', '/'], ['/\\elsewhere.example', '/'], ['', '/']]) {
    const someone = browser();
    const answer = await someone.submit('/sign-in', '/sign-in', { login: somebody(), password, next });
    assert.equal(answer.location, expected, `next=${next}`);
  }
});

test('a refused sign-in keeps the login, and never the password', async () => {
  const answer = await browser().submit('/sign-in', '/sign-in', { login: 'who@quarter.example', password: 'wrong guess' });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /<title>Error: Sign in/);
  assert.match(answer.text, /value="who@quarter.example"/);
  assert.doesNotMatch(answer.text, /wrong guess/);
});

test('the demonstration tells its sign-ins', async () => {
  const { text } = await browser().get('/sign-in');
  for (const who of ['resident', 'neighbour', 'volunteer', 'carer', 'desk', 'manager', 'organiser', 'district', 'admin',
    'auditor']) assert.ok(text.includes(`${who}@quarter.example`), who);
  assert.ok(text.includes(demoPassword));
});

test('what is no form of signing in is a clear refusal', async () => {
  const asked = [[{}, 400], [{ login: 'a', password: 'b', admin: true }, 400], [{ login: 1, password: 'b' }, 400],
    [{ login: 'a', password: 'b', totp: '1234567' }, 400], [[], 400], ['{', 400],
    [{ login: 'a\u0000b', password: 'b' }, 400], [{ login: 'a'.repeat(300), password: 'b' }, 400]];
  for (const [body, status] of asked) {
    const answer = await program().post('/api/v1/session', body);
    assert.ok([status, 422].includes(answer.status), `${JSON.stringify(body)} answered ${answer.status}`);
    assert.match(answer.headers.get('content-type'), /problem\+json/);
  }
});

test('a token that was taken back is nobody’s', async () => {
  const login = somebody();
  const token = ctl('token', 'create', login, '--name', 'phone').trim();
  assert.equal((await program(token).get('/api/v1/me')).json.name, 'Lan Wang');
  ctl('token', 'revoke', login, 'phone');
  assert.equal((await program(token).get('/api/v1/me')).status, 401);
});

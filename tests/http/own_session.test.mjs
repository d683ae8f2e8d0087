// own_session.test.mjs - where one is signed in: listed without a secret, and ended by nobody else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, program, tokenOf } from './lib.mjs';
import { cookieOf, password, signedIn, somebody } from './people.mjs';

const list = async headers => (await program().get('/api/v1/me/sessions', headers)).json.items;
const whoIs = headers => program().get('/api/v1/session', headers);
const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/15E148 MicroMessenger/8.0.44';

test('each session is told by its device, its times, and whether it is this one', async () => {
  const login = somebody();
  const first = await program().post('/api/v1/session', { login, password }, { 'user-agent': phone });
  const here = await signedIn(login);
  const [mine, other, ...more] = await list(here.headers);
  assert.equal(more.length, 0);
  assert.equal(mine.current, true);
  assert.deepEqual([other.device, other.browser, other.current], ['phone', 'WeChat', false]);
  for (const name of ['since', 'seen_at']) assert.ok(Math.abs(Date.parse(other[name]) - Date.now()) < 60_000, name);
  assert.deepEqual(Object.keys(mine).sort(), ['browser', 'current', 'device', 'id', 'seen_at', 'since']);
  assert.ok(!JSON.stringify(mine).includes(cookieOf(first).slice(8)));
});

test('one ends one’s own sessions, and no stranger does', async () => {
  const login = somebody();
  const [here, there, stranger] = [await signedIn(login), await signedIn(login), await signedIn(somebody())];
  const { id } = (await list(here.headers)).find(session => !session.current);
  const end = headers => program().call('DELETE', `/api/v1/me/sessions/${id}`, undefined, headers);
  assert.equal((await end(stranger.guarded)).status, 404);
  assert.equal((await whoIs(there.headers)).status, 200);
  assert.equal((await end(here.guarded)).status, 204);
  assert.equal((await whoIs(there.headers)).status, 401);
  assert.equal((await end(here.guarded)).status, 404);
  assert.equal((await whoIs(here.headers)).status, 200);
});

test('a token lists sessions and is none of them', async () => {
  const login = somebody();
  await signedIn(login);
  const { items } = (await program(tokenOf(login)).get('/api/v1/me/sessions')).json;
  assert.deepEqual(items.map(session => session.current), [false]);
});

test('the page ends one, and all others at once', async () => {
  const login = somebody();
  const [there, elsewhere] = [await signedIn(login), await signedIn(login)];
  const someone = browser();
  await someone.signIn(login, password);
  const page = await someone.get('/me/sessions');
  assert.equal(page.text.match(/This one/g).length, 1);
  const [path] = page.text.match(/\/me\/sessions\/[0-9a-z]{13}\/end/);
  assert.equal((await someone.submit('/me/sessions', path, {})).location, '/me/sessions');
  assert.equal((await list(there.headers) ?? await list(elsewhere.headers)).length, 2);
  await signedIn(login);
  assert.equal((await someone.submit('/me/sessions', '/me/sessions/others/end', {})).location, '/me/sessions');
  for (const session of [there, elsewhere]) assert.equal((await whoIs(session.headers)).status, 401);
  assert.equal((await someone.get('/me/sessions')).status, 200);
});

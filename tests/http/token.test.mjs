// token.test.mjs - tokens of programs: made by a session, shown once, and held to what they were made for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, centre, ctl, freeHours, program, tokenOf } from './lib.mjs';
import { password, signedIn, somebody } from './people.mjs';

async function made(session, scope, days = 30) {
  const answer = await program().post('/api/v1/me/tokens', { name: `to ${scope}`, scope, days }, session.guarded);
  assert.equal(answer.status, 201, answer.text);
  return answer.json;
}

async function aRoom() {
  const { id } = await centre('fenghuangtai');
  const { items } = (await program().get(`/api/v1/venues?centre=${id}&limit=200`)).json;
  for (const room of items.filter(v => !v.needs_approval)) {
    for (const [start, end] of await freeHours(room.id, [3, 4, 5])) {
      return { venue: room.id, start, end, people: 1, purpose: 'Chess', keep_both: true };
    }
  }
  throw new Error('no room is free');
}

test('a token is shown once, and listed without its secret', async () => {
  const session = await signedIn(somebody());
  const token = await made(session, 'read', 7);
  assert.match(token.token, /^[0-9a-z]{52}$/);
  assert.ok(Math.abs(Date.parse(token.ends_at) - Date.now() - 7 * 86400e3) < 60_000);
  assert.equal((await program(token.token).get('/api/v1/me')).status, 200);
  const listed = await program().get('/api/v1/me/tokens', session.headers);
  assert.ok(!listed.text.includes(token.token));
  assert.deepEqual(listed.json.items.map(({ id, name, scope }) => ({ id, name, scope })),
    [{ id: token.id, name: 'to read', scope: 'read' }]);
  assert.ok(listed.json.items[0].seen_at, 'it was used');
});

test('a token reaches as far as it was made for, and no further', async () => {
  const session = await signedIn(somebody('manager sports-park'));
  const tokens = {};
  for (const scope of ['read', 'book', 'all']) tokens[scope] = program((await made(session, scope)).token);
  const statuses = async ask => Object.fromEntries(await Promise.all(
    Object.entries(tokens).map(async ([scope, client]) => [scope, (await ask(client)).status])));
  assert.deepEqual(await statuses(c => c.get('/api/v1/bookings')), { read: 200, book: 200, all: 200 });
  assert.deepEqual(await statuses(c => c.patch('/api/v1/me', { name: 'Lan Wang' })), { read: 403, book: 403, all: 200 });
  assert.deepEqual(await statuses(c => c.post('/api/v1/me/diary-feed')), { read: 403, book: 403, all: 201 });
  const room = await aRoom();
  assert.deepEqual(await statuses(c => c.post('/api/v1/bookings?dry_run=true', room)), { read: 403, book: 200, all: 200 });
  const day = `/centres/${(await centre('sports-park')).id}/day`;
  assert.deepEqual(await statuses(c => c.get(day)), { read: 200, book: 403, all: 200 });
});

test('a refusal of a token says which it is', async () => {
  const session = await signedIn(somebody());
  const answer = await program((await made(session, 'read')).token).patch('/api/v1/me', { name: 'Lan Wang' });
  assert.equal(answer.json.code, 'beyond_token');
});

test('only a session makes a token', async () => {
  const answer = await program(tokenOf(somebody())).post('/api/v1/me/tokens', { name: 'x', scope: 'all', days: 1 });
  assert.equal(answer.status, 403);
  assert.equal(answer.json.code, 'session_needed');
});

test('a token ends when its owner says so, and not when a stranger does', async () => {
  const session = await signedIn(somebody()), stranger = await signedIn(somebody());
  const token = await made(session, 'all');
  const end = headers => program().call('DELETE', `/api/v1/me/tokens/${token.id}`, undefined, headers);
  assert.equal((await end(stranger.guarded)).status, 404);
  assert.equal((await program(token.token).get('/api/v1/me')).status, 200);
  assert.equal((await end(session.guarded)).status, 204);
  assert.equal((await program(token.token).get('/api/v1/me')).status, 401);
  assert.equal((await end(session.guarded)).status, 404);
});

test('a token ends by itself', async () => {
  const session = await signedIn(somebody());
  const token = await made(session, 'read', 1);
  try {
    ctl('clock', '+24h');
    assert.equal((await program(token.token).get('/api/v1/me')).status, 401);
  } finally {
    ctl('clock', 'off');
  }
});

test('what is no token is refused at its field', async () => {
  const session = await signedIn(somebody());
  for (const [wrong, field] of [[{ days: 0 }, 'days'], [{ days: 366 }, 'days'], [{ scope: 'god' }, 'scope'], [{ name: '' }, 'name']]) {
    const answer = await program().post('/api/v1/me/tokens', { name: 'x', scope: 'read', days: 1, ...wrong }, session.guarded);
    assert.ok([400, 422].includes(answer.status), JSON.stringify(wrong));
    assert.equal(answer.json.errors[0].field, field);
  }
});

test('the page makes a token, shows it once, and ends it', async () => {
  const someone = browser();
  await someone.signIn(somebody(), password);
  const page = await someone.submit('/me/tokens', '/me/tokens', { name: 'Kitchen calendar', scope: 'read', days: '90' });
  assert.equal(page.status, 200);
  const secret = page.text.match(/value="([0-9a-z]{52})"/)[1];
  assert.equal((await program(secret).get('/api/v1/me')).status, 200);
  const again = await someone.get('/me/tokens');
  assert.ok(!again.text.includes(secret));
  assert.match(again.text, /Kitchen calendar/);
  const [path] = again.text.match(/\/me\/tokens\/[0-9a-z]{13}\/end/);
  assert.equal((await someone.submit('/me/tokens', path, {})).location, '/me/tokens');
  assert.equal((await program(secret).get('/api/v1/me')).status, 401);
  const wrong = await someone.submit('/me/tokens', '/me/tokens', { name: 'Kept', scope: 'read', days: '400' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /value="Kept"/);
});

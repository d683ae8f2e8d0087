// feed.test.mjs - the diary as a calendar that programs fetch, under an address that is a secret.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { as, browser, centre, freeHours, program, state, url } from './lib.mjs';
import { password, somebody } from './people.mjs';

const secretOf = address => address.match(/\?token=([0-9a-z]{52})$/)[1];
const fetchFeed = (address, headers) => program().get(address.slice(url.length), headers);
const unfolded = text => text.replace(/\r\n[ \t]/g, '');

async function aFeed(client) {
  const made = await client.post('/api/v1/me/diary-feed');
  assert.equal(made.status, 201);
  assert.ok(made.json.url.startsWith(`${url}/api/v1/me/diary.ics?token=`));
  return made.json.url;
}

async function booked(client) {
  const { id } = await centre('fenghuangtai');
  const { items } = (await program().get(`/api/v1/venues?centre=${id}&limit=200`)).json;
  for (const room of items.filter(v => !v.needs_approval)) {
    for (const [start, end] of await freeHours(room.id, [2, 3, 4])) {
      const made = await client.post('/api/v1/bookings', { venue: room.id, start, end, people: 1, purpose: 'Chess' });
      if (made.status === 201) return made.json;
    }
  }
  throw new Error('no room is free');
}

test('what is booked and cancelled is an event with one UID', async () => {
  const client = as(somebody());
  const address = await aFeed(client);
  const empty = await fetchFeed(address);
  assert.equal(empty.status, 200);
  assert.match(empty.headers.get('content-type'), /^text\/calendar/);
  assert.doesNotMatch(empty.text, /BEGIN:VEVENT/);

  const booking = await booked(client);
  const made = unfolded((await fetchFeed(address)).text);
  assert.match(made, new RegExp(`UID:${booking.id}@booking\\.quarter\r\n`));
  assert.match(made, /METHOD:PUBLISH\r\n/);
  assert.match(made, /SEQUENCE:0\r\n[\s\S]*STATUS:CONFIRMED\r\n/);
  assert.match(made, new RegExp(`URL:${url}/bookings/${booking.id}\r\n`));

  await client.post(`/api/v1/bookings/${booking.id}/cancel`);
  const cancelled = unfolded((await fetchFeed(address)).text);
  assert.match(cancelled, new RegExp(`UID:${booking.id}@booking\\.quarter\r\n`));
  assert.match(cancelled, /SEQUENCE:1\r\n[\s\S]*STATUS:CANCELLED\r\n/);
});

test('what a program has already is not sent again', async () => {
  const client = as(somebody());
  const address = await aFeed(client);
  const tag = (await fetchFeed(address)).headers.get('etag');
  assert.equal((await fetchFeed(address, { 'if-none-match': tag })).status, 304);
  await booked(client);
  assert.equal((await fetchFeed(address, { 'if-none-match': tag })).status, 200);
});

test('a new address ends the former, and ending it ends it', async () => {
  const client = as(somebody());
  const first = await aFeed(client), second = await aFeed(client);
  assert.notEqual(first, second);
  assert.equal((await fetchFeed(first)).status, 404);
  assert.equal((await fetchFeed(second)).status, 200);
  for (let i = 0; i < 2; i++) assert.equal((await client.delete('/api/v1/me/diary-feed')).status, 204);
  assert.equal((await fetchFeed(second)).status, 404);
});

test('an address that is none is a 404, and without a secret as well', async () => {
  for (const query of ['', '?token=', '?token=x', `?token=${'7'.repeat(52)}`]) {
    assert.equal((await program().get(`/api/v1/me/diary.ics${query}`)).status, 404, query);
  }
});

test('the secret stands in no log', async () => {
  const address = await aFeed(as(somebody()));
  await fetchFeed(address);
  for (const log of ['access.log', 'quarterd.log']) {
    let said = '';
    try { said = readFileSync(join(state, 'log', log), 'utf8'); } catch { continue; }
    assert.ok(!said.includes(secretOf(address)), log);
  }
});

test('the page makes an address, shows it once, and ends it', async () => {
  const someone = browser();
  await someone.signIn(somebody(), password);
  assert.match((await someone.get('/diary')).text, /href="\/diary\/feed"/);
  const made = await someone.submit('/diary/feed', '/diary/feed', {});
  assert.equal(made.status, 200);
  const address = made.text.match(/value="([^"]+diary\.ics\?token=[0-9a-z]{52})"/)[1];
  assert.equal((await fetchFeed(address)).status, 200);
  assert.ok(!(await someone.get('/diary/feed')).text.includes(secretOf(address)));
  const ended = await someone.submit('/diary/feed', '/diary/feed/end', {});
  assert.equal(ended.status, 303);
  assert.equal((await fetchFeed(address)).status, 404);
});

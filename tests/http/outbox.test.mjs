// outbox.test.mjs - a booking is told once: in the inbox, and by mail in the reader's language.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { as, browser, centre, freeHours, mails, program } from './lib.mjs';
import { motherOf, password, somebody } from './people.mjs';

const pause = ms => new Promise(done => setTimeout(done, ms));
const login = somebody();

async function someRoom() {
  const { id } = await centre('fenghuangtai');
  const { items } = (await program().get(`/api/v1/venues?centre=${id}&limit=200`)).json;
  for (const room of items.filter(v => !v.needs_approval)) {
    const hours = await freeHours(room.id, [2, 3, 4, 5]);
    if (hours.length > 0) return { venue: room.id, start: hours[0][0], end: hours[0][1] };
  }
  throw new Error('no room is free');
}

async function book(client) {
  const answer = await client.post('/api/v1/bookings', { ...await someRoom(), people: 2, purpose: 'Chess' });
  assert.equal(answer.status, 201, answer.text);
  return answer.json;
}

// A mail's parts, decoded: quoted-printable, and encoded words in the subject.
function read(mail) {
  const bytes = mail.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  const words = [...mail.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g)].map(m => Buffer.from(m[1], 'base64').toString('utf8'));
  return { text: Buffer.from(bytes, 'latin1').toString('utf8'), subject: words.join('') || mail.match(/^Subject: (.*)$/m)[1] };
}

async function mailsAbout(booking, count) {
  for (let tries = 0; tries < 150; tries += 1) {
    const about = mails().filter(mail => read(mail).text.includes(`/bookings/${booking.id}`));
    if (about.length >= count) return about;
    await pause(200);
  }
  throw new Error(`fewer than ${count} mails about ${booking.id}`);
}

async function speak(client, language) {
  const { version } = (await client.get('/api/v1/me')).json;
  assert.equal((await client.patch('/api/v1/me', { language, version })).status, 200);
}

test('what is booked and cancelled is told by one mail each, in the language of the reader', async () => {
  const client = as(login);
  await speak(client, 'en');
  const booking = await book(client);
  const [made] = await mailsAbout(booking, 1);
  await speak(client, 'zh-CN');
  assert.equal((await client.post(`/api/v1/bookings/${booking.id}/cancel`, {})).status, 200);
  await mailsAbout(booking, 2);
  await pause(1500);
  const told = await mailsAbout(booking, 2);
  assert.equal(told.length, 2);
  const cancelled = told.find(mail => mail !== made);

  assert.match(made, new RegExp(`^To: ${login}\\r$`, 'm'));
  assert.match(made, /^Content-Language: en\r$/m);
  assert.match(read(made).subject, /^Booked: /);
  assert.match(made, /method=REQUEST/);
  assert.match(cancelled, /^Content-Language: zh-CN\r$/m);
  assert.match(read(cancelled).subject, /已取消/);
  assert.match(cancelled, /method=CANCEL/);
  const id = mail => mail.match(/^Message-ID: (.*)$/m)[1];
  const uid = mail => read(mail).text.match(/^UID:(.*)$/m)[1];
  assert.notEqual(id(made), id(cancelled));
  assert.equal(uid(made), uid(cancelled));
});

/** What the head of a page says is unread. */
const unreadIn = page => Number(page.match(/<b class="badge">(\d+)<span class="hide">/)?.[1] ?? 0);

test('the inbox shows it unread, until its reader says otherwise', async () => {
  const reader = browser();
  await reader.signIn(login, password);
  const booking = await book(as(login));
  const shown = (await reader.get('/inbox')).text;
  const first = shown.slice(shown.indexOf('<li class="cell">'), shown.indexOf('</li>', shown.indexOf('<li class="cell">')));
  assert.ok(first.includes(`/bookings/${booking.id}`), 'the newest message is about the booking');
  assert.match(first, /is-brand/);
  const count = unreadIn(shown);
  assert.ok(count > 0, 'the head of the page counts it');
  const path = first.match(/action="(\/inbox\/[0-9a-z]{13}\/read)"/)[1];

  const stranger = browser();
  await stranger.signIn('neighbour@quarter.example');
  const refused = await stranger.submit('/me', path, {});
  assert.equal(refused.status, 404);
  assert.ok((await reader.get('/inbox')).text.includes(path), 'a stranger has marked it');

  assert.equal((await reader.submit('/inbox', path, {})).location, '/inbox');
  const after = (await reader.get('/inbox')).text;
  assert.ok(!after.includes(path));
  assert.equal(unreadIn(after), count - 1);
  assert.equal((await reader.submit('/inbox', '/inbox/read', {})).location, '/inbox');
  assert.ok(!(await reader.get('/inbox')).text.includes('is-brand'));
});

test('the inbox is for those who have signed in', async () => {
  const visitor = browser();
  assert.equal((await visitor.get('/inbox')).location, '/sign-in?next=%2Finbox');
});

test('what is booked for the mother is told to the daughter', async () => {
  const mother = await motherOf(login);
  const daughter = browser();
  await daughter.signIn(login, password);
  const unread = unreadIn((await daughter.get('/inbox')).text);
  const answer = await as(login).post('/api/v1/bookings',
    { ...await someRoom(), people: 2, purpose: 'Chess', for: mother.id, keep_both: true });
  assert.equal(answer.status, 201, answer.text);
  const [mail] = await mailsAbout(answer.json, 1);
  assert.match(mail, new RegExp(`^To: ${login}\\r$`, 'm'));
  assert.ok(read(mail).text.includes(mother.name));
  const shown = (await daughter.get('/inbox')).text;
  assert.ok(shown.includes(`/bookings/${answer.json.id}`));
  assert.equal(unreadIn(shown), unread + 1);
});

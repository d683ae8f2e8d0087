// activity.test.mjs - what is held: made, published, found, moved and cancelled, over JSON and in the browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { as, browser, centre, dayFromNow, freeHours, program, venue } from './lib.mjs';

const manager = as('manager@quarter.example'), resident = as('resident@quarter.example');
const sports = await centre('sports-park');
const room = await venue('sports-park-dance');
const hours = (await freeHours(room.id, [2, 3, 4, 5, 6])).map(times => [...times]);
let number = 0;

const draft = (more = {}) => {
  const [start, end] = hours.shift();
  number += 1;
  return {
    centre: sports.id, venue: room.id, title: { 'zh-CN': `剪纸课${number}`, en: `Paper cutting ${number}` },
    summary: { 'zh-CN': '一起剪窗花，请带剪刀。', en: 'We cut paper together. Bring scissors.' },
    field: 'recreation', start, end, mode: 'onsite', places: 10, ...more,
  };
};
const make = async more => {
  const answer = await manager.post('/api/v1/activities', draft(more));
  assert.equal(answer.status, 201, answer.text);
  return answer.json;
};
const publish = async more => (await manager.post(`/api/v1/activities/${(await make(more)).id}/publish`)).json;

// ---- making

test('a draft is answered as the contract says, and is there for nobody else', async () => {
  const made = await make({ min_age: 6, max_age: 12 });
  assert.equal(made.status, 'draft');
  assert.match(made.reference, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  assert.equal(made.places, 10);
  assert.equal(made.places_left, 10);
  assert.equal(made.waiting, 0);
  assert.equal(made.online_places, 0);
  assert.equal(made.min_age, 6);
  assert.equal(made.waitlist, true);
  const asked = await resident.get(`/api/v1/activities/${made.id}`);
  assert.equal(asked.status, 404);
  assert.equal(asked.text, (await resident.get('/api/v1/activities/0123456789abc')).text);
});

test('what cannot be held is refused in words', async () => {
  const refused = async (more, status, code) => {
    const answer = await manager.post('/api/v1/activities', { ...draft(), ...more });
    assert.equal(answer.status, status, answer.text);
    if (code) assert.equal(answer.json.code, code);
    return answer.json;
  };
  const [start] = hours[0];
  await refused({ places: -1 }, 400);
  await refused({ end: start, start }, 422, 'ends_before_start');
  await refused({ places: 1000 }, 422, 'room_too_small');
  await refused({ venue: '0123456789abc' }, 404);
  await refused({ title: 'Paper' }, 400);
  await refused({ title: { fr: 'Papier' } }, 400);
  await refused({ rrule: 'FREQ=SECONDLY' }, 422, 'rule_malformed');
  await refused({ rrule: 'FREQ=DAILY;COUNT=100' }, 422, 'too_many_dates');
});

test('only who runs the centre makes anything there', async () => {
  const other = await centre('fengchan-road');
  assert.equal((await resident.post('/api/v1/activities', draft())).status, 403);
  assert.equal((await manager.post('/api/v1/activities', { ...draft(), centre: other.id, venue: undefined })).status, 403);
});

// ---- publishing

test('publishing holds the room, and who comes later is told what is free', async () => {
  const made = await make();
  const second = await manager.post('/api/v1/activities', { ...draft(), start: made.start, end: made.end });
  assert.equal((await manager.post(`/api/v1/activities/${made.id}/publish`)).json.status, 'published');
  const lost = await manager.post(`/api/v1/activities/${second.json.id}/publish`);
  assert.equal(lost.status, 409);
  assert.equal(lost.json.code, 'slot_taken');
  assert.ok(lost.json.alternatives.length > 0);
  const booked = await resident.post('/api/v1/bookings', { venue: room.id, start: made.start, end: made.end, people: 1, purpose: 'Dance', keep_both: true });
  assert.equal(booked.status, 409);
});

test('of ten who publish for one room at once, one has it', async () => {
  const asked = draft();
  const drafts = await Promise.all(Array.from({ length: 10 }, () => manager.post('/api/v1/activities', asked)));
  const answers = await Promise.all(drafts.map(({ json }) => manager.post(`/api/v1/activities/${json.id}/publish`)));
  assert.deepEqual(answers.map(a => a.status).sort(), [200, ...Array(9).fill(409)]);
});

test('a series is published as a whole, or the date that is taken is named', async () => {
  const [start, end] = [`${dayFromNow(20)}T09:00:00+08:00`, `${dayFromNow(20)}T10:00:00+08:00`];
  const made = await make({ start, end, rrule: 'FREQ=WEEKLY;COUNT=3' });
  assert.equal(made.dates.length, 3);
  assert.equal(made.dates[1].start.slice(0, 10), dayFromNow(27));
  const blocked = await make({ start: made.dates[1].start, end: made.dates[1].end });
  assert.equal((await manager.post(`/api/v1/activities/${blocked.id}/publish`)).status, 200);
  const lost = await manager.post(`/api/v1/activities/${made.id}/publish`, { series: true });
  assert.equal(lost.status, 409);
  assert.match(lost.json.detail, new RegExp(String(Number(dayFromNow(27).slice(8)))));
  assert.equal((await manager.get(`/api/v1/activities/${made.id}`)).json.status, 'draft');
  await manager.post(`/api/v1/activities/${blocked.id}/cancel`, { reason: 'Moved' });
  assert.equal((await manager.post(`/api/v1/activities/${made.id}/publish`, { series: true })).status, 200);
  for (const { id } of made.dates) {
    assert.equal((await manager.get(`/api/v1/activities/${id}`)).json.status, 'published');
    await manager.post(`/api/v1/activities/${id}/cancel`, { reason: 'Only a test' });
  }
});

// ---- finding

const list = async (query, who = program()) => (await who.get(`/api/v1/activities?${query}`)).json;

test('the list is in the order of time and is read both ways by its cursors', async () => {
  for (let i = 0; i < 4; i++) await publish();
  const first = await list('limit=2'), second = await list(`limit=2&cursor=${first.next}`);
  const starts = [...first.items, ...second.items].map(a => Date.parse(a.start));
  assert.deepEqual(starts, [...starts].sort((a, b) => a - b));
  assert.equal(new Set([...first.items, ...second.items].map(a => a.id)).size, 4);
  assert.ok(first.items.every(a => a.status === 'published' || a.status === 'running'));
});

test('activities are found by place, time, mode, field, for whom and by words', async () => {
  const made = await publish({ audience: 'elder', field: 'counselling', mode: 'both', online_places: 50 });
  const found = async query => (await list(`limit=200&${query}`)).items.some(a => a.id === made.id);
  assert.ok(await found(`centre=${sports.id}`));
  assert.ok(!(await found(`centre=${(await centre('fengchan-road')).id}`)));
  assert.ok(await found(`near=${sports.latitude},${sports.longitude}`));
  assert.ok(!(await found('near=34.5,113.2')));
  assert.ok(await found(`from=${made.start.slice(0, 10)}&to=${made.start.slice(0, 10)}`));
  assert.ok(!(await found(`to=${dayFromNow(0)}`)));
  assert.ok(await found('mode=online') && await found('mode=onsite') && await found('mode=both'));
  assert.ok(await found('field=counselling') && !(await found('field=care')));
  assert.ok(await found('audience=elder') && !(await found('audience=child')));
  assert.ok(await found(`q=${encodeURIComponent(`剪纸课${number}`)}`) && await found('q=SCISSORS') && !(await found('q=zzz')));
});

test('a text is told in the reader’s language, or in all', async () => {
  const made = await publish();
  const chinese = program(undefined, { language: 'zh-CN' });
  assert.match((await chinese.get(`/api/v1/activities/${made.id}`)).json.title, /^剪纸课/);
  assert.match((await program().get(`/api/v1/activities/${made.id}`)).json.title, /^Paper/);
  const all = (await program().get(`/api/v1/activities/${made.id}?text=all`)).json;
  assert.deepEqual(Object.keys(all.title), ['zh-CN', 'en']);
});

test('drafts are listed to those who run the centre alone', async () => {
  const made = await make();
  const drafts = await list(`status=draft&centre=${sports.id}&limit=200`, manager);
  assert.ok(drafts.items.some(a => a.id === made.id));
  assert.equal((await resident.get(`/api/v1/activities?status=draft&centre=${sports.id}`)).status, 403);
  assert.equal((await manager.get('/api/v1/activities?status=draft')).status, 422);
  assert.ok(!(await list('limit=200')).items.some(a => a.id === made.id));
});

test('the address of a broadcast is told to those who run it alone', async () => {
  const made = await publish({ mode: 'online', online_places: 20, online_link: 'https://live.example/secret' });
  assert.match((await manager.get(`/api/v1/activities/${made.id}`)).text, /live\.example/);
  for (const path of [`/api/v1/activities/${made.id}`, `/activities/${made.id}`, `/activities/${made.id}/calendar`]) {
    assert.doesNotMatch((await resident.get(path)).text, /live\.example/);
    assert.doesNotMatch((await browser().get(path)).text, /live\.example/);
  }
});

// ---- changing

test('a PATCH changes what it names, and an old version is stale', async () => {
  const made = await publish();
  const [start, end] = hours.shift();
  const moved = await manager.patch(`/api/v1/activities/${made.id}`, { start, end, version: made.version });
  assert.equal(moved.status, 200, moved.text);
  assert.equal(moved.json.start, start);
  assert.equal(moved.json.title, made.title);
  assert.equal(moved.json.places, made.places);
  const stale = await manager.patch(`/api/v1/activities/${made.id}`, { places: 12, version: made.version });
  assert.equal(stale.status, 409);
  assert.equal(stale.json.code, 'stale');
  const { free } = (await program().get(`/api/v1/venues/${room.id}/availability?date=${made.start.slice(0, 10)}`)).json;
  assert.ok(free.some(f => f.start <= made.start && f.end >= made.end), 'the old time is free again');
});

test('who moves to where the room is taken changes nothing', async () => {
  const held = await publish(), made = await publish();
  const lost = await manager.patch(`/api/v1/activities/${made.id}`, { start: held.start, end: held.end, version: made.version });
  assert.equal(lost.status, 409);
  assert.equal(lost.json.code, 'slot_taken');
  assert.equal((await manager.get(`/api/v1/activities/${made.id}`)).json.start, made.start);
  const { busy } = (await program().get(`/api/v1/venues/${room.id}/availability?date=${made.start.slice(0, 10)}`)).json;
  assert.ok(busy.some(b => b.start <= made.start && b.end >= made.end), 'its own time is still held');
});

// ---- cancelling

test('a cancellation says why, is done once, and gives the room back', async () => {
  const made = await publish();
  assert.equal((await manager.post(`/api/v1/activities/${made.id}/cancel`)).json.code, 'reason_needed');
  assert.equal((await resident.post(`/api/v1/activities/${made.id}/cancel`, { reason: 'No' })).status, 403);
  for (const reason of ['The teacher is ill', 'Again']) {
    const { status, json } = await manager.post(`/api/v1/activities/${made.id}/cancel`, { reason });
    assert.equal(status, 200);
    assert.equal(json.status, 'cancelled');
    assert.equal(json.reason, 'The teacher is ill');
  }
  assert.equal((await resident.get(`/api/v1/activities/${made.id}`)).json.status, 'cancelled');
  const { free } = (await program().get(`/api/v1/venues/${room.id}/availability?date=${made.start.slice(0, 10)}`)).json;
  assert.ok(free.some(f => f.start <= made.start && f.end >= made.end));
});

// ---- in the browser

const local = time => time.slice(0, 16);

test('a form that is refused comes back as it was typed', async () => {
  const someone = browser();
  await someone.signIn('manager@quarter.example');
  const asked = draft();
  const fields = {
    centre: sports.id, title_zh: '剪纸课（表单）', title_en: '', summary_zh: '带剪刀。', summary_en: '', field: 'recreation',
    audience: 'all', mode: 'onsite', venue: room.id, start: local(asked.start), end: local(asked.end), places: '9999',
    online_places: '', min_age: '', max_age: '', online_link: '', waitlist: 'true', repeat: '', repeat_until: '',
  };
  const page = `/activities/new?centre=${sports.id}`;
  const refused = await someone.submit(page, '/activities', fields);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /剪纸课（表单）/);
  assert.match(refused.text, /value="9999"/);
  const made = await someone.submit(page, '/activities', { ...fields, places: '8' });
  assert.equal(made.status, 303, made.text.slice(0, 300));
  assert.match((await someone.get(made.location)).text, /居民将看到/);
  const published = await someone.submit(made.location, `${made.location}/publish`, {});
  assert.equal(published.status, 303);
  assert.match((await browser({ language: 'zh-CN' }).get(made.location)).text, /剪纸课（表单）/);
});

test('the calendar of an activity can be kept by anybody', async () => {
  const made = await publish();
  const file = await browser().get(`/activities/${made.id}/calendar`);
  assert.equal(file.headers.get('content-type'), 'text/calendar; charset=utf-8');
  assert.match(file.text, /BEGIN:VEVENT/);
  assert.match(file.text, new RegExp(`UID:${made.id}@activity.quarter`));
});

// ---- where it is met

test('its reference leads to it, for a visitor too, and a draft’s for those who run it', async () => {
  const made = await publish(), hidden = await make();
  const someone = browser();
  await someone.signIn('manager@quarter.example');
  for (const typed of [made.reference, made.reference.toLowerCase().replace('-', '')]) {
    assert.equal((await browser().get(`/s/${typed}`)).location, `/activities/${made.id}`);
  }
  assert.match((await browser().get(`/s/${hidden.reference}`)).location, /^\/sign-in/);
  assert.equal((await someone.get(`/s/${hidden.reference}`)).location, `/activities/${hidden.id}`);
});

test('the page of the centre, the first page and the day of the centre show it', async () => {
  const someone = browser();
  await someone.signIn('manager@quarter.example');
  const made = await publish();
  assert.match((await browser().get(`/centres/${sports.id}`)).text, /href="\/activities\/[0-9a-z]{13}"/);
  assert.match((await browser().get('/')).text, /href="\/activities\/[0-9a-z]{13}"/);
  const day = await someone.get(`/centres/${sports.id}/day?date=${made.start.slice(0, 10)}`);
  assert.match(day.text, new RegExp(`/activities/${made.id}"`));
});

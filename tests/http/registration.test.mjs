// registration.test.mjs - signing up, waiting, offers, and the door, over JSON and by page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { as, browser, ctl, guardOf, instant, program, residents } from './lib.mjs';
import { counted, held } from './held.mjs';
import { messagesTo } from './people.mjs';

const tally = answers => answers.reduce((sums, { status }) => ({ ...sums, [status]: (sums[status] ?? 0) + 1 }), {});
const insist = async (call, tries = 60) => {
  for (;;) {
    const answer = await call();
    if (answer.status !== 503 || tries-- === 0) return answer;
    await new Promise(resolve => setTimeout(resolve, 100 + Math.random() * 400));
  }
};
const people = count => residents(count).map(token => program(token));
const register = (who, { id }, body = {}) => insist(() => who.post(`/api/v1/activities/${id}/registrations`, body));
const act = (who, { id }, deed, body = {}) => insist(() => who.post(`/api/v1/registrations/${id}/${deed}`, body));
const look = async (who, { id }) => (await insist(() => who.get(`/api/v1/registrations/${id}`))).json;
const jobs = (...words) => ctl('jobs', 'run', '--once', ...words);

async function until(what, tries = 100) {
  for (let i = 0; i < tries; i++) {
    if (await what()) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  assert.fail(`this does not come: ${what}`);
}

test('a registration is answered as the contract says', async () => {
  const [one, other] = people(2);
  const activity = held({ places: 1 });
  const { status, json } = await register(one, activity);
  assert.equal(status, 201);
  assert.equal(json.status, 'registered');
  assert.equal(json.position, null);
  assert.match(json.reference, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  assert.match(json.party[0].code, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const second = await register(other, activity);
  assert.equal(second.json.status, 'waiting');
  assert.equal(second.json.position, 1);
  const again = await register(one, activity);
  assert.equal(again.status, 409);
  assert.equal(again.json.code, 'already_registered');
  for (const deed of ['accept', 'decline']) {
    const answer = await act(other, second.json, deed);
    assert.equal(answer.status, 409);
    assert.equal(answer.json.code, 'offer_expired');
  }
});

test('another’s registration is as if it were not there', async () => {
  const [one, other] = people(2);
  const { json } = await register(one, held({ places: 1 }));
  const absent = await other.get('/api/v1/registrations/0123456789abc');
  assert.equal((await other.get(`/api/v1/registrations/${json.id}`)).text, absent.text);
  for (const deed of ['cancel', 'undo', 'accept', 'decline']) assert.equal((await act(other, json, deed)).status, 404);
});

test('seven people in one form, and nonsense, are refused clearly', async () => {
  const [one] = people(1);
  const activity = held({ places: 20, minAge: 3 });
  for (let i = 0; i < 6; i++) {
    const made = await one.post('/api/v1/me/dependants', { name: `Child ${i}`, born: '2015-03-01', relation: 'child' });
    assert.equal(made.status, 201);
  }
  const household = (await one.get('/api/v1/me/household')).json.items.map(member => member.id);
  assert.equal(household.length, 7);
  const seven = await register(one, activity, { party: household });
  assert.equal(seven.status, 422);
  assert.equal(seven.json.code, 'party_too_large');
  for (const [body, status] of [[{ party: 'x' }, 400], [{ party: [1] }, 400], [{ party: ['x'] }, 404], [{ mode: 'online' }, 422],
    [{ mode: 'by letter' }, 400], [{ at_least: 2 }, 422], [{ for: '0123456789abc' }, 404], [{ nonsense: 1 }, 400]]) {
    assert.equal((await register(one, activity, body)).status, status, JSON.stringify(body));
  }
  const six = await register(one, activity, { party: household.slice(1) });
  assert.equal(six.status, 201);
  assert.equal(six.json.party.length, 6);
  assert.equal(counted(activity).taken, 6);
});

test('a clash is refused with both, and kept on request', async () => {
  const [one] = people(1);
  const first = held({ places: 5 });
  const second = held({ places: 5, start: first.start });
  const { json } = await register(one, first);
  const refused = await register(one, second);
  assert.equal(refused.status, 409);
  assert.equal(refused.json.code, 'clash');
  assert.deepEqual(refused.json.clashes.map(clash => clash.id), [json.id]);
  assert.equal((await register(one, second, { keep_both: true })).status, 201);
});

test('a seat stands in the diary, and undo leaves nothing', async () => {
  const [one] = people(1);
  const { json } = await register(one, held({ places: 5 }));
  const items = () => one.get('/api/v1/me/diary').then(answer => answer.json.items);
  assert.deepEqual((await items()).map(item => [item.kind, item.id, item.status]), [['activity', json.id, 'registered']]);
  for (let i = 0; i < 2; i++) assert.equal((await act(one, json, 'undo')).json.status, 'cancelled');
  assert.deepEqual(await items(), []);
});

// ---- races

test('of 200 people for 30 places 30 are in, and 170 wait, numbered without gaps', { timeout: 300_000 }, async () => {
  const crowd = people(200);
  const activity = held({ online: 30 });
  const answers = await Promise.all(crowd.map(one => register(one, activity)));
  assert.deepEqual(tally(answers), { 201: 200 });
  const made = answers.map(({ json }, i) => ({ ...json, who: crowd[i] }));
  const inside = made.filter(one => one.status === 'registered');
  const waiting = made.filter(one => one.status === 'waiting').sort((a, b) => a.position - b.position);
  assert.equal(inside.length, 30);
  assert.deepEqual(waiting.map(one => one.position), Array.from({ length: 170 }, (_, i) => i + 1));

  // Ten leave at once: ten offers, in order, and to nobody else.
  await Promise.all(inside.slice(0, 10).map(one => act(one.who, one, 'cancel')));
  jobs();
  const state = one => look(one.who, one);
  const first = await Promise.all(waiting.slice(0, 12).map(state));
  assert.deepEqual(first.map(one => one.status), [...Array(10).fill('offered'), 'waiting', 'waiting']);
  assert.equal(first[10].position, 1);
  assert.equal(counted(activity, 'online').taken, 30);

  // Two decline: the next two are offered. Of the others two let it lapse, and eight accept.
  await Promise.all(waiting.slice(0, 2).map(one => act(one.who, one, 'decline')));
  jobs();
  const next = await Promise.all(waiting.slice(10, 13).map(state));
  assert.deepEqual(next.map(one => one.status), ['offered', 'offered', 'waiting']);
  const accepted = await Promise.all([...waiting.slice(4, 10), ...waiting.slice(10, 12)].map(one => act(one.who, one, 'accept')));
  assert.deepEqual(tally(accepted), { 200: 8 });
  jobs('--now', instant(Date.parse(first[9].offered_until) + 1000));
  const lapsed = await Promise.all(waiting.slice(2, 4).map(state));
  assert.deepEqual(lapsed.map(one => one.status), ['cancelled', 'cancelled']);
  const late = await Promise.all(waiting.slice(12, 15).map(state));
  assert.deepEqual(late.map(one => one.status), ['offered', 'offered', 'waiting']);
  assert.equal(late[2].position, 1);
  const { taken, freed } = counted(activity, 'online');
  assert.deepEqual({ taken, freed }, { taken: 30, freed: 0 });
});

test('nobody is lost while some cancel and others register', { timeout: 120_000 }, async () => {
  const [before, after] = [people(20), people(40)];
  const activity = held({ online: 20 });
  const inside = await Promise.all(before.map(one => register(one, activity)));
  assert.ok(inside.every(({ json }) => json.status === 'registered'));
  const [cancelled, registered] = await Promise.all([
    Promise.all(inside.map(({ json }, i) => act(before[i], json, 'cancel'))),
    Promise.all(after.map(one => register(one, activity))),
  ]);
  assert.deepEqual(tally(cancelled), { 200: 20 });
  assert.deepEqual(tally(registered), { 201: 40 });
  jobs();
  const states = await Promise.all(registered.map(({ json }, i) => look(after[i], json)));
  const served = states.filter(one => one.status !== 'waiting').length;
  const { taken, freed, waiting } = counted(activity, 'online');
  assert.deepEqual({ served, taken, freed, waiting }, { served: 20, taken: 20, freed: 0, waiting: 20 });
});

test('the same scan a hundred times at once lets in once', { timeout: 120_000 }, async () => {
  const [one] = people(1);
  const activity = held({ places: 5, start: Date.now() + 1800e3 });
  const { json } = await register(one, activity);
  const desk = as('desk@quarter.example');
  const path = `/api/v1/activities/${activity.id}/check-in`;
  const answers = await Promise.all(Array.from({ length: 100 }, () => insist(() => desk.post(path, { code: json.party[0].code }))));
  assert.deepEqual(tally(answers), { 200: 1, 409: 99 });
  for (const answer of answers.filter(each => each.status === 409)) assert.equal(answer.json.code, 'already_checked_in');
});

// ---- the door

test('the door says what is wrong with a ticket', async () => {
  const [one, late] = people(2);
  const activity = held({ places: 1, start: Date.now() + 1800e3 });
  const other = held({ places: 5 });
  const { json } = await register(one, other);
  const waits = await register(one, activity);
  assert.equal(waits.json.status, 'registered');
  const desk = as('desk@quarter.example');
  const check = (body, at = activity) => desk.post(`/api/v1/activities/${at.id}/check-in`, body);
  for (const [body, status, code] of [[{ code: json.party[0].code }, 422, 'other_activity'], [{ code: 'Q7K2-ABCD' }, 404, 'unknown_ticket'],
    [{ code: 'x' }, 404, 'unknown_ticket'], [{}, 400, 'nothing_shown'], [{ registration: json.id }, 422, 'other_activity']]) {
    const answer = await check(body);
    assert.deepEqual([answer.status, answer.json.code], [status, code], JSON.stringify(body));
  }
  assert.equal((await check({ code: json.party[0].code }, other)).json.code, 'door_not_open');
  assert.equal((await one.post(`/api/v1/activities/${activity.id}/check-in`, { code: 'x' })).status, 403);
  assert.equal((await check({ registration: waits.json.id })).status, 200);
  const { json: guests } = await desk.get(`/api/v1/activities/${activity.id}/guests`);
  assert.equal(guests.items.length, 1);
  assert.ok(guests.items[0].came_at);
  assert.equal((await register(late, activity)).status, 409);
});

test('twenty tickets are scanned in a row, by page, each with a word to be read from afar', { timeout: 60_000 }, async () => {
  const crowd = people(20);
  const activity = held({ places: 30, start: Date.now() + 1800e3 });
  const codes = (await Promise.all(crowd.map(one => register(one, activity)))).map(({ json }) => json.party[0].code);
  const desk = browser();
  await desk.signIn('desk@quarter.example');
  const path = `/activities/${activity.id}/door`;
  let page = await desk.get(path);
  for (const code of codes) {
    const answer = await desk.post(path, { code, guard: guardOf(page.text) });
    assert.equal(answer.status, 303);
    page = await desk.get(answer.location);
    assert.match(page.text, /role="status"/);
    assert.match(page.text, /id="code"[^>]*autofocus/);
  }
  const again = await desk.post(path, { code: codes[0], guard: guardOf(page.text) });
  assert.equal(again.status, 409);
  assert.match(again.text, /已经签过/);
  assert.match(again.text, /id="code"[^>]*autofocus/);
});

// ---- by page

test('a household signs up in one form, which says what is wrong and keeps what was ticked', async () => {
  const resident = browser();
  await resident.signIn('resident@quarter.example');
  const activity = held({ places: 2, minAge: 18 });
  const path = `/activities/${activity.id}/sign-up`;
  const page = await resident.get(path);
  assert.equal(page.status, 200);
  const ids = [...page.text.matchAll(/name="party" value="([0-9a-z]{13})"/g)].map(found => found[1]);
  assert.equal(ids.length, 3);
  const form = chosen => [['guard', guardOf(page.text)], ['at_least', ''], ...chosen.map(id => ['party', id])];
  const nobody = await resident.post(path, form([]));
  assert.equal(nobody.status, 422);
  const refused = await resident.post(path, form(ids));
  assert.equal(refused.status, 422);
  assert.equal(refused.text.match(/name="party"[^>]*checked/g).length, 3);
  const made = await resident.post(path, form(ids.slice(0, 2)));
  assert.equal(made.status, 303);
  const ticket = await resident.get(made.location);
  assert.equal(ticket.text.match(/<svg[^>]*role="img"/g).length, 2);
  const undone = await resident.post(`${made.location}/undo`, { guard: guardOf(ticket.text) });
  assert.equal(undone.status, 303);
});

test('an offer is answered by the link of its mail without signing in, and a look changes nothing', async () => {
  const [one] = people(1);
  const activity = held({ places: 1 });
  const login = 'auditor@quarter.example', reader = as(login);
  const first = await register(one, activity);
  const asked = await register(reader, activity);
  assert.equal(asked.json.status, 'waiting');
  await act(one, first.json, 'cancel');
  jobs();
  let link;
  await until(async () => {
    const mails = await messagesTo(login);
    link = mails.map(mail => mail.replace(/=\r?\n/g, '').match(/\/offers\/[0-9a-z]{13}\/[0-9a-f]{32}\.[0-9]+/)?.[0]).find(Boolean);
    return link;
  });
  const visitor = browser();
  for (let i = 0; i < 2; i++) assert.equal((await visitor.get(link)).status, 200);
  assert.equal((await visitor.get(link.replace(/.$/, digit => (digit === '0' ? '1' : '0')))).status, 404);
  const accepted = await visitor.post(link, { answer: 'accept' });
  assert.equal(accepted.status, 303);
  assert.equal((await look(reader, asked.json)).status, 'registered');
  assert.equal((await visitor.post(link, { answer: 'accept' })).status, 409);
});

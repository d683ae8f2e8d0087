// shift.test.mjs - shifts over JSON and on pages: made, taken, worked, confirmed; and many at once.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { as, browser, centre, ctl, dayFromNow, guardOf, instant, program, residents } from './lib.mjs';

const manager = as('manager@quarter.example');
const { id: sportsPark, latitude, longitude } = await centre('sports-park');
const role = { 'zh-CN': '引导员', en: 'Guide' };
const quarter = 900e3;

after(() => ctl('clock', 'off'));

// The instance's clock may be ahead of ours while a test moves it; shifts begin some days from now.
let hour = Math.floor(Math.random() * 60);
function times(hours = 2, { day = 5 } = {}) {
  const start = Date.parse(`${dayFromNow(day)}T00:00:00+08:00`) + (hour++ % 84) * quarter;
  return { start: instant(start), end: instant(start + hours * 3600e3) };
}

async function makeShift(fields = {}, who = manager) {
  const { status, json, text } = await who.post('/api/v1/shifts', { centre: sportsPark, role, needed: 3, ...times(), ...fields });
  assert.equal(status, 201, text);
  return json;
}
const someone = () => program(residents(1)[0]);
const take = (who, shift, body = {}) => who.post(`/api/v1/shifts/${shift.id}/signups`, body);

// The clock stands at a moment of a shift, some minutes from its start.
const clockAt = (shift, minutes) => ctl('clock', instant(Date.parse(shift.start) + minutes * 60e3));

test('a shift is answered as the contract says, in the reader’s language', async () => {
  const wanted = times();
  const shift = await makeShift({ ...wanted, skills: ['first-aid'] });
  assert.equal(shift.status, 'open');
  assert.equal(shift.role, '引导员');
  assert.equal(shift.start, wanted.start);
  assert.deepEqual(shift.skills, ['first-aid']);
  assert.equal(shift.places_left, 3);
  const { json } = await program(undefined, { language: 'en' }).get(`/api/v1/shifts/${shift.id}`);
  assert.equal(json.role, 'Guide');
  assert.equal(json.reference, undefined, 'what stands on the poster is told nowhere else');
});

test('a shift of no hours and one of forty are refused by the rule', async () => {
  for (const hours of [0, -1, 40]) {
    const { status, json } = await manager.post('/api/v1/shifts', { centre: sportsPark, role, needed: 3, ...times(hours) });
    assert.equal(status, 422, `${hours} hours`);
    assert.equal(json.code, 'shift_bad_length');
    assert.ok(json.why);
  }
});

test('what is wrong with a shift is said of its field', async () => {
  const right = { centre: sportsPark, role, needed: 3, ...times() };
  const wrong = [['needed', 0, 400], ['needed', -5, 400], ['start', '2026-12-01T09:07:00+08:00', 400], ['role', { en: 'Guide' }, 422],
    ['role', 'Guide', 400], ['skills', ['juggling'], 404], ['skills', 'first-aid', 400], ['centre', '0123456789abc', 404],
    ['venue', '0123456789abc', 404], ['activity', '0123456789abc', 404], ['start', '2020-12-01T09:00:00+08:00', 422]];
  for (const [field, value, status] of wrong) {
    const answer = await manager.post('/api/v1/shifts', { ...right, [field]: value });
    assert.equal(answer.status, status, `${field}: ${JSON.stringify(value)} ${answer.text}`);
  }
});

test('only who runs shifts at the centre makes them', async () => {
  for (const login of ['resident', 'volunteer', 'desk', 'auditor']) {
    const answer = await as(`${login}@quarter.example`).post('/api/v1/shifts', { centre: sportsPark, role, needed: 1, ...times() });
    assert.equal(answer.status, 403, login);
  }
  const elsewhere = await manager.post('/api/v1/shifts', { centre: (await centre('fengchan-road')).id, role, needed: 1, ...times() });
  assert.equal(elsewhere.status, 403);
});

test('shifts are listed by day, by skill, by what is near and to come, a page at a time and back', async () => {
  const shifts = [], reader = program();
  let ahead = 6;
  const listed = async () => (await reader.get(`/api/v1/shifts?from=${dayFromNow(ahead)}&to=${dayFromNow(ahead)}&skill=piano`)).json.items;
  while ((await listed()).length > 0) ahead += 1;
  for (let i = 0; i < 3; i++) shifts.push(await makeShift({ ...times(1, { day: ahead }), skills: ['piano'] }));
  shifts.sort((a, b) => a.start < b.start ? -1 : 1);
  const day = dayFromNow(ahead);
  const all = (await reader.get(`/api/v1/shifts?from=${day}&to=${day}&skill=piano&near=${latitude},${longitude}`)).json.items;
  assert.deepEqual(all.map(s => s.id), shifts.map(s => s.id));
  assert.ok(all.every(s => s.walk_minutes !== undefined));
  const first = (await reader.get(`/api/v1/shifts?from=${day}&skill=piano&limit=2`)).json;
  assert.equal(first.items.length, 2);
  const second = (await reader.get(`/api/v1/shifts?from=${day}&skill=piano&limit=2&cursor=${first.next}`)).json;
  assert.equal(second.items[0].id, shifts[2].id);
  assert.deepEqual((await reader.get(`/api/v1/shifts?from=${day}&to=${day}&skill=piano&near=34.9,113.4`)).json.items, []);
});

test('a place is taken, stands in the diary, and is given back', async () => {
  const shift = await makeShift();
  const person = someone();
  const { status, json } = await take(person, shift);
  assert.equal(status, 201);
  assert.equal(json.status, 'signed_up');
  assert.equal((await take(person, shift)).json.code, 'already_signed_up');
  const [entry] = (await person.get(`/api/v1/me/diary?from=${shift.start.slice(0, 10)}&to=${shift.start.slice(0, 10)}`)).json.items;
  assert.equal(entry.kind, 'shift');
  assert.equal(entry.id, shift.id);
  for (let i = 0; i < 2; i++) assert.equal((await person.post(`/api/v1/signups/${json.id}/cancel`)).status, 200);
  assert.equal((await program().get(`/api/v1/shifts/${shift.id}`)).json.taken, 0);
});

test('somebody else’s signup is as if it were not there', async () => {
  const { json: signup } = await take(someone(), await makeShift());
  const stranger = someone();
  const absent = await stranger.get('/api/v1/signups/0123456789abc');
  const asked = await stranger.get(`/api/v1/signups/${signup.id}`);
  assert.equal(asked.status, 404);
  assert.equal(asked.text, absent.text);
  for (const act of ['cancel', 'check-in', 'check-out', 'confirm']) {
    assert.equal((await stranger.post(`/api/v1/signups/${signup.id}/${act}`)).status, 404, act);
  }
});

test('too young, without the skill, too early, too late: each is refused with the reason', async () => {
  const resident = as('resident@quarter.example');
  const child = (await resident.get('/api/v1/me/household')).json.items.find(m => m.relation === 'child');
  const refused = async (fields, body = {}, who = resident) => (await take(who, await makeShift(fields), body)).json;
  const young = await refused({ min_age: 18 }, { for: child.id });
  assert.equal(young.code, 'too_young');
  assert.match(young.why, /18/);
  const lacking = await refused({ skills: ['first-aid'] });
  assert.equal(lacking.code, 'skill_missing');
  assert.match(lacking.why, /急救员/);
  assert.equal((await refused(times(1, { day: 20 }))).code, 'too_early');
});

test('two shifts at once are refused, whatever is said; something else may be kept', async () => {
  const person = someone();
  const wanted = times();
  const first = await makeShift(wanted), second = await makeShift(wanted);
  assert.equal((await take(person, first)).status, 201);
  for (const body of [{}, { keep_both: true }]) {
    const { status, json } = await take(person, second, body);
    assert.equal(status, 409);
    assert.equal(json.code, 'clash');
    assert.deepEqual(json.clashes.map(clash => clash.id), [first.id]);
  }
});

test('forty volunteers at once for a shift of five: five', async () => {
  const shift = await makeShift({ needed: 5 });
  const people = residents(40).map(token => program(token));
  const answers = await Promise.all(people.map(person => take(person, shift)));
  const count = status => answers.filter(answer => answer.status === status).length;
  assert.equal(count(201), 5, answers.map(a => a.status).join(' '));
  assert.equal(count(409), 35);
  assert.ok(answers.filter(a => a.status === 409).every(a => a.json.code === 'full'));
  const now = (await program().get(`/api/v1/shifts/${shift.id}`)).json;
  assert.equal(now.taken, 5);
  assert.equal((await manager.get(`/api/v1/shifts/${shift.id}/signups`)).json.items.length, 5);
});

test('two shifts of one hour, asked for at once by one person: one', async () => {
  for (let round = 0; round < 5; round++) {
    const person = someone();
    const wanted = times();
    const shifts = [await makeShift(wanted), await makeShift(wanted)];
    const answers = await Promise.all(shifts.map(shift => take(person, shift, { keep_both: true })));
    assert.deepEqual(answers.map(a => a.status).sort(), [201, 409]);
    const taken = await Promise.all(shifts.map(async shift => (await program().get(`/api/v1/shifts/${shift.id}`)).json.taken));
    assert.equal(taken[0] + taken[1], 1);
  }
});

test('cancelling a shift while people sign up leaves nobody on it', async () => {
  const shift = await makeShift({ needed: 20 });
  const people = residents(20).map(token => program(token));
  const [cancelled, ...answers] = await Promise.all([
    manager.post(`/api/v1/shifts/${shift.id}/cancel`, { reason: 'Storm' }), ...people.map(person => take(person, shift))]);
  assert.equal(cancelled.status, 200, cancelled.text);
  assert.ok(answers.every(answer => [201, 409].includes(answer.status)));
  assert.deepEqual((await manager.get(`/api/v1/shifts/${shift.id}/signups`)).json.items, []);
  for (const [i, answer] of answers.entries()) {
    const items = (await people[i].get('/api/v1/me/diary?to=' + dayFromNow(6))).json.items;
    assert.deepEqual(items.filter(item => item.id === shift.id), [], String(answer.status));
  }
});

test('a shift is worked from check-in to confirmation, and counts once', async () => {
  const shift = await makeShift();
  const person = someone();
  const { json: { id } } = await take(person, shift);
  const act = (what, who = person, body = {}) => who.post(`/api/v1/signups/${id}/${what}`, body);
  try {
    clockAt(shift, -16);
    assert.equal((await act('check-in')).json.code, 'too_early');
    assert.equal((await act('cancel')).json.code, 'too_late');
    assert.equal((await act('check-out')).status, 409);
    clockAt(shift, -10);
    assert.equal((await act('check-in')).json.status, 'checked_in');
    assert.equal((await act('check-in')).status, 409);
    clockAt(shift, 124);
    const outs = await Promise.all([act('check-out'), act('check-out')]);
    assert.deepEqual(outs.map(o => o.status).sort(), [200, 409]);
    assert.equal((await act('confirm')).status, 403);
    const { status, json } = await act('confirm', manager);
    assert.equal(status, 200);
    assert.equal(json.status, 'confirmed');
    assert.equal(json.minutes, 135);
    assert.equal((await act('confirm', manager, { minutes: 60 })).status, 409);
  } finally {
    ctl('clock', 'off');
  }
});

test('a forgotten check-out waits, and after three days the coordinator is reminded', async () => {
  const shift = await makeShift();
  const person = someone();
  const { json: { id } } = await take(person, shift);
  const confirm = body => manager.post(`/api/v1/signups/${id}/confirm`, body);
  try {
    clockAt(shift, 0);
    await person.post(`/api/v1/signups/${id}/check-in`);
    clockAt(shift, 300);
    assert.equal((await person.post(`/api/v1/signups/${id}/check-out`)).json.code, 'too_late');
    assert.equal((await confirm({})).json.code, 'minutes_needed');
    assert.equal((await confirm({ minutes: 151 })).json.code, 'too_many_minutes');
    clockAt(shift, 120 + 3 * 1440 + 1);
    ctl('jobs', 'run', '--once');
    const written = JSON.parse(`[${ctl('--json', 'outbox', 'list').trim().split('\n').join(',')}]`).flat();
    assert.ok(written.some(letter => letter.letter === 'shift_unconfirmed'), 'a letter says that hours wait');
    assert.equal((await confirm({ minutes: 90 })).json.minutes, 90);
  } finally {
    ctl('clock', 'off');
  }
});

test('the page of a shift signs up by a form, and tells of a clash what it is', async () => {
  const wanted = times(1, { day: 1 + Math.floor(Math.random() * 12) });
  const first = await makeShift(wanted), second = await makeShift(wanted);
  const resident = browser();
  await resident.signIn('neighbour@quarter.example');
  const path = shift => `/volunteer/shifts/${shift.id}`;
  const taken = await resident.submit(path(first), path(first), {});
  assert.equal(taken.status, 303);
  assert.equal(taken.location, path(first));
  const clash = await resident.submit(path(second), path(second), { keep_both: 'true' });
  assert.equal(clash.status, 409);
  assert.match(clash.text, /引导员|Guide/);
  const calendar = await resident.get(`${path(first)}/calendar`);
  assert.match(calendar.text, /BEGIN:VEVENT/);
  const own = (await resident.get('/volunteer/mine')).text.match(/volunteer\/shifts\/([0-9a-z]{13})/g);
  assert.ok(own.includes(`volunteer/shifts/${first.id}`));
});

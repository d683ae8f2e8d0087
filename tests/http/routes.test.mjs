// routes.test.mjs - the table of routes as a whole: described, guarded, and asked by everyone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, centre, ctl, freeHours, program, tokenOf } from './lib.mjs';
import { password, somebody } from './people.mjs';

const routes = ctl('--json', 'routes').trim().split('\n').map(line => JSON.parse(line));
const fill = (path, id = '0123456789abc') => path.replace(/:[a-z_]+/g, id);
const inApi = route => route.path.startsWith('/api/');
const FORM_COOKIE = 32, BARE = 128;

const roles = ['resident', 'neighbour', 'volunteer', 'carer', 'desk', 'manager', 'organiser', 'district', 'admin', 'auditor'];
const tokens = Object.fromEntries(roles.map(role => [role, program(tokenOf(`${role}@quarter.example`))]));

test('no two routes are alike', () => {
  const seen = new Set();
  for (const route of routes) {
    const shape = `${route.method} ${fill(route.path, ':')}`;
    assert.ok(!seen.has(shape), `${shape} stands twice`);
    seen.add(shape);
  }
});

test('every API route is described, and nothing else is', async () => {
  const { json } = await program().get('/api/v1/openapi.json');
  const described = Object.entries(json.paths).flatMap(([path, item]) =>
    Object.keys(item).map(method => `${method.toUpperCase()} /api/v1${path.replace(/\{([a-z_]+)\}/g, ':$1')}`));
  const served = routes.filter(inApi).map(r => `${r.method} ${r.path}`);
  assert.deepEqual(described.sort(), served.sort());
  assert.equal(json.openapi, '3.1.0');
});

test('every write of a session is refused without its guard', async () => {
  const someone = browser();
  await someone.signIn('neighbour@quarter.example');
  for (const route of routes.filter(r => r.method !== 'GET' && !(r.flags & FORM_COOKIE))) {
    const asked = await someone.send(route.method, fill(route.path), {
      body: inApi(route) ? '{}' : 'a=1',
      headers: { 'content-type': inApi(route) ? 'application/json' : 'application/x-www-form-urlencoded' },
    });
    assert.equal(asked.status, 403, `${route.method} ${route.path} answered ${asked.status}`);
  }
});

test('every write from another site is refused, with the right guard too', async () => {
  const someone = browser();
  await someone.signIn('neighbour@quarter.example');
  const page = await someone.get('/household');
  const guard = page.text.match(/name="guard" value="([^"]+)"/)[1];
  for (const route of routes.filter(r => r.method === 'POST' && !inApi(r))) {
    const asked = await someone.post(fill(route.path), { guard }, { headers: { 'sec-fetch-site': 'cross-site' } });
    assert.equal(asked.status, 403, `POST ${route.path} answered ${asked.status}`);
  }
});

test('a visitor gets nothing that is somebody’s', async () => {
  for (const route of routes.filter(r => r.permission !== 'anyone')) {
    const asked = await program().call(route.method, fill(route.path), route.method === 'GET' ? undefined : {});
    if (inApi(route)) assert.equal(asked.status, 401, `${route.method} ${route.path}`);
    else assert.ok([303, 403].includes(asked.status), `${route.method} ${route.path} answered ${asked.status}`);
  }
});

// What nobody has: each role is told the same, whether it may do such a thing or not.
test('every role asks every address for a thing that is not there', async () => {
  const may = { run_venues: ['desk', 'manager', 'district', 'admin'], run_activities: ['manager', 'district', 'admin'],
    run_shifts: ['manager', 'district', 'admin'], book_for: ['desk', 'manager', 'district', 'admin'],
    administer: ['admin'], read_audit: ['auditor', 'admin'], see_reports: ['manager', 'district', 'admin', 'auditor'] };
  for (const route of routes.filter(r => r.path.includes(':') && inApi(r))) {
    for (const role of roles) {
      const asked = await tokens[role].call(route.method, fill(route.path), route.method === 'GET' ? undefined : {});
      const allowed = ['anyone', 'signed_in'].includes(route.permission) || may[route.permission].includes(role);
      assert.ok(allowed ? [404, 400].includes(asked.status) : asked.status === 403,
        `${role}: ${route.method} ${route.path} answered ${asked.status}`);
    }
  }
});

test('a GET changes nothing', async () => {
  const before = ctl('--json', 'outbox', 'list');
  for (const route of routes.filter(r => r.method === 'GET' && !(r.flags & BARE) && !r.path.includes(':'))) {
    const asked = await tokens.resident.get(route.path);
    assert.ok(asked.status < 500, `${route.path}: ${asked.status}`);
  }
  assert.equal(ctl('--json', 'outbox', 'list'), before);
});

// ---- what somebody has: theirs, those they act for, those who run the place, and nobody else

async function makeBooking(login, key, purpose) {
  const { id } = await centre(key);
  const venues = (await tokens[login].get(`/api/v1/venues?centre=${id}&limit=200`)).json.items.filter(v => !v.needs_approval);
  for (const venue of venues) {
    for (const [start, end] of await freeHours(venue.id, [2, 3])) {
      const made = await tokens[login].post('/api/v1/bookings', { venue: venue.id, start, end, people: 1, purpose, keep_both: true });
      if (made.status === 201) return made.json;
    }
  }
  throw new Error(`nothing is free at ${key}`);
}

// Owners of this file's own: the attempts of a minute of the demonstration's people are shared with other files.
const owners = { 'one person': somebody(), 'another person': somebody() };
for (const [owner, login] of Object.entries(owners)) tokens[owner] = program(tokenOf(login));

// Sports Park is the desk's and the manager's; both lie in what the district and the administrator oversee.
const things = [
  { owner: 'one person', centre: 'sports-park', seenBy: ['one person', 'desk', 'manager', 'district', 'admin'] },
  { owner: 'another person', centre: 'fengchan-road', seenBy: ['another person', 'admin'] },
];

for (const thing of things) {
  test(`a booking of ${thing.owner} at ${thing.centre} is seen by whom it concerns`, async () => {
    const booking = await makeBooking(thing.owner, thing.centre, 'Matrix');
    const addresses = routes.filter(r => r.path.includes(':booking') && inApi(r));
    assert.ok(addresses.length >= 3);
    for (const role of [...roles, ...Object.keys(owners)]) {
      const allowed = thing.seenBy.includes(role);
      const asked = await tokens[role].get(`/api/v1/bookings/${booking.id}`);
      assert.equal(asked.status, allowed ? 200 : 404, `${role} asked for it`);
      if (allowed) continue;
      const nothing = await tokens[role].get('/api/v1/bookings/0123456789abc');
      assert.equal(asked.text, nothing.text, `${role} is told what is told of nothing`);
      for (const route of addresses.filter(r => r.method !== 'GET')) {
        const tried = await tokens[role].call(route.method, fill(route.path, booking.id), {});
        assert.equal(tried.status, 404, `${role}: ${route.method} ${route.path}`);
      }
    }
    const now = await tokens[thing.owner].get(`/api/v1/bookings/${booking.id}`);
    assert.deepEqual(now.json, booking, 'nothing was changed by those who may not');
    assert.equal((await tokens[thing.owner].post(`/api/v1/bookings/${booking.id}/undo`)).status, 200);
  });
}

test('the pages of a booking are not there for a stranger', async () => {
  const booking = await makeBooking('one person', 'sports-park', 'Pages');
  const stranger = browser(), owner = browser();
  await stranger.signIn('neighbour@quarter.example');
  await owner.signIn(owners['one person'], password);
  for (const route of routes.filter(r => r.path.includes(':booking') && !inApi(r) && r.method === 'GET')) {
    assert.equal((await stranger.get(fill(route.path, booking.id))).status, 404, route.path);
    assert.equal((await owner.get(fill(route.path, booking.id))).status, 200, route.path);
  }
  await tokens['one person'].post(`/api/v1/bookings/${booking.id}/undo`);
});

test('the day of a centre is for those who run it', async () => {
  const { id } = await centre('sports-park');
  for (const [login, status] of [['manager', 200], ['desk', 200], ['district', 200], ['admin', 200], ['resident', 403], ['auditor', 403], ['carer', 403]]) {
    const someone = browser();
    await someone.signIn(`${login}@quarter.example`);
    assert.equal((await someone.get(`/centres/${id}/day`)).status, status, login);
  }
  const elsewhere = browser();
  await elsewhere.signIn('manager@quarter.example');
  const other = await elsewhere.get(`/centres/${(await centre('fengchan-road')).id}/day`);
  assert.ok([403, 404].includes(other.status), `the manager of another centre got ${other.status}`);
});

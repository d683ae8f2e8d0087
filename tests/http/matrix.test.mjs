// matrix.test.mjs - who may what: every address, asked with every role from everywhere.
//
// The table below says, for a reader to check, who may. A new route fails here until it stands in the table.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { as, centre, ctl, dayFromNow, freeHours, program, residents } from './lib.mjs';
import { held } from './held.mjs';

const routes = ctl('--json', 'routes').trim().split('\n').map(line => JSON.parse(line)).filter(r => r.permission !== 'anyone');
const inApi = route => route.path.startsWith('/api/');

// ---- what each role may, as the design says, wherever it holds

const roles = ['volunteer', 'organiser', 'captain', 'carer', 'doctor', 'desk', 'manager', 'district', 'admin', 'auditor'];
const may = {
  run_venues: ['desk', 'manager', 'district', 'admin'],
  run_activities: ['manager', 'district', 'admin'],
  run_shifts: ['manager', 'district', 'admin'],
  book_for: ['desk', 'manager', 'admin'],
  see_reports: ['manager', 'district', 'admin', 'auditor'],
  read_audit: ['admin', 'auditor'],
  administer: ['admin'],
};

// ---- where it holds, seen from Sports Park, whose things are asked for

const relations = {
  own: 'sports-park', parent: '410104570', sibling: 'fengchan-road', child: 'a room of it', stranger: null, revoked: 'sports-park',
};
const reaches = relation => relation === 'own' || relation === 'parent';
const holds = relation => relation !== 'stranger' && relation !== 'revoked';

// ---- who may: each row names a rule and the addresses that follow it

const ok = status => status < 500 && ![401, 403, 404].includes(status);
const seen = status => status < 500 && ![401, 404].includes(status);
const nothing = status => [400, 404, 422].includes(status);

const rules = {
  // What is one's own: whoever has an account.
  self: () => () => ok,
  // Whoever holds a token alone gets no further token by it, nor another factor.
  session: () => () => status => status === 403,
  // What is no one's in particular, or is not there: the same for all who have an account.
  nothing: () => () => nothing,
  // A list or a page of its own: whoever has the permission anywhere.
  somewhere: permission => (role, relation) => (may[permission].includes(role) && holds(relation) ? ok : status => status === 403),
  // As that, but the thing asked for is none.
  none: permission => (role, relation) => (may[permission].includes(role) && holds(relation) ? nothing : status => status === 403),
  // A thing of Sports Park, by an address that asks for the permission first.
  place: permission => (role, relation) => {
    if (!may[permission].includes(role) || !holds(relation)) return status => status === 403;
    return reaches(relation) ? ok : status => [403, 404].includes(status);
  },
  // As that, but what is asked for at the place is not there.
  absent: permission => (role, relation) => {
    if (!may[permission].includes(role) || !holds(relation)) return status => status === 403;
    return reaches(relation) ? nothing : status => [403, 404].includes(status);
  },
  // A thing of somebody, seen by those who run Sports Park too; to others it is not there.
  found: permission => (role, relation) => (may[permission].includes(role) && reaches(relation) ? seen : status => status === 404),
  // The first page of administration, for those with either permission.
  either: (one, other) => (role, relation) =>
    (holds(relation) && (may[one].includes(role) || may[other].includes(role)) ? ok : status => status === 403),
};

const table = [
  [rules.self(), `
    GET /me  POST /me  GET /api/v1/me  PATCH /api/v1/me  GET /api/v1/session  GET /household  POST /household
    GET /api/v1/me/household  POST /api/v1/me/dependants  GET /book  GET /bookings
    GET /api/v1/bookings  POST /api/v1/bookings  GET /diary  GET /api/v1/me/diary  GET /diary/feed  POST /diary/feed
    POST /diary/feed/end  POST /api/v1/me/diary-feed  DELETE /api/v1/me/diary-feed  GET /inbox  POST /inbox/read
    GET /volunteer/hours  GET /api/v1/me/hours  GET /certificates  POST /certificates  GET /api/v1/me/certificates
    POST /api/v1/me/certificates  GET /me/sessions  POST /me/sessions/others/end  GET /api/v1/me/sessions  GET /me/tokens
    GET /api/v1/me/tokens  POST /api/v1/me/tokens  GET /me/second-factor  GET /api/v1/me/second-factor
    POST /api/v1/me/second-factor/confirm  GET /api/v1/me/skills  GET /volunteer/mine
    GET /volunteer/check-in  POST /volunteer/check-in  GET /api/v1/signups  GET /activities/:activity/sign-up
    POST /activities/:activity/sign-up  POST /api/v1/activities/:activity/registrations  POST /volunteer/shifts/:shift
    POST /api/v1/shifts/:shift/signups`],
  [rules.session(), `
    POST /me/tokens  POST /me/second-factor  POST /me/second-factor/confirm  POST /me/second-factor/off
    POST /api/v1/me/second-factor  POST /api/v1/me/second-factor/off`],
  // What is somebody else's is not there, whoever asks.
  [rules.nothing(), `
    POST /inbox/:letter/read  GET /book/people  POST /book  POST /bookings  POST /me/sessions/:session/end
    DELETE /api/v1/me/sessions/:session  POST /me/tokens/:token/end  DELETE /api/v1/me/tokens/:token
    POST /api/v1/activities/:activity/feedback  GET /activities/:activity/feedback  POST /activities/:activity/feedback`],
  [rules.found('run_venues'), `
    GET /bookings/:booking  GET /bookings/:booking/calendar  GET /bookings/:booking/cancel  POST /bookings/:booking/cancel
    POST /bookings/:booking/undo  GET /api/v1/bookings/:booking  POST /api/v1/bookings/:booking/cancel
    POST /api/v1/bookings/:booking/undo`],
  [rules.found('run_venues'), `
    GET /registrations/:registration  GET /registrations/:registration/calendar  GET /registrations/:registration/cancel
    POST /registrations/:registration/cancel  POST /registrations/:registration/undo  POST /registrations/:registration/answer
    GET /api/v1/registrations/:registration  POST /api/v1/registrations/:registration/cancel
    POST /api/v1/registrations/:registration/undo  POST /api/v1/registrations/:registration/accept
    POST /api/v1/registrations/:registration/decline`],
  [rules.place('run_venues'), `
    GET /centres/:centre/day  GET /activities/:activity/door  POST /activities/:activity/door
    POST /activities/:activity/door/tally  POST /api/v1/activities/:activity/check-in
    GET /api/v1/activities/:activity/guests  POST /api/v1/activities/:activity/tally`],
  [rules.absent('run_venues'), `
    POST /activities/:activity/door/list  POST /activities/:activity/door/undo
    POST /api/v1/activities/:activity/entrances/:entrance/undo`],
  [rules.somewhere('run_activities'), 'POST /api/v1/activities'],
  [rules.place('run_activities'), `
    GET /activities/new  POST /activities  GET /centres/:centre/activities  GET /activities/:activity/edit  POST /activities/:activity/edit
    POST /activities/:activity/publish  GET /activities/:activity/cancel  POST /activities/:activity/cancel
    PATCH /api/v1/activities/:activity  POST /api/v1/activities/:activity/publish  POST /api/v1/activities/:activity/cancel
    GET /api/v1/activities/:activity/feedback  GET /activities/:activity/answers`],
  [rules.place('see_reports'), 'GET /reports/centres/:centre  GET /api/v1/reports/centres/:centre'],
  [rules.somewhere('run_shifts'), `
    POST /api/v1/shifts  POST /api/v1/skills  POST /api/v1/opportunities  GET /volunteer/skills  POST /volunteer/skills
    GET /volunteer/roles/new  POST /volunteer/roles`],
  [rules.place('run_shifts'), `
    GET /centres/:centre/shifts  GET /volunteer/shifts/new  POST /volunteer/shifts  GET /volunteer/shifts/:shift/edit
    POST /volunteer/shifts/:shift/edit  GET /volunteer/shifts/:shift/cancel  POST /volunteer/shifts/:shift/cancel
    GET /volunteer/shifts/:shift/people  GET /volunteer/shifts/:shift/poster  POST /volunteer/signups/:signup/step
    POST /volunteer/signups/:signup/confirm
    PATCH /api/v1/shifts/:shift  POST /api/v1/shifts/:shift/cancel  GET /api/v1/shifts/:shift/signups`],
  [rules.found('run_shifts'), `
    GET /volunteer/signups/:signup/leave  POST /volunteer/signups/:signup/leave  GET /api/v1/signups/:signup
    POST /api/v1/signups/:signup/cancel  POST /api/v1/signups/:signup/check-in  POST /api/v1/signups/:signup/check-out
    POST /api/v1/signups/:signup/confirm`],
  [rules.none('run_shifts'), `
    GET /certificates/:certificate/void  POST /certificates/:certificate/void  POST /api/v1/certificates/:certificate/void
    GET /volunteer/people/:person  POST /volunteer/people/:person  GET /volunteer/hours/:entry/void  POST /volunteer/hours/:entry/void
    GET /api/v1/people/:person/hours  POST /api/v1/people/:person/hours  POST /api/v1/hours/:entry/void`],
  [rules.somewhere('administer'), `
    GET /api/v1/admin/accounts  POST /api/v1/admin/accounts  GET /admin/accounts  POST /admin/accounts/export  GET /admin/invite
    POST /admin/invite`],
  [rules.somewhere('read_audit'), 'GET /api/v1/admin/audit  GET /admin/audit'],
  [rules.either('administer', 'read_audit'), 'GET /admin  GET /admin/roles'],
  [rules.place('administer'), `
    GET /api/v1/admin/accounts/:account  PATCH /api/v1/admin/accounts/:account  POST /api/v1/admin/accounts/:account/lock
    POST /api/v1/admin/accounts/:account/unlock  POST /api/v1/admin/accounts/:account/close
    POST /api/v1/admin/accounts/:account/roles  DELETE /api/v1/admin/accounts/:account/sessions
    GET /admin/accounts/:account  GET /admin/accounts/:account/lock  POST /admin/accounts/:account/lock
    GET /admin/accounts/:account/unlock  POST /admin/accounts/:account/unlock  GET /admin/accounts/:account/close
    POST /admin/accounts/:account/close  POST /admin/accounts/:account/sessions  GET /admin/accounts/:account/roles
    POST /admin/accounts/:account/roles  POST /admin/accounts/:account/reset  POST /api/v1/admin/accounts/:account/reset`],
];
// These end what the matrix asks with; session.test.mjs sees to them.
const apart = ['POST /sign-out', 'DELETE /api/v1/session'];

const expected = new Map(table.flatMap(([rule, addresses]) => addresses.trim().split(/\s{2,}|\n\s*/).map(a => [a.trim(), rule])));
const nameOf = route => `${route.method} ${route.path}`;

test('every route stands in the table of who may, and nothing else does', () => {
  const served = routes.map(nameOf);
  const unplaced = served.filter(name => !expected.has(name) && !apart.includes(name));
  assert.deepEqual(unplaced, [], 'say who may use these, in the table of tests/http/matrix.test.mjs');
  assert.deepEqual([...expected.keys()].filter(name => !served.includes(name)), [], 'these are in the table and are no routes');
});

// ---- the people, and the things that are asked for

const admin = as('admin@quarter.example');
const accountOf = async token => {
  const { id } = (await program(token).get('/api/v1/me')).json;
  return (await admin.get(`/api/v1/admin/accounts?q=${id}`)).json.items[0].id;
};
const give = async (account, role, place, revoke = false) => {
  const answer = await admin.post(`/api/v1/admin/accounts/${account}/roles`, { role, place, revoke });
  assert.equal(answer.status, 200, `${role} at ${place}: ${answer.text}`);
};

async function people() {
  const wanted = roles.flatMap(role => Object.keys(relations).map(relation => ({ role, relation })));
  const tokens = residents(wanted.length + 2);
  const { id } = await centre('sports-park');
  const rooms = (await program().get(`/api/v1/venues?centre=${id}&limit=1`)).json.items;
  for (const [i, one] of wanted.entries()) {
    one.client = program(tokens[i]);
    if (!relations[one.relation]) continue;
    const account = await accountOf(tokens[i]);
    const place = one.relation === 'child' ? rooms[0].id : relations[one.relation];
    await give(account, one.role, place);
    if (one.relation === 'revoked') await give(account, one.role, place, true);
  }
  return { wanted, owner: program(tokens.at(-1)), target: await accountOf(tokens.at(-2)) };
}

async function bookingOf(owner) {
  const { id } = await centre('sports-park');
  const venues = (await owner.get(`/api/v1/venues?centre=${id}&limit=200`)).json.items.filter(v => !v.needs_approval);
  for (const venue of venues) {
    for (const [start, end] of await freeHours(venue.id, [2, 3, 4])) {
      const made = await owner.post('/api/v1/bookings', { venue: venue.id, start, end, people: 1, purpose: 'Matrix', keep_both: true });
      if (made.status === 201) return made.json.id;
      if (made.status === 429) throw new Error('too many attempts for a booking');
    }
  }
  throw new Error('nothing is free');
}

const made = async (who, path, body) => {
  const { status, json, text } = await who.post(path, body);
  assert.equal(status, 201, `${path}: ${text}`);
  return json.id;
};

// What the owner of things has at Sports Park.
async function thingsOf(owner, place) {
  const activity = held({ places: 3 }).id;
  const day = dayFromNow(6);
  const shift = await made(admin, '/api/v1/shifts', {
    centre: place, role: { 'zh-CN': '引导员', en: 'Guide' }, needed: 3, start: `${day}T09:00:00+08:00`, end: `${day}T11:00:00+08:00`,
  });
  return {
    activity, shift, booking: await bookingOf(owner),
    registration: await made(owner, `/api/v1/activities/${activity}/registrations`),
    signup: await made(owner, `/api/v1/shifts/${shift}/signups`),
    token: (await owner.get('/api/v1/me/tokens')).json.items[0].id,
  };
}

const none = '0123456789abc';

// A form that is whole is needed where the thing is looked for after it is read.
const bodies = place => ({
  'POST /api/v1/admin/accounts/:account/roles': { role: 'volunteer', place },
  'POST /admin/accounts/:account/roles': { role: 'volunteer', place },
  'POST /activities': { centre: place },
  'POST /volunteer/shifts': { centre: place },
  'POST /volunteer/signups/:signup/step': { step: 'in' },
  'POST /activities/:activity/door/list': { seat: none },
  'POST /activities/:activity/door/tally': { people: 1 },
  'POST /activities/:activity/door/undo': { entrance: none },
  'POST /api/v1/activities/:activity/tally': { people: 1 },
});

const form = { 'content-type': 'application/x-www-form-urlencoded' };

test('no cell of the matrix is wrong', async () => {
  const began = Date.now();
  const { wanted, owner, target } = await people();
  const place = (await centre('sports-park')).id;
  await give(target, 'volunteer', place);
  const things = { ...await thingsOf(owner, place), centre: place, account: target };
  const body = bodies(place);
  const cells = routes.filter(r => expected.has(nameOf(r))).flatMap(route => wanted.map(one => ({ route, one })));
  // Who may do it does so last: what is undone is another thing to those who come after.
  cells.sort((a, b) => reaches(a.one.relation) - reaches(b.one.relation));
  const wrong = [];
  const ask = async ({ route, one }) => {
    const asked = /^\/(activities|volunteer\/shifts)\/new$/.test(route.path) ? `${route.path}?centre=${place}` : route.path;
    const path = asked.replace(/:([a-z_]+)/g, (_, name) => things[name] ?? none);
    const sent = body[nameOf(route)] ?? {};
    const answer = route.method === 'GET' ? await one.client.get(path)
      : inApi(route) ? await one.client.call(route.method, path, route.method === 'DELETE' ? undefined : sent)
        : await one.client.call(route.method, path, new URLSearchParams(sent).toString(), form);
    if (!expected.get(nameOf(route))(one.role, one.relation)(answer.status)) {
      wrong.push(`${one.role}, ${one.relation}: ${nameOf(route)} answered ${answer.status}`);
    }
  };
  const queue = [...cells];
  await Promise.all(Array.from({ length: 4 }, async () => {
    for (let cell = queue.shift(); cell; cell = queue.shift()) await ask(cell);
  }));
  assert.deepEqual(wrong, []);
  assert.ok(cells.length > 2000, `only ${cells.length} cells`);
  console.log(`# ${cells.length} cells in ${Math.round((Date.now() - began) / 1000)} s`);
});

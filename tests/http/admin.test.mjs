// admin.test.mjs - accounts of others over the API: found, locked, given roles; and the log of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { as, browser, centre, ctl, program, tokenOf } from './lib.mjs';
import { linkSentTo, newMail, password, signedIn, somebody } from './people.mjs';

const admin = as('admin@quarter.example');
const accounts = '/api/v1/admin/accounts';
const find = async (q, asker = admin) => (await asker.get(`${accounts}?q=${encodeURIComponent(q)}`)).json.items;
const one = async login => (await find(login))[0];

// An administrator of a part of the network.
const adminOf = place => program(tokenOf(somebody(`admin ${place}`)));

test('an account is found by its address, and shown without it', async () => {
  const login = somebody('desk sports-park');
  const account = await one(login);
  assert.equal(account.person.name, 'Lan Wang');
  assert.equal(account.status, 'open');
  assert.deepEqual(account.logins, [{ kind: 'email', login: `p***@quarter.example` }]);
  assert.equal(account.roles.length, 1);
  assert.equal(account.roles[0].role, 'desk');
  assert.equal(account.roles[0].place, (await centre('sports-park')).id);
  assert.equal(account.roles[0].until, null);
  assert.doesNotMatch(JSON.stringify(account), new RegExp(login));
  const { json } = await admin.get(`${accounts}/${account.id}`);
  assert.deepEqual([json.sessions, json.tokens, json.person], [0, 0, account.person]);
});

test('a name is found by how it is read, a telephone by its last four digits', async () => {
  const names = async q => (await find(q)).map(a => a.person.name);
  for (const q of ['周敏', 'zhoumin', 'zhou min', 'ZHOU MIN']) assert.ok((await names(q)).includes('周敏'), q);
  assert.ok((await names('8126')).includes('李明'));
  assert.ok(!(await names('8127')).includes('李明'));
  assert.deepEqual(await find('nobody at all'), []);
});

test('who signed up a moment ago is found by name once the keys are made', async () => {
  const login = newMail();
  ctl('account', 'create', login, '--name', '欧阳云帆');
  for (let tries = 0; tries < 60 && !(await find('ouyangyunfan')).length; tries++) await sleep(250);
  assert.ok((await find('oyyf')).some(a => a.person.name === '欧阳云帆'));
});

test('pages go on and go back, and nobody is left out or shown twice', async () => {
  const seen = new Set();
  let path = `${accounts}?limit=50`;
  for (let page = 0; path && page < 40; page++) {
    const { json } = await admin.get(path);
    for (const { id } of json.items) {
      assert.ok(!seen.has(id), `${id} stands twice`);
      seen.add(id);
    }
    path = json.next && `${accounts}?limit=50&cursor=${json.next}`;
  }
  assert.ok(seen.size > 10);
  assert.ok(seen.has((await one('desk@quarter.example')).id));
});

test('a part of the network is all that its administrator sees', async () => {
  const login = somebody('desk sports-park'), other = somebody('desk fengchan-road'), nowhere = somebody();
  const part = adminOf('sports-park');
  assert.equal((await find(login, part)).length, 1);
  for (const hidden of [other, nowhere]) {
    assert.deepEqual(await find(hidden, part), []);
    const { id } = await one(hidden);
    const asked = await part.get(`${accounts}/${id}`), nothing = await part.get(`${accounts}/0123456789abc`);
    assert.deepEqual([asked.status, asked.text], [404, nothing.text]);
    for (const act of ['lock', 'unlock', 'close']) {
      assert.equal((await part.post(`${accounts}/${id}/${act}`, { reason: 'Not mine' })).status, 404, act);
    }
    assert.equal((await part.post(`${accounts}/${id}/roles`, { role: 'desk', place: (await centre('sports-park')).id })).status, 404);
    assert.equal((await one(hidden)).status, 'open');
  }
  const elsewhere = await part.get(`${accounts}?centre=${(await centre('fengchan-road')).id}`);
  assert.equal(elsewhere.status, 404);
});

test('who has no such role is told so, and a visitor to sign in', async () => {
  for (const login of ['resident', 'desk', 'manager', 'district', 'auditor']) {
    assert.equal((await as(`${login}@quarter.example`).get(accounts)).status, 403, login);
  }
  assert.equal((await program().get(accounts)).status, 401);
});

test('a locked account is out at the next request, and in again only after signing in anew', async () => {
  const login = somebody('manager sports-park'), token = program(tokenOf(login));
  const { headers } = await signedIn(login);
  const { id } = await one(login);
  assert.equal((await token.get('/api/v1/me')).status, 200);
  assert.equal((await program().get('/api/v1/me', headers)).status, 200);
  const refused = await admin.post(`${accounts}/${id}/lock`, {});
  assert.deepEqual([refused.status, refused.json.code], [422, 'reason_missing']);
  const locked = await admin.post(`${accounts}/${id}/lock`, { reason: 'Lost the telephone' });
  assert.deepEqual([locked.status, locked.json.status, locked.json.sessions, locked.json.tokens], [200, 'locked', 0, 0]);
  assert.equal((await token.get('/api/v1/me')).status, 401);
  assert.equal((await program().get('/api/v1/me', headers)).status, 401);
  const tried = await program().post('/api/v1/session', { login, password });
  assert.deepEqual([tried.status, tried.json.code], [401, 'bad_credentials']);
  assert.equal((await admin.post(`${accounts}/${id}/unlock`, { reason: 'Found it' })).json.status, 'open');
  assert.equal((await program().get('/api/v1/me', headers)).status, 401, 'what ended stays ended');
  assert.equal((await program().post('/api/v1/session', { login, password })).status, 200);
});

test('sessions are ended without a lock', async () => {
  const login = somebody(), { headers } = await signedIn(login);
  const { id } = await one(login);
  assert.equal((await admin.delete(`${accounts}/${id}/sessions`)).status, 204);
  assert.equal((await program().get('/api/v1/me', headers)).status, 401);
  assert.equal((await one(login)).status, 'open');
});

test('a role is given for a place and some days, and taken back at once', async () => {
  const login = somebody(), client = program(tokenOf(login));
  const { id } = await one(login), place = (await centre('sports-park')).id;
  const day = async () => (await client.get(`/api/v1/bookings?centre=${place}`)).status;
  assert.equal(await day(), 403);
  const given = await admin.post(`${accounts}/${id}/roles`, { role: 'manager', place, from: '2020-01-01', until: '2099-12-31' });
  assert.equal(given.status, 200);
  assert.deepEqual(given.json.roles.map(r => [r.role, r.place, r.until, r.given_by]), [['manager', place, '2099-12-31', '周敏']]);
  assert.equal(await day(), 200);
  const taken = await admin.post(`${accounts}/${id}/roles`, { role: 'manager', place, revoke: true });
  assert.deepEqual([taken.status, taken.json.roles], [200, []]);
  assert.equal(await day(), 403);
  assert.equal((await admin.post(`${accounts}/${id}/roles`, { role: 'manager', place, revoke: true })).status, 404);
});

test('nobody reaches beyond what is theirs', async () => {
  const part = adminOf('sports-park'), place = (await centre('sports-park')).id;
  const own = await one('admin@quarter.example');
  const code = async (asker, id, body) => (await asker.post(`${accounts}/${id}/roles`, body)).json.code;
  assert.equal(await code(admin, own.id, { role: 'desk', place }), 'own_role');
  assert.equal((await admin.post(`${accounts}/${own.id}/lock`, { reason: 'To see' })).json.code, 'own_account');
  const { id } = await one(somebody('desk sports-park'));
  assert.equal(await code(part, id, { role: 'emperor', place }), 'unknown_role');
  assert.equal(await code(part, id, { role: 'desk', place: (await centre('fengchan-road')).id }), 'unknown_place');
  assert.equal(await code(part, id, { role: 'desk', place: 'root' }), 'unknown_place');
  assert.equal(await code(part, id, { role: 'desk', place, from: '2030-01-02', until: '2030-01-01' }), 'role_ends_early');
  const both = await one(somebody('desk sports-park', 'manager fengchan-road'));
  assert.equal((await part.post(`${accounts}/${both.id}/lock`, { reason: 'Too far' })).json.code, 'beyond_reach');
});

test('a name is mended, unless somebody else was faster', async () => {
  const login = somebody();
  const { id, version } = await one(login);
  const mended = await admin.patch(`${accounts}/${id}`, { name: 'Lan Wong', version });
  assert.deepEqual([mended.status, mended.json.person.name], [200, 'Lan Wong']);
  assert.equal((await admin.patch(`${accounts}/${id}`, { name: 'Lan Wang', version })).json.code, 'stale');
  assert.equal((await admin.patch(`${accounts}/${id}`, { status: 'locked' })).status, 400);
});

test('a closed account is closed for good, and its address is free', async () => {
  const login = somebody('desk sports-park');
  const { id } = await one(login);
  const closed = await admin.post(`${accounts}/${id}/close`, { reason: 'Left the service' });
  assert.deepEqual([closed.json.status, closed.json.roles, closed.json.logins], ['closed', [], []]);
  assert.deepEqual([(await admin.post(`${accounts}/${id}/unlock`, { reason: 'Came back' })).json.code], ['account_is_closed']);
  ctl('account', 'create', login, '--name', 'Lan Wang');
});

test('what was done stands in the log, before and after, and each entry has its hash', async () => {
  const auditor = as('auditor@quarter.example');
  const { id, person } = await one(somebody());
  const place = (await centre('sports-park')).id;
  await admin.post(`${accounts}/${id}/roles`, { role: 'desk', place });
  await admin.post(`${accounts}/${id}/lock`, { reason: 'To see it in the log' });
  const { status, json } = await auditor.get(`/api/v1/admin/audit?subject=${id}`);
  assert.equal(status, 200);
  // Within one second entries of several chains stand in no order.
  const [lock, role] = ['account_locked', 'role_given'].map(act => json.items.find(entry => entry.act === act));
  assert.deepEqual([lock.act, lock.detail.before, lock.detail.after, lock.detail.reason],
    ['account_locked', { status: 'open' }, { status: 'locked' }, 'To see it in the log']);
  assert.deepEqual([role.act, role.place, role.person, role.detail.role], ['role_given', place, person.id, 'desk']);
  for (const entry of json.items) assert.match(entry.hash, /^[0-9a-f]{64}$/);
  const of = async query => (await auditor.get(`/api/v1/admin/audit?${query}`)).json.items;
  assert.ok((await of(`person=${person.id}`)).length >= 2);
  assert.ok((await of(`actor=${lock.actor}&limit=5`)).every(e => e.actor === lock.actor));
  assert.ok((await of(`place=${place}&subject=${id}`)).every(e => e.place === place));
  assert.deepEqual(await of(`subject=${id}&to=2020-01-01`), []);
  assert.equal((await of(`subject=${id}&act=role_given`)).length, 1);
});

test('the log is read page by page, newest first', async () => {
  const auditor = as('auditor@quarter.example');
  const first = (await auditor.get('/api/v1/admin/audit?limit=3')).json;
  const second = (await auditor.get(`/api/v1/admin/audit?limit=3&cursor=${first.next}`)).json;
  const times = [...first.items, ...second.items].map(e => e.at);
  assert.deepEqual(times, [...times].sort().reverse());
  assert.equal(new Set([...first.items, ...second.items].map(e => e.hash)).size, 6);
});

test('an auditor reads and changes nothing', async () => {
  const auditor = as('auditor@quarter.example');
  const { id } = await one(somebody());
  assert.equal((await auditor.get(accounts)).status, 403);
  assert.equal((await auditor.post(`${accounts}/${id}/lock`, { reason: 'No' })).status, 403);
  for (const login of ['resident', 'manager', 'district']) {
    assert.equal((await as(`${login}@quarter.example`).get('/api/v1/admin/audit')).status, 403, login);
  }
});

test('accounts are exported with what a spreadsheet needs, and nothing that it would run', async () => {
  const login = newMail();
  ctl('account', 'create', login, '--name', '=HYPERLINK("x")');
  const someone = browser();
  await someone.signIn('admin@quarter.example');
  const page = '/admin/accounts?q=%3DHYPERLINK';
  for (let tries = 0; tries < 60 && !(await find('=HYPERLINK')).length; tries++) await sleep(250);
  const file = await someone.submit(page, '/admin/accounts/export', { q: '=HYPERLINK', role: '', centre: '', status: '' });
  assert.equal(file.status, 200);
  assert.match(file.headers.get('content-type'), /^text\/csv/);
  assert.match(file.headers.get('content-disposition'), /accounts\.csv/);
  assert.match(file.text, /\r\n"[0-9a-z]{13}","'=HYPERLINK\(""x""\)"/);
  assert.ok(!file.text.includes(login), 'addresses are masked');
  const log = (await as('auditor@quarter.example').get('/api/v1/admin/audit?act=accounts_exported&limit=1')).json.items[0];
  assert.ok(log.detail.count >= 1, 'and it stands in the log');
});

test('what a page refuses comes back as it was typed', async () => {
  const someone = browser();
  await someone.signIn('admin@quarter.example');
  const { id } = await one(somebody());
  const asked = await someone.submit(`/admin/accounts/${id}/roles`, `/admin/accounts/${id}/roles`,
    { role: 'manager', place: (await centre('sports-park')).id, from: '2030-02-01', until: '2030-01-01' });
  assert.equal(asked.status, 422);
  assert.match(asked.text, /value="2030-02-01"/);
  assert.match(asked.text, /<option value="manager"\s+selected/);
  const lock = await someone.submit(`/admin/accounts/${id}/lock`, `/admin/accounts/${id}/lock`, { reason: '' });
  assert.equal(lock.status, 422);
  assert.equal((await one(id)).status, 'open');
});

test('every act that was noted has words', async () => {
  const auditor = as('auditor@quarter.example');
  const noted = new Set();
  let path = '/api/v1/admin/audit?limit=200';
  for (let pages = 0; path && pages < 40; pages++) {
    const { items, next } = (await auditor.get(path)).json;
    for (const { act } of items) noted.add(act);
    path = next && `/api/v1/admin/audit?limit=200&cursor=${next}`;
  }
  const someone = browser();
  await someone.signIn('auditor@quarter.example');
  const { text } = await someone.get('/admin/audit');
  assert.deepEqual([...noted].filter(act => !text.includes(`<option value="${act}"`)), []);
});

test('the acts of the log have words', async () => {
  const auditor = browser();
  await auditor.signIn('auditor@quarter.example');
  const page = await auditor.get('/admin/audit?act=role_given&lang=en');
  assert.equal(page.status, 200);
  assert.match(page.text, /Gave a role/);
  assert.equal((await auditor.get('/admin/accounts')).status, 403);
  assert.equal((await auditor.get('/admin/roles')).status, 200);
});

test('who is invited chooses a password by the link, and has the role', async () => {
  const login = newMail(), { id: place } = await centre('sports-park');
  const invite = { name: 'Mei Chen', login, role: 'desk', place };
  const { status, json } = await admin.post(accounts, invite);
  assert.equal(status, 201);
  assert.equal(json.status, 'invited');
  assert.equal((await one(login)).status, 'invited');
  assert.equal((await program().post('/api/v1/session', { login, password })).status, 401, 'not before');
  const first = await linkSentTo(login);
  assert.equal((await admin.post(`${accounts}/${json.id}/reset`)).status, 204, 'it is sent again where the mail was lost');
  const code = await linkSentTo(login, 2);
  assert.notEqual(code, first);
  const page = `/forgotten/confirm?code=${code}`;
  const set = await browser().submit(page, '/forgotten/confirm', { code, password });
  assert.equal(set.status, 303, set.text);
  const { status: now, roles } = await one(login);
  assert.deepEqual([now, roles.map(held => held.role)], ['open', ['desk']]);
  assert.equal((await program(tokenOf(login)).get(`/centres/${place}/day`)).status, 200, 'and does its work');
});

test('an invitation reaches no further than who sends it', async () => {
  const { id: place } = await centre('fengchan-road');
  const local = adminOf('sports-park');
  const login = newMail();
  const there = await local.post(accounts, { name: 'Mei Chen', login, role: 'desk', place });
  assert.equal(there.status, 404, there.text);
  assert.deepEqual(await find(login), [], 'nothing is made where the role is refused');
  for (const [field, value, status] of [['login', 'nobody', 422], ['role', 'king', 422], ['name', '', 400], ['place', '', 400]]) {
    const answer = await admin.post(accounts, { name: 'Mei Chen', login: newMail(), role: 'desk', place, [field]: value });
    assert.equal(answer.status, status, `${field}: ${answer.text}`);
  }
  const taken = await admin.post(accounts, { name: 'Mei Chen', login: 'resident@quarter.example', role: 'desk', place });
  assert.equal(taken.status, 409);
});

test('somebody is invited by page, and what is refused comes back as typed', async () => {
  const someone = browser();
  await someone.signIn('admin@quarter.example');
  const login = newMail(), { id: place } = await centre('sports-park');
  const fields = { name: 'Mei Chen', login, role: 'desk', place, from: '', until: '2020-01-01' };
  const refused = await someone.submit('/admin/invite', '/admin/invite', fields);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /value="Mei Chen"/);
  assert.match(refused.text, /<option value="desk"\s+selected/);
  const done = await someone.submit('/admin/invite', '/admin/invite', { ...fields, until: '' });
  assert.equal(done.status, 303);
  assert.match((await someone.get(`${done.location}?lang=en`)).text, /Send the invitation again/);
});

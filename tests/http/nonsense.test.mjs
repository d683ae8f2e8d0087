// nonsense.test.mjs - every address, asked every kind of nonsense: a clear 4xx, and never a 5xx.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { as, browser, ctl, guardOf, program } from './lib.mjs';
import { password, somebody } from './people.mjs';

const routes = ctl('--json', 'routes').trim().split('\n').map(line => JSON.parse(line));
const fill = (path, value = '0123456789abc') => path.replace(/:[a-z_]+/g, value);
const inApi = route => route.path.startsWith('/api/');
const writes = route => route.method !== 'GET';
// These end what the test signs in with, or make many accounts; they have tests of their own.
const apart = route => /session$|\/accounts|sign-(in|up|out)/.test(route.path);

const values = ['', ' ', '-1', '0', '9223372036854775807', '9223372036854775808', '1e400', 'NaN', 'null', 'true', '[]', '{}',
  '2026-02-30', '0000-00-00', '9999-12-31T23:59:59Z', '2026-12-01T09:07:00+08:00', '2026-12-01T09:15:00', '91,181', ',',
  '\u202e', '𬎆䶮', "' OR 1=1 --", '<script>alert(1)</script>', '%00', '../../etc/passwd', 'a'.repeat(5000), '٣', '１２'];

let token, resident;
test('someone signs in', async () => {
  const login = somebody();
  token = as(login);
  resident = browser();
  await resident.signIn(login, password);
});

const clear = (answer, what) => {
  assert.ok(answer.status < 500, `${what}: ${answer.status} ${answer.text.slice(0, 300)}`);
  if (answer.status >= 400 && answer.json) {
    for (const name of ['type', 'title', 'status', 'detail', 'code']) assert.ok(name in answer.json, `${what} lacks ${name}`);
    assert.match(answer.headers.get('content-type'), /^application\/problem\+json/);
  }
  return answer;
};

test('a path that has no such thing is a 404, whatever stands in it', async () => {
  for (const route of routes.filter(r => r.method === 'GET' && r.path.includes(':'))) {
    for (const value of ['0', 'x', '0123456789abc', 'ilou0ilou0ilo', '%F0%9F%98%80', 'a'.repeat(500)]) {
      const asker = inApi(route) ? token : resident;
      const answer = clear(await asker.get(fill(route.path, value)), `GET ${fill(route.path, value)}`);
      assert.ok([404, 400, 403, 303].includes(answer.status), `GET ${fill(route.path, value)}: ${answer.status}`);
    }
  }
});

test('a method that an address does not have is a 405', async () => {
  const known = new Set(routes.map(r => `${r.method} ${r.path}`));
  for (const path of new Set(routes.filter(inApi).map(r => r.path))) {
    for (const method of ['GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'OPTIONS', 'FOO']) {
      if (known.has(`${method} ${path}`)) continue;
      const answer = clear(await token.call(method, fill(path)), `${method} ${path}`);
      assert.ok([405, 404].includes(answer.status), `${method} ${path}: ${answer.status}`);
    }
  }
});

test('an unknown query parameter of the API is a 400 that names it, and so is one given twice', async () => {
  for (const route of routes.filter(r => inApi(r) && r.method === 'GET' && r.permission !== 'administer')) {
    const answer = clear(await token.get(`${fill(route.path)}?nonsense=1`), route.path);
    if (answer.status === 403) continue;
    assert.equal(answer.status, 400, route.path);
    assert.equal(answer.json.errors[0].field, 'nonsense', route.path);
    for (const name of route.query.slice(0, 1)) {
      const twice = clear(await token.get(`${fill(route.path)}?${name}=1&${name}=1`), route.path);
      assert.equal(twice.status, 400, `${route.path} with ${name} twice`);
      assert.equal(twice.json.errors[0].field, name);
    }
  }
});

test('every query parameter takes every value, or refuses it', async () => {
  for (const route of routes.filter(r => r.method === 'GET')) {
    for (const name of [...route.query, 'cursor', 'limit']) {
      for (const value of values) {
        const path = `${fill(route.path)}?${name}=${encodeURIComponent(value)}`;
        clear(await (inApi(route) ? token : resident).get(path), `GET ${path}`);
      }
    }
  }
});

test('bytes that are no text are refused in a query', async () => {
  for (const bad of ['%ff', '%c3%28', '%00', '%e4%b8', '%zz', '%', '%ed%a0%80']) {
    for (const path of ['/venues', '/centres', '/', '/api/v1/venues']) {
      const answer = clear(await program().get(`${path}?q=${bad}`), `${path}?q=${bad}`);
      assert.equal(answer.status, 400, `${path}?q=${bad}`);
    }
  }
});

test('every body of the API is read strictly', async () => {
  for (const route of routes.filter(r => inApi(r) && writes(r) && !apart(r))) {
    const path = fill(route.path), what = `${route.method} ${path}`;
    for (const body of ['', '{', '[]', '"x"', '{"a":1,"a":2}', '\u0000', '[' .repeat(100000), '{"x":'.repeat(2000),
      '{"nonsense":1}', '{"people":1e400}', '\ufeff{}', '{"purpose":"\ud800"}', 'null']) {
      const answer = clear(await token.call(route.method, path, body), `${what} ${body.slice(0, 20)}`);
      assert.ok(answer.status >= 400 || body === '' || answer.status === 200, `${what} took ${body.slice(0, 20)}`);
    }
    const wrong = clear(await token.call(route.method, path, 'a=1', { 'content-type': 'text/plain' }), what);
    assert.ok([415, 404, 403].includes(wrong.status), `${what} as text/plain: ${wrong.status}`);
    for (const name of route.body) {
      for (const value of [null, true, 1, -1, 1.5, 9.2e18, '', 'x', [], {}, 'a'.repeat(60000), '2026-02-30', '\u0007']) {
        clear(await token.call(route.method, path, { [name]: value }), `${what} ${name}=${JSON.stringify(value).slice(0, 20)}`);
      }
    }
  }
});

test('every form refuses nonsense, and a field that it does not have', async () => {
  const page = (await resident.get('/household')).text;
  for (const route of routes.filter(r => !inApi(r) && writes(r) && !apart(r))) {
    const path = fill(route.path);
    for (const value of values) {
      const fields = Object.fromEntries(route.body.map(name => [name, value]));
      clear(await resident.post(path, { guard: guardOf(page), ...fields }), `POST ${path} ${value.slice(0, 20)}`);
    }
    const unknown = clear(await resident.post(path, { guard: guardOf(page), nonsense: '1' }), `POST ${path}`);
    assert.ok(unknown.status >= 400, `POST ${path} took a field that it does not have: ${unknown.status}`);
    const multipart = clear(await resident.post(path, { guard: guardOf(page) }, {
      headers: { 'content-type': 'multipart/form-data; boundary=x' } }), `POST ${path} multipart`);
    assert.ok(multipart.status >= 400);
  }
});

test('a body over the limit is a 413', async () => {
  const answer = await token.post('/api/v1/bookings', 'x'.repeat(100000));
  assert.equal(answer.status, 413);
});

test('a refusal is told in the language of whoever asks', async () => {
  const chinese = (await program(undefined, { language: 'zh-CN' }).get('/api/v1/nowhere')).json;
  const english = (await program(undefined, { language: 'en' }).get('/api/v1/nowhere')).json;
  const again = (await program(undefined, { language: 'zh-CN' }).get('/api/v1/nowhere')).json;
  assert.match(chinese.detail, /\p{Script=Han}/u);
  assert.doesNotMatch(english.detail, /\p{Script=Han}/u);
  assert.equal(again.detail, chinese.detail);
});

// escape.test.mjs - what people write stands on pages as they wrote it, and is never a part of the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, centre, freeHours, program, residents } from './lib.mjs';

const payloads = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onfocus='alert(1)", '</textarea><b>x</b>', '</title><svg/onload=alert(1)>',
  '&lt;b&gt;', '{{ 7*7 }}', 'javascript:alert(1)', '<!--', ']]>', '＜script＞'];
const escaped = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');

// A payload that would be markup must not stand there raw, and must stand there escaped.
function judge(html, payload, where) {
  if (/[<>"']/.test(payload)) assert.ok(!html.includes(payload), `${where}: ${payload} stands there raw`);
  assert.doesNotMatch(html, /<(img|svg|b|script)[^>]*(onerror|onload|alert)/i, where);
}

test('a purpose and a name are text wherever they are shown', { timeout: 120000 }, async () => {
  const { id } = await centre('fenghuangtai');
  const { items } = (await program().get(`/api/v1/venues?centre=${id}&limit=200`)).json;
  const hours = [];
  for (const venue of items.filter(v => !v.needs_approval).slice(0, 6)) for (const [start, end] of (await freeHours(venue.id, [2, 3])).slice(0, 2)) hours.push({ venue: venue.id, start, end });
  const tokens = residents(payloads.length);
  const admin = browser();
  await admin.signIn('admin@quarter.example');
  let shown = 0;
  for (const [i, payload] of payloads.entries()) {
    const resident = program(tokens[i]);
    const child = await resident.post('/api/v1/me/dependants', { name: payload.slice(0, 30), born: '2017-05-01', relation: 'child' });
    assert.ok([201, 200, 400, 422].includes(child.status), child.text);
    const made = await resident.post('/api/v1/bookings', { ...hours[i], people: 1, purpose: payload, keep_both: true });
    assert.equal(made.status, 201, made.text);
    assert.equal(made.json.purpose, payload, 'JSON has it as it was written');
    const headers = { headers: { authorization: `Bearer ${tokens[i]}` } };
    for (const path of [`/bookings/${made.json.id}`, '/bookings', '/diary', '/household', '/inbox', `/bookings/${made.json.id}/cancel`]) {
      const page = await browser().get(path, headers);
      assert.equal(page.status, 200, path);
      judge(page.text, payload, path);
      if (page.text.includes(escaped(payload))) shown += 1;
    }
    const day = await admin.get(`/centres/${id}/day?date=${made.json.start.slice(0, 10)}`);
    assert.equal(day.status, 200);
    judge(day.text, payload, 'the day of the centre');
    assert.ok(day.text.includes(escaped(payload)), `the day shows ${payload} as text`);
  }
  assert.ok(shown >= payloads.length, `only ${shown} pages showed what was written`);
});

test('what is typed comes back into a form or a search as text', async () => {
  for (const payload of payloads) {
    for (const path of ['/centres?place=', '/centres?q=', '/venues?kind=', '/venues?people=', '/venues?date=', '/sign-in?next=']) {
      judge((await browser().get(path + encodeURIComponent(payload))).text, payload, path);
    }
    const visitor = browser();
    const back = await visitor.submit('/sign-in', '/sign-in', { login: payload, password: 'x' });
    judge(back.text, payload, 'the form of signing in');
    assert.ok(back.status < 500);
  }
});

test('a way on leads nowhere but here', async () => {
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', '\\\\evil.example', 'javascript:alert(1)', '/%09/evil.example', '%2f%2fevil.example', '/\t/evil', '@evil.example', '///evil.example']) {
    const someone = browser();
    const page = await someone.get(`/sign-in?next=${encodeURIComponent(next)}`);
    assert.ok(page.status < 500);
    const guard = page.text.match(/name="guard" value="([^"]+)"/)?.[1];
    if (!guard) continue;
    const signed = await someone.post('/sign-in', { guard, login: 'neighbour@quarter.example', password: 'quarter-demo-2026', next });
    assert.ok(!signed.location || /^\/([A-Za-z0-9?#]|$)/.test(signed.location), `${next} led to ${signed.location}`);
  }
});

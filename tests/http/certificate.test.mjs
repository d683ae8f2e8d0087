// certificate.test.mjs - hours are put right by more entries; a certificate is checked by anybody.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { browser, ctl, program, residents, tokenOf, url } from './lib.mjs';

const volunteer = program(tokenOf('volunteer@quarter.example'));
const neighbour = program(tokenOf('neighbour@quarter.example'));
const admin = program(tokenOf('admin@quarter.example'));
const person = (await volunteer.get('/api/v1/me')).json.id;
const hours = async () => (await volunteer.get('/api/v1/me/hours')).json;
const pause = ms => new Promise(done => setTimeout(done, ms));

// What the jobs process adds is there in a second or two.
async function until(look, enough) {
  for (let tries = 0; tries < 60; tries++) {
    const seen = await look();
    if (enough(seen)) return seen;
    await pause(250);
  }
  throw new Error('it never came');
}

const signed = code => until(async () => (await program().get(`/api/v1/certificates/${code}`)).json, c => c.signature);

// A raw key, as Node wants it: within the frame of RFC 8410.
const keyOf = hex => createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(hex, 'hex')]), format: 'der', type: 'spki' });
const holds = c => verify(null, Buffer.from(c.signed_text), keyOf(c.public_key), Buffer.from(c.signature, 'hex'));

async function make() {
  const made = await volunteer.post('/api/v1/me/certificates');
  assert.equal(made.status, 201);
  return made.json;
}

const correct = (minutes, reason = 'Counted again.') =>
  hours().then(({ entries }) => admin.post(`/api/v1/people/${person}/hours`, { kind: 'adjust', centre: entries[0].centre, minutes, reason }));

test('the balance is the sum of the entries, and none of them overlap', async () => {
  const { minutes, entries } = await hours();
  assert.ok(entries.length > 1);
  assert.equal(minutes, entries.reduce((sum, entry) => sum + entry.minutes, 0));
  const earned = entries.filter(e => e.kind === 'earn' && !e.voided).sort((a, b) => a.start.localeCompare(b.start));
  for (let i = 1; i < earned.length; i++) assert.ok(earned[i].start >= earned[i - 1].end);
});

test('what is put right stands as an entry, and is told', async () => {
  const before = await hours();
  assert.equal((await correct(30, 'The check-out was late.')).status, 201);
  const after = await hours();
  assert.equal(after.minutes, before.minutes + 30);
  assert.equal(after.entries[0].reason, 'The check-out was late.');
  assert.equal((await correct(-30, 'It was not.')).status, 201);
  assert.match((await volunteerBrowser()).text, /您的志愿时长有更正/);
  assert.match(ctl('audit', 'verify'), /ledgers, each as it was written/);
});

async function volunteerBrowser() {
  const someone = browser();
  await someone.signIn('volunteer@quarter.example');
  return someone.get('/inbox');
}

test('nobody corrects what is not theirs to correct', async () => {
  const { entries } = await hours();
  const asked = { kind: 'adjust', centre: entries[0].centre, minutes: 30, reason: 'For me.' };
  assert.equal((await volunteer.post(`/api/v1/people/${person}/hours`, asked)).status, 403);
  const manager = program(tokenOf('manager@quarter.example'));
  const elsewhere = entries.find(e => e.centre_name !== entries[0].centre_name);
  assert.equal((await manager.post(`/api/v1/people/0123456789abc/hours`, asked)).status, 404);
  if (elsewhere) assert.notEqual((await manager.post(`/api/v1/people/${person}/hours`, asked)).status, 500);
});

test('a certificate shows strangers a part of the name, and no more', async () => {
  const { code, url: address } = await make();
  const whole = (await volunteer.get('/api/v1/me')).json.name;
  const seen = await signed(code);
  assert.ok(code.length >= 10);
  assert.equal(seen.valid, true);
  assert.equal(seen.minutes, (await hours()).served);
  assert.ok(!seen.name.includes(whole));
  const page = await browser({ language: 'zh-CN' }).get(new URL(address).pathname);
  assert.equal(page.status, 200);
  assert.ok(!page.text.includes(whole) && page.text.includes(seen.name));
  assert.equal((await program().get(`/certificates/${code}.pdf`)).status, 404);
});

test('asked for again with nothing changed, it is the same certificate', async () => {
  assert.equal((await make()).code, (await make()).code);
});

test('the code on the paper leads to the page, and the signature holds', async () => {
  const { code } = await make();
  const owner = browser();
  await owner.signIn('volunteer@quarter.example');
  await until(() => owner.get(`/certificates/${code}`), page => page.text.includes(`/certificates/${code}.pdf`));
  const cookie = [...owner.cookies].map(([n, v]) => `${n}=${v}`).join('; ');
  const paper = await fetch(`${url}/certificates/${code}.pdf`, { headers: { cookie } });
  assert.equal(paper.headers.get('content-type'), 'application/pdf');
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  writeFileSync(join(folder, 'paper.pdf'), Buffer.from(await paper.arrayBuffer()));
  execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', 'paper.pdf', 'paper'], { cwd: folder });
  const read = execFileSync('zbarimg', ['-q', '--raw', 'paper.png'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  assert.ok(read.endsWith(`/certificates/${code}`), read);
  const words = execFileSync('pdftotext', ['paper.pdf', '-'], { cwd: folder, encoding: 'utf8' });
  assert.ok(words.includes((await volunteer.get('/api/v1/me')).json.name));
  const certificate = await signed(read.split('/').pop());
  assert.ok(holds(certificate));
  const forged = { ...certificate, signed_text: certificate.signed_text.replace(/minutes: \d+/, 'minutes: 999999') };
  assert.ok(!holds(forged));
  assert.ok((await browser().get('/certificates/key')).text.includes(certificate.public_key));
});

test('a correction supersedes it; hours that come later do not', async () => {
  const { code } = await make();
  assert.equal((await correct(15)).status, 201);
  const seen = (await program().get(`/api/v1/certificates/${code}`)).json;
  assert.equal(seen.valid, false);
  assert.equal(seen.status, 'superseded');
  assert.match((await browser().get(`/certificates/${code}`)).text, /were corrected on/);
  assert.equal((await correct(-15)).status, 201);
  const next = await make();
  assert.notEqual(next.code, code);
  assert.equal((await program().get(`/api/v1/certificates/${next.code}`)).json.valid, true);
});

test('one that never should have been given is void', async () => {
  assert.equal((await correct(15)).status, 201);
  const { code } = await make();
  assert.equal((await volunteer.post(`/api/v1/certificates/${code}/void`, { reason: 'x' })).status, 403);
  assert.equal((await admin.post(`/api/v1/certificates/${code}/void`, { reason: 'It was another person.' })).status, 200);
  assert.equal((await program().get(`/api/v1/certificates/${code}`)).json.status, 'void');
  assert.equal((await admin.post(`/api/v1/certificates/${code}/void`, { reason: 'Again.' })).status, 409);
  assert.equal((await correct(-15)).status, 201);
});

test('without hours there is nothing to certify', async () => {
  const asked = await neighbour.post('/api/v1/me/certificates');
  assert.equal(asked.status, 422);
  assert.equal(asked.json.code, 'no_hours_yet');
});

test('a forged code is not there, and who tries many has to wait', async () => {
  const guesser = program(residents(1)[0]);
  const codes = Array.from({ length: 12 }, (_, i) => `0123456789a${(i + 10).toString(32).padStart(2, '0')}`);
  assert.equal((await program().get(`/api/v1/certificates/${codes[0]}`)).status, 404);
  assert.equal((await browser().get('/certificates/no-such-code')).status, 404);
  const answers = [];
  for (const code of codes) answers.push((await guesser.get(`/api/v1/certificates/${code}`)).status);
  assert.deepEqual(answers.slice(0, 10), Array(10).fill(404));
  assert.equal(answers[11], 429);
  const { code } = await make();
  const right = await guesser.get(`/api/v1/certificates/${code}`);
  assert.equal(right.status, 429);
  assert.ok(Number(right.headers.get('retry-after')) > 0);
});

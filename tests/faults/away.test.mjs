// away.test.mjs - the database goes: a quick 503, static files live, and it comes back by itself.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { as, browser, program, url } from '../http/lib.mjs';

const pause = ms => new Promise(done => setTimeout(done, ms));
const database = () => execFileSync('pgrep', ['-f', `mariadbd.*${process.env.QUARTER_STATE}`], { encoding: 'utf8' }).trim().split('\n').map(Number);
// An address that nginx does not keep, so that the program itself is asked.
const page = () => fetch(`${url}/sign-in`, { headers: { 'accept-language': 'en' } });

async function timed(ask) {
  const began = Date.now();
  const answer = await ask();
  return { answer, text: await answer.text(), took: Date.now() - began };
}

async function recovers() {
  const began = Date.now();
  while (Date.now() - began < 10000) {
    if ((await page()).status === 200 && (await fetch(`${url}/readyz`)).status === 200) return Date.now() - began;
    await pause(50);
  }
  throw new Error('it did not recover in 10 seconds');
}

test('while the database is down every page is a 503 within three seconds, and then all is well', { timeout: 60000 }, async () => {
  for (const pid of database()) process.kill(pid, 'SIGKILL');
  const seen = [];
  for (const until = Date.now() + 1500; Date.now() < until;) {
    const { answer, took } = await timed(page);
    assert.ok([200, 503].includes(answer.status), `a page answered ${answer.status}`);
    assert.ok(took < 3000, `it took ${took} ms`);
    if (answer.status === 503) assert.ok(Number(answer.headers.get('retry-after')) > 0, 'says when to ask again');
    seen.push(answer.status);
  }
  assert.ok(seen.includes(503), 'the database was away while it was asked');
  const took = await recovers();
  console.log(`# ready again ${took} ms later`);
});

test('while the database hangs, files and health are served, and pages come back with it', { timeout: 90000 }, async () => {
  const style = (await (await page()).text()).match(/\/a\/quarter\.[0-9a-f]+\.css/)[0];
  const pids = database();
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  try {
    const asked = timed(page);
    await pause(300);
    assert.equal((await fetch(url + style)).status, 200);
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
    const { answer, took } = await asked;
    assert.equal(answer.status, 503);
    assert.ok(took < 14000, `it took ${took} ms`);
  } finally {
    for (const pid of pids) process.kill(pid, 'SIGCONT');
  }
  await recovers();
});

test('a form that met the outage can be sent again as it is, and is done once', { timeout: 60000 }, async () => {
  const someone = browser();
  await someone.signIn('neighbour@quarter.example');
  const guard = (await someone.get('/household')).text.match(/name="guard" value="([^"]+)"/)[1];
  const child = { guard, name: 'Outage', born: '2018-02-03', relation: 'child' };
  for (const pid of database()) process.kill(pid, 'SIGKILL');
  const statuses = [];
  for (let i = 0; i < 200 && statuses.at(-1) !== 303; i += 1) {
    statuses.push((await someone.post('/household', child)).status);
    await pause(50);
  }
  assert.ok(statuses.includes(503), 'it met the outage');
  assert.equal(statuses.at(-1), 303);
  assert.equal((await someone.post('/household', child)).status, 303, 'sent once more it is answered the same');
  const members = (await as('neighbour@quarter.example').get('/api/v1/me/household')).json;
  assert.equal((members.items ?? members).filter(m => m.name === 'Outage').length, 1);
});

test('the API says so in its own form', { timeout: 60000 }, async () => {
  for (const pid of database()) process.kill(pid, 'SIGKILL');
  let answer;
  for (let i = 0; i < 40 && answer?.status !== 503; i += 1) answer = await program().get('/api/v1/centres');
  assert.equal(answer.status, 503);
  assert.match(answer.headers.get('content-type'), /problem\+json/);
  await recovers();
});

// memory.mjs - a worker that has answered 100,000 requests needs no more memory than after 2,000.
//
// Needs an instance of its own, as tests/long.sh starts it. All its workers stay, as they share pages with each
// other; but for one they are stopped while it is driven.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { masterOf, ofKind } from './faults/processes.mjs';
import { begin, get, params, record, talk, STDIN } from './http/fastcgi.mjs';
import { centre, ctl, state, tokenOf, url, venue } from './http/lib.mjs';

const WARM = 2000, REQUESTS = Number(process.env.QUARTER_REQUESTS ?? 100000);
const PSS_MOST = 4096, GROWTH_MOST = 0.05;
const CONNECTIONS = 4;

// In kB. What is shared with others counts in part; what is private, whole.
function memoryOf(pid) {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const of = name => Number(text.match(new RegExp(`^${name}: +(\\d+) kB`, 'm'))[1]);
  return { pss: of('Pss'), own: of('Private_Clean') + of('Private_Dirty') };
}

// New workers, none of which is replaced after so and so many requests.
async function renewWorkers() {
  const path = join(state, 'quarter.conf');
  const old = ofKind('pages');
  const text = readFileSync(path, 'utf8').replace(/^worker_requests.*\n/m, '');
  writeFileSync(path, text.replace(/^\[pool\]$/m, '[pool]\nworker_requests = 1000000000'));
  process.kill(masterOf(), 'SIGHUP');
  for (let tries = 0; tries < 600 && ofKind('pages').some(pid => old.includes(pid)); tries++) await sleep(100);
  for (let tries = 0; tries < 100 && ofKind('pages').length < old.length; tries++) await sleep(100);
  const workers = ofKind('pages');
  assert.equal(workers.length, old.length);
  assert.ok(!workers.some(pid => old.includes(pid)), 'every worker was replaced');
  return workers;
}

// How many answers the workers have given: what nginx answered by itself is not among them.
async function answered() {
  const { text } = await talk(process.env.QUARTER_SOCKET, Buffer.concat([begin(), params(get('/metrics')), record(STDIN)]));
  return [...text.matchAll(/^quarter_http_answers_total\{.*\} (\d+)$/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
}

// Every GET of the table of routes, by visitors and by people, in both languages.
async function mixture() {
  const ids = { ':centre': (await centre('sports-park')).id, ':venue': (await venue('sports-park-reading')).id };
  const paths = ctl('--json', 'routes').trim().split('\n').map(line => JSON.parse(line))
    .filter(route => route.method === 'GET')
    .map(route => route.path.replace(/:[a-z_]+/g, name => ids[name] ?? '0123456789abc'));
  const people = ['resident', 'manager', 'admin'].map(name => ({ authorization: `Bearer ${tokenOf(`${name}@quarter.example`)}` }));
  return [...people, { 'accept-language': 'en' }, { 'accept-language': 'zh-CN' }]
    .flatMap(headers => [...paths, '/nowhere', '/centres?q=%E5%BA%97'].map(path => ({ path, headers })));
}

const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });

function ask({ path, headers }) {
  return new Promise((resolve, reject) => {
    http.get(url + path, { agent, headers }, answer => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
    }).on('error', reject);
  });
}

// Asks the mixture again and again, until the workers have given so many answers.
async function drive(mixed, count) {
  const until = await answered() + count;
  let next = 0, going = true;
  const client = async () => {
    while (going) {
      const asked = mixed[next++ % mixed.length];
      const status = await ask(asked);
      assert.ok(status < 500, `${asked.path} answered ${status}`);
    }
  };
  const clients = Promise.all(Array.from({ length: CONNECTIONS }, client)).finally(() => { going = false; });
  while (going && await answered() < until) await sleep(200);
  going = false;
  await clients;
}

test(`${REQUESTS} requests leave a worker as small as ${WARM}`, async t => {
  const workers = await renewWorkers();
  const mixed = await mixture();
  await drive(mixed, WARM * workers.length);
  const [driven, ...others] = workers;
  for (const pid of others) process.kill(pid, 'SIGSTOP');
  try {
    await drive(mixed, WARM);
    const before = memoryOf(driven), began = Date.now();
    await drive(mixed, REQUESTS);
    const after = memoryOf(driven);
    t.diagnostic(`${workers.length} workers, ${mixed.length} kinds of requests, ${Math.round((Date.now() - began) / 1000)} s`);
    t.diagnostic(`after ${WARM}: PSS ${before.pss} kB, private ${before.own} kB`);
    t.diagnostic(`after ${REQUESTS} more: PSS ${after.pss} kB, private ${after.own} kB`);
    assert.ok(after.own <= before.own * (1 + GROWTH_MOST), `it has grown from ${before.own} to ${after.own} kB`);
    assert.ok(after.pss <= PSS_MOST, `it needs ${after.pss} kB`);
  } finally {
    for (const pid of others) process.kill(pid, 'SIGCONT');
    agent.destroy();
  }
});

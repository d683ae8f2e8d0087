// jobs.test.mjs - the jobs process and quarterctl do what is due, when the clock says so.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spawnSync } from 'node:child_process';
import { ctl } from './lib.mjs';

const outbox = () => JSON.parse(ctl('--json', 'outbox', 'list'));

// quarterctl's exit code and what it said.
function code(...words) {
  const [program, ...before] = process.env.QUARTER_CTL.split(' ');
  const { status, stderr } = spawnSync(program, [...before, ...words], { encoding: 'utf8' });
  return { status, stderr };
}

test('everything that is due can be done at once', () => {
  assert.equal(code('jobs', 'run', '--once').status, 0);
  const due = outbox().filter(m => m.state === 'ready' && Date.parse(m.due_at) <= Date.now());
  assert.deepEqual(due, []);
});

test('the messages are listed without an address', () => {
  const all = ctl('--json', 'outbox', 'list');
  assert.doesNotMatch(all, /@|\+86/);
  for (const message of JSON.parse(ctl('--json', 'outbox', 'list', '--state', 'sent'))) assert.equal(message.state, 'sent');
});

test('a wrong usage says what is right', () => {
  for (const words of [['jobs', 'run'], ['jobs', 'run', '--once', '--now', 'noon'], ['outbox', 'list', '--state']]) {
    const { status, stderr } = code(...words);
    assert.equal(status, 2, words.join(' '));
    assert.match(stderr, /quarterctl/);
  }
});

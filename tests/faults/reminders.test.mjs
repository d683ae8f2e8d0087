// reminders.test.mjs - the jobs process is killed while many are to be reminded: each is, and once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { centre, ctl, freeHours, program, residents, texts } from '../http/lib.mjs';
import { ofKind } from './processes.mjs';

const pause = ms => new Promise(done => setTimeout(done, ms));
const wanted = 30, kills = 6, hour = 3600e3;
const instantOf = moment => new Date(moment).toISOString().replace(/\.\d+/, '');

// Made-up residents are reached by text message; what reminds says so in Chinese, their language,
// and names the room and when it begins.  Others are reminded in the same days.
const begins = start => new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(new Date(start));

function reminders(made) {
  const all = texts().filter(text => text.includes('来不了请取消'));
  return made.flatMap(({ room, start }) => all.filter(text => text.includes(`：${room}，`) && text.includes(` ${begins(start)}–`)));
}

async function slots() {
  const { id } = await centre('fenghuangtai');
  const { items } = (await program(undefined, { language: 'zh-CN' }).get(`/api/v1/venues?centre=${id}&limit=200`)).json;
  const all = [];
  for (const room of items.filter(v => !v.needs_approval)) {
    for (const [start, end] of await freeHours(room.id, [3])) all.push({ room: room.name, venue: room.id, start, end });
  }
  return all;
}

async function bookEach(clients, free) {
  const made = [];
  for (const client of clients) {
    while (free.length > 0) {
      const { room, ...slot } = free.shift();
      const answer = await client.post('/api/v1/bookings', { ...slot, people: 1, purpose: 'Chess' });
      if (answer.status === 201) { made.push({ room, start: Date.parse(slot.start) }); break; }
    }
  }
  return made;
}

async function killWhileTheClockIs(moment) {
  ctl('clock', instantOf(moment));
  for (let killed = 0; killed < kills;) {
    await pause(50 + Math.random() * 200);
    for (const pid of ofKind('jobs')) {
      process.kill(pid, 'SIGKILL');
      killed += 1;
    }
  }
  // What a killed process had taken is free again after a minute.
  ctl('jobs', 'run', '--once', '--now', instantOf(moment + 120e3));
}

test('no reminder is lost with the jobs process, and none is two', { timeout: 180_000 }, async () => {
  const made = await bookEach(residents(wanted).map(token => program(token)), await slots());
  assert.ok(made.length >= wanted / 2, `only ${made.length} were booked`);
  const last = Math.max(...made.map(booking => booking.start));
  assert.equal(reminders(made).length, 0, 'none before its time');
  try {
    await killWhileTheClockIs(last - 24 * hour);
    assert.equal(reminders(made).length, made.length, 'the day before');
    await killWhileTheClockIs(last - 2 * hour);
    const begun = made.filter(({ start }) => start <= last - 2 * hour).length;
    assert.equal(reminders(made).length, 2 * made.length - begun, 'two hours before, but of what has begun');
  } finally {
    ctl('clock', 'off');
  }
  console.log(`${2 * kills} kills, ${made.length} bookings`);
});

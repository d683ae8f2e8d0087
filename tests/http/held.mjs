// held.mjs - activities for the tests, each written as its manager would have published it, with nobody in it yet.
import { randomBytes } from 'node:crypto';
import { query } from './database.mjs';

const quarter = 900e3;
const number = id => [...id].reduce((sum, digit) => sum * 32n + BigInt('0123456789abcdefghjkmnpqrstvwxyz'.indexOf(digit)), 0n);
const id = value => {
  let text = '';
  for (let at = 0; at < 13; at++, value /= 32n) text = '0123456789abcdefghjkmnpqrstvwxyz'[Number(value % 32n)] + text;
  return text;
};
let last = Math.floor(Date.now() / quarter) + 4 * 24 * 3;

const run = sql => {
  const { error, rows } = query('web', sql);
  if (error) throw new Error(error);
  return rows;
};

// Three days ahead, an hour each, one after the other, so that no two clash; online, or at the centre of a key.
export function held({ places = 0, online = 0, start, hours = 1, centre = 'sports-park', minAge = null } = {}) {
  const value = BigInt('0x' + randomBytes(8).toString('hex')) >> 1n;
  const from = start ? Math.floor(start / quarter) : (last += 4 * 4);
  const until = from + hours * 4;
  run(`INSERT INTO activity (id, reference, centre_id, field_key, audience, status, start_quarter, end_quarter, title_zh, title_en,
         summary_zh, summary_en, min_age, waitlist, party, online_link, made_by, made_at, version)
       SELECT ${value}, 'Q7K2ABCD', id, 'recreation', 'all', 'published', ${from}, ${until}, '亲子剪纸', 'Paper cutting',
              '带剪刀。', 'Bring scissors.', ${minAge}, 1, 1, 'https://meet.example/paper', 1, 0, 1
         FROM centre WHERE centre_key = '${centre}'`);
  for (const [mode, count] of [['onsite', places], ['online', online]]) {
    if (count) run(`INSERT INTO activity_places (activity_id, mode, places, is_open, closes_quarter) VALUES (${value}, '${mode}', ${count}, 1, ${from})`);
  }
  return { id: id(value), start: from * quarter, end: until * quarter };
}

// The counter of an activity's places for one mode.
export function counted({ id: text }, mode = 'onsite') {
  const [places, taken, freed, waiting] = run(`SELECT places, taken, freed, waiting FROM activity_places
    WHERE activity_id = ${number(text)} AND mode = '${mode}'`).split('\t').map(Number);
  return { places, taken, freed, waiting };
}

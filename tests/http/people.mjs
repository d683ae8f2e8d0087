// people.mjs - somebody new for each test: an address of their own, and the code that was sent there.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { as, ctl, mails, program, texts } from './lib.mjs';

export const password = 'heron teapot gravel';
export const newMail = () => `p${randomBytes(6).toString('hex')}@quarter.example`;
export const newPhone = () => `+8613${String(randomBytes(6).readUIntBE(0, 6)).padStart(9, '0').slice(-9)}`;

// What was sent to an address since it was made, newest last; waits until there are so many.
export async function messagesTo(address, count = 1) {
  for (let tries = 0; tries < 100; tries++) {
    const all = address.includes('@') ? mails() : texts();
    const found = all.filter(message => message.includes(`To: ${address}`));
    if (found.length >= count) return found;
    await sleep(150);
  }
  throw new Error(`${count} message(s) to ${address} did not come`);
}

export async function codeSentTo(address, count = 1) {
  const messages = await messagesTo(address, count);
  return messages.at(-1).match(/\b(\d{6})\b/)[1];
}

// The secret of the link by which a password is chosen.
export async function linkSentTo(address, count = 1) {
  const mail = (await messagesTo(address, count)).at(-1).replace(/=\r\n/g, '').replace(/=3D/g, '=');
  return mail.match(/\/forgotten\/confirm\?code=([0-9a-z]{52})/)[1];
}

// Somebody who reads a language and has an account; roles such as "desk sports-park".
export function somebodyReading(language, ...roles) {
  const login = newMail();
  ctl.input(`${password}\n`, 'account', 'create', login, '--name', 'Lan Wang', '--language', language, '--password-stdin');
  for (const role of roles) ctl('account', 'grant', login, ...role.split(' '));
  return login;
}

export const somebody = (...roles) => somebodyReading('en', ...roles);

// The mother of somebody, who has no account: her id and her name.
export async function motherOf(login) {
  const born = { name: 'Mei Wang', born: '1951-04-05', relation: 'mother' };
  const { status, text, json } = await as(login).post('/api/v1/me/dependants', born);
  if (status !== 201) throw new Error(`adding a mother answered ${status}: ${text}`);
  return json;
}

// A program that is signed in by a session: its cookie and its guard.
export async function signedIn(login, secret = password) {
  const answer = await program().post('/api/v1/session', { login, password: secret });
  if (answer.status !== 200) throw new Error(`signing in answered ${answer.status}: ${answer.text}`);
  const cookie = cookieOf(answer);
  return { cookie, headers: { cookie }, guarded: { cookie, 'x-csrf-token': answer.json.csrf_token }, answer };
}

export function cookieOf(answer) {
  const line = answer.headers.getSetCookie().find(one => /^(__Host-)?quarter=/.test(one));
  return line?.split(';')[0];
}

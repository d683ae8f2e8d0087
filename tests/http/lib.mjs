// lib.mjs - what the HTTP tests share: browsers with cookies, programs with tokens, the clock.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const url = process.env.QUARTER_URL;
export const state = process.env.QUARTER_STATE;
export const demoPassword = 'quarter-demo-2026';

// While quarterctl runs, nothing here does, and a kept connection may have been closed meanwhile.
const fresh = { connection: 'close' };

// Runs quarterctl against the instance; what it prints comes back.
export function ctl(...words) {
  return ctl.input('', ...words);
}
ctl.input = (input, ...words) => {
  const [program, ...before] = process.env.QUARTER_CTL.split(' ');
  return execFileSync(program, [...before, ...words], { encoding: 'utf8', input, stdio: 'pipe' });
};

// One visitor: keeps cookies, follows nothing by itself.
export function browser({ language = 'en' } = {}) {
  const cookies = new Map();
  const keep = answer => {
    for (const line of answer.headers.getSetCookie()) {
      const [pair, ...attributes] = line.split(';');
      const at = pair.indexOf('=');
      const name = pair.slice(0, at), value = pair.slice(at + 1);
      if (attributes.some(a => /^\s*max-age=0$/i.test(a))) cookies.delete(name);
      else cookies.set(name, value);
    }
  };
  const send = async (method, path, { body, headers = {} } = {}) => {
    const cookie = [...cookies].map(([n, v]) => `${n}=${v}`).join('; ');
    const answer = await fetch(url + path, {
      method, body, redirect: 'manual',
      headers: { ...fresh, 'accept-language': language, ...(cookie ? { cookie } : {}), ...headers },
    });
    keep(answer);
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, location: answer.headers.get('location') };
  };
  const get = (path, options) => send('GET', path, options);
  const post = (path, fields, { headers = {} } = {}) => send('POST', path, {
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
  });
  // Opens the page, fills its form in, and sends it as the browser would.
  const submit = async (page, path, fields) => post(path, { guard: guardOf((await get(page)).text), ...fields });
  const signIn = async (login, password = demoPassword) => {
    const answer = await submit('/sign-in', '/sign-in', { login, password });
    if (answer.status !== 303) throw new Error(`signing in as ${login} answered ${answer.status}`);
  };
  return { cookies, send, get, post, submit, signIn };
}

export function guardOf(html) {
  const found = html.match(/name="guard" value="([^"]+)"/);
  if (!found) throw new Error('the page has no form with a guard');
  return found[1];
}

// A program: JSON there and back, with a bearer token, or with the session of a login.
export function program(token, { language = 'en' } = {}) {
  const call = async (method, path, body, headers = {}) => {
    const answer = await fetch(url + path, {
      method, redirect: 'manual',
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
      headers: {
        ...fresh, 'accept-language': language,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers,
      },
    });
    const text = await answer.text();
    let json;
    try { json = JSON.parse(text); } catch { json = undefined; }
    return { status: answer.status, headers: answer.headers, text, json };
  };
  return {
    call,
    get: (path, headers) => call('GET', path, undefined, headers),
    post: (path, body = {}, headers) => call('POST', path, body, headers),
    patch: (path, body, headers) => call('PATCH', path, body, headers),
    delete: (path, headers) => call('DELETE', path, undefined, headers),
  };
}

// A bearer token of one of the demonstration's accounts.
export function tokenOf(login) {
  return JSON.parse(ctl('--json', 'token', 'create', login, '--name', `test ${randomUUID()}`)).token;
}

export const as = (login, options) => program(tokenOf(login), options);

// Made-up residents, each with a token.
export function residents(count) {
  const file = join(mkdtempSync(join(tmpdir(), 'quarter-')), 'tokens');
  ctl('demo', 'load', '--residents', String(count), '--days', '0', '--tokens', file);
  return readFileSync(file, 'utf8').trim().split('\n');
}

// The messages that were "sent", newest last, as they were written within the second too.
function sent(folder) {
  return readdirSync(join(state, folder)).filter(name => /\.(eml|txt)$/.test(name)).map(name => join(state, folder, name))
    .map(file => ({ file, at: statSync(file, { bigint: true }).mtimeNs }))
    .sort((a, b) => Number(a.at - b.at)).map(({ file }) => readFileSync(file, 'utf8'));
}
export const mails = () => sent('mail');
export const texts = () => sent('sms');

// Days of the city's calendar, some days from now.
export function dayFromNow(days) {
  const moment = new Date(Date.now() + 8 * 3600e3 + days * 86400e3);
  return moment.toISOString().slice(0, 10);
}

let centres;
export async function centre(key) {
  centres ??= (await program().get('/api/v1/centres?limit=200')).json.items;
  return centres.find(c => c.key === key);
}

export async function venue(key) {
  const { id } = await centre(key.startsWith('sports-park') ? 'sports-park' : key.split('-').slice(0, 2).join('-'));
  const list = (await program().get(`/api/v1/venues?centre=${id}&limit=200`)).json.items;
  return list.find(v => v.key === key);
}

// Free stretches of a venue on some of the coming days, each as [start, end] of an hour.
export async function freeHours(id, days = [1, 2, 3, 4, 5]) {
  const hours = [];
  for (const day of days) {
    const { free } = (await program().get(`/api/v1/venues/${id}/availability?date=${dayFromNow(day)}`)).json;
    for (const stretch of free) {
      for (let at = Date.parse(stretch.start); at + 3600e3 <= Date.parse(stretch.end); at += 3600e3) {
        if (at > Date.now() + 1800e3) hours.push([instant(at), instant(at + 3600e3)]);
      }
    }
  }
  return hours;
}

export function instant(milliseconds) {
  return new Date(milliseconds + 8 * 3600e3).toISOString().slice(0, 19) + '+08:00';
}

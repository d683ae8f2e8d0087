// shifts.mjs: what the manager of Sports Park does for volunteers while somebody walks a journey.
const quarter = 900_000;

/** The manager, over the API. */
export async function coordinator(base) {
  const headers = { 'content-type': 'application/json', origin: base };
  const opened = await fetch(`${base}/api/v1/session`, {
    method: 'POST', headers, body: JSON.stringify({ login: 'manager@quarter.example', password: 'quarter-demo-2026' }) });
  const { csrf_token } = await opened.json();
  const cookie = opened.headers.getSetCookie().map(line => line.split(';')[0]).join('; ');
  const call = async (method, path, body) => {
    const answer = await fetch(base + path, { method, headers: { ...headers, cookie, 'x-csrf-token': csrf_token }, body: body && JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path} answers ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  const { items } = await (await call('GET', '/api/v1/centres?limit=200')).json();
  const { id } = items.find(centre => centre.key === 'sports-park');
  return { call, centre: id };
}

/** A shift of an hour, so many quarters after the next. */
export async function makeShift({ call, centre }, fields = {}, later = 0) {
  const start = (Math.floor(Date.now() / quarter) + 1 + later) * quarter;
  const time = moment => new Date(moment).toISOString();
  const made = await call('POST', '/api/v1/shifts', {
    centre, role: { 'zh-CN': '手机课助教', en: 'Helper at phone lessons' }, needed: 2, start: time(start), end: time(start + 4 * quarter), ...fields });
  return made.json();
}

/** What stands below the code on its poster. */
export async function poster({ call }, shift) {
  const page = await (await call('GET', `/volunteer/shifts/${shift.id}/poster`)).text();
  return page.match(/class="ref">([^<]+)</)[1];
}

// rival.mjs: somebody else, who books over the API while a journey is under way.

/** A slot as the fields of a form have it, by the city's clock. */
export async function bookAs(base, login, { venue, start, end }) {
  const session = await fetch(`${base}/api/v1/session`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ login, password: 'quarter-demo-2026' }),
  });
  if (session.status !== 200) throw new Error(`${login} cannot sign in: ${session.status}`);
  const { csrf_token: token } = await session.json();
  const cookie = session.headers.getSetCookie().map(line => line.split(';')[0]).join('; ');
  const booking = await fetch(`${base}/api/v1/bookings`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: base, cookie, 'x-csrf-token': token },
    body: JSON.stringify({ venue, start: `${start}:00+08:00`, end: `${end}:00+08:00`, people: 1, purpose: 'First come', keep_both: true }),
  });
  if (booking.status !== 201) throw new Error(`${login} cannot book: ${booking.status} ${await booking.text()}`);
}

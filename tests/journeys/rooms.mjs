// rooms.mjs: the way to a free room and through the three steps of booking it, as several journeys walk it.

const next = /^(下一步|Next)$/;
const purpose = person => person.words('妈妈和邻居们排练', 'Rehearsal with the neighbours');

/** From the page of Sports Park to its rooms on a day that has one free: Saturday, if it may be booked already. */
export async function openDayWithRoom(person) {
  await person.open('/centres?all=true');
  await person.press(person.main().locator('.cell-t a', { hasText: /运动公园|Sports Park/ }).first());
  await person.press(person.link(/^(订场地|Book a room)$/, person.main()));
  const days = await person.main().locator('.days a').evaluateAll(links => links.map(link => ({ href: link.href, words: link.innerText })));
  days.sort((a, b) => /周六|Sat/.test(b.words) - /周六|Sat/.test(a.words));
  for (const { href } of days) {
    await person.page.goto(href);
    if (await freeSlots(person).count() > 0 && await person.main().locator('.notice.is-info').count() === 0) return person.look();
  }
  throw new Error('no room is free at Sports Park this week');
}

export function freeSlots(person) {
  return person.main().locator('a.slot.is-free');
}

/** The first step as a stranger to the room would leave it: what is offered, for whom. */
export async function chooseTimeFor(person, whom) {
  if (whom) await person.main().getByRole('radio', { name: whom }).check();
  await person.press(person.button(next, person.main()));
}

export async function chooseUse(person, people) {
  await person.fill(/^(人数|People)$/, String(people));
  await person.fill(/^(用途|Purpose)$/, purpose(person));
  await person.press(person.button(next, person.main()));
}

export async function book(person) {
  await person.press(person.button(/^(确认预订|Book)$/, person.main()));
}

export const reference = async person => (await person.main().locator('.panel .ref').innerText()).trim();

export async function undo(person) {
  await person.press(person.button(/^(撤销|Undo)$/, person.main()));
}

/** What the check page would send, to be sent by somebody else first. */
export async function slotOf(person) {
  const value = name => person.main().locator(`form[action="/bookings"] input[name=${name}]`).first().inputValue();
  return { venue: await value('venue'), start: await value('start'), end: await value('end') };
}

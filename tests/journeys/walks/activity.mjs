// activity: the manager drafts a class, sees it as residents will, publishes it; a resident finds it in the list and at
// its centre; the manager cancels it, and the resident reads why.

const day = days => new Date(Date.now() + 8 * 3600e3 + days * 86400e3).toISOString().slice(0, 10);

async function sportsPark(person) {
  await person.open('/centres?all=true');
  await person.press(person.main().locator('.cell-t a', { hasText: /运动公园|Sports Park/ }).first());
  return person.path();
}

async function draft(person, title, start) {
  await person.press(person.link(/^(新建活动|New activity)$/, person.main()));
  await person.fill(/^(中文名称|Title in Chinese)$/, title);
  await person.fill(/^(中文简介|Summary in Chinese)$/, '一起剪窗花，请带剪刀。');
  await person.fill(/^(几点开始|From)$/, `${start}T07:00`);
  await person.fill(/^(几点结束|Until)$/, `${start}T08:00`);
  await person.page.locator('#venue').selectOption({ index: 1 });
  await person.fill(/^(现场名额|Places on the spot)$/, '9999');
  await person.press(person.button(/^(存为草稿并预览|Save the draft and look at it)$/, person.main()));
  person.expect(await person.page.locator('#places').inputValue() === '9999', 'what was typed is kept where it is refused');
  await person.fill(/^(现场名额|Places on the spot)$/, '4');
  await person.press(person.button(/^(存为草稿并预览|Save the draft and look at it)$/, person.main()));
  person.expect(await person.heading() === title, 'the draft is shown as residents will see it');
}

async function find(person, title) {
  await person.open(`/activities?q=${encodeURIComponent(title)}&all=true`);
  return person.main().locator('.cell-t a', { hasText: title });
}

async function leave(person) {
  await person.context.clearCookies();
}

async function walk(person) {
  const title = `剪纸课 ${Date.now() % 1e6}`, start = day(22 + Date.now() % 40);
  await person.signIn('manager@quarter.example');
  const centre = await sportsPark(person);
  await person.open(`${centre}/activities`);
  await draft(person, title, start);
  const activity = person.path();
  person.expect(await (await find(person, title)).count() === 0, 'a draft is in no list');
  await person.open(activity);
  await person.press(person.button(/^(发布|Publish)$/, person.main()));
  await leave(person);

  const found = await find(person, title);
  person.expect(await found.count() === 1, 'it is found by its title');
  await person.press(found);
  person.expect(await person.reads(/余 4\/4|4 of 4 places left/), 'it says how many places are left');
  await person.press(person.link(/^(怎么去|The way there)/, person.main()));
  person.expect(person.path() === centre, 'its centre is a press away');
  person.expect(await person.reads(/这里的活动|Coming up here/), 'the centre says what is coming up');

  await person.signIn('manager@quarter.example');
  await person.open(`${activity}/cancel`);
  await person.fill(/^(缘由|Reason)$/, '老师生病');
  await person.press(person.button(/^(取消活动|Cancel the activity)$/, person.main()));
  await leave(person);
  await person.open(activity);
  person.expect(await person.reads(/老师生病/), 'it says why it is cancelled');
}

export const journey = { walk };

// admin: the administrator finds a carer by the last digits of her telephone, gives her a role, locks her out and lets
// her in again, and reads all of it in the log; the auditor reads the same and changes nothing.

const find = /^(查找|Find)$/;

async function findCarer(person) {
  await person.open('/admin');
  await person.press(person.link(/^(账号|Accounts)$/, person.main()));
  await person.fill(/姓名、手机|Name, telephone/, '9417');
  await person.press(person.button(find, person.main()));
  await person.press(person.link(/孙丽/, person.main()));
  person.expect(await person.heading() === '孙丽', 'the last four digits lead to whose they are');
}

async function giveRole(person) {
  await person.press(person.link(/^(授予角色|Give a role)$/, person.main()));
  await person.page.locator('#role').selectOption('volunteer');
  await person.page.locator('#place').selectOption({ label: person.words('凤凰台街道党群服务中心', 'Fenghuangtai Service Centre') });
  await person.page.locator('#until').fill('2020-01-01');
  await person.press(person.button(/^(授予|Give the role)$/, person.main()));
  person.expect(await person.main().locator('.errors').isVisible(), 'an end that is over is refused');
  await person.page.locator('#until').fill('2030-12-31');
  await person.press(person.button(/^(授予|Give the role)$/, person.main()));
  person.expect(await person.reads(/凤凰台|Fenghuangtai/), 'the role holds from that centre downwards');
  person.expect(await person.reads(/2030/), 'until that day');
}

async function lockAndUnlock(person) {
  await person.press(person.link(/^(锁定|Lock)$/, person.main()));
  await person.press(person.button(/^(锁定账号|Lock the account)$/, person.main()));
  person.expect(await person.main().locator('.errors').isVisible(), 'a lock asks why');
  await person.fill(/^(缘由|Reason)$/, person.words('手机遗失', 'Lost the telephone'));
  await person.press(person.button(/^(锁定账号|Lock the account)$/, person.main()));
  person.expect(await person.reads(/已锁定|Locked/), 'it is locked');
  await person.press(person.link(/^(解锁|Unlock)$/, person.main()));
  await person.fill(/^(缘由|Reason)$/, person.words('手机已找回', 'Found it again'));
  await person.press(person.button(/^(解锁账号|Unlock the account)$/, person.main()));
  person.expect(await person.main().getByRole('link', { name: /^(锁定|Lock)$/ }).isVisible(), 'and open again');
}

async function walk(person) {
  await person.signIn('admin@quarter.example');
  await findCarer(person);
  await giveRole(person);
  await person.press(person.main().locator('tr', { hasText: /凤凰台|Fenghuangtai/ }).getByRole('button').first());
  person.expect(!await person.main().locator('tr', { hasText: '2030' }).count(), 'a role is taken back');
  await lockAndUnlock(person);
  await person.press(person.link(/^(全部审计|All of the log)$/, person.main()));
  person.expect(await person.reads(/手机遗失|Lost the telephone/), 'the log tells why');
  await person.open('/admin/roles');
  person.expect(await person.reads(/\/api\/v1\/admin\/accounts/), 'what a role opens is told by its addresses');
  await person.context.clearCookies();
  await person.signIn('auditor@quarter.example');
  await person.open('/admin');
  person.expect(await person.main().getByRole('link', { name: /^(账号|Accounts)$/ }).count() === 0, 'the auditor has no accounts to change');
  await person.press(person.link(/^(审计日志|Audit log)$/, person.main()));
  person.expect(await person.reads(/锁定账号|Locked an account/), 'and reads what was done');
  person.expect(await person.main().locator('form[method=post]').count() === 0, 'and changes nothing');
}

export const journey = { walk };

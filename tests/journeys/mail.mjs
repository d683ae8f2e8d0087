// mail.mjs: reads the messages that an instance without a relay leaves as files under STATE/mail.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const patience = 20_000;

/** Every part of a message, decoded: enough of MIME for what is written here. */
function decoded(message) {
  return message.split(/\r?\n--/).map(part => {
    const [head, ...body] = part.split(/\r?\n\r?\n/);
    const text = body.join('\n\n');
    if (/transfer-encoding:\s*base64/i.test(head)) return Buffer.from(text.replace(/\s/g, ''), 'base64').toString('utf8');
    if (/transfer-encoding:\s*quoted-printable/i.test(head)) return unquoted(text);
    return text;
  }).join('\n');
}

function unquoted(text) {
  const bytes = text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** What begins with a dot is still being written. */
function messagesTo(state, address) {
  const folder = join(state, 'mail');
  return readdirSync(folder).filter(name => !name.startsWith('.'))
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
    .map(path => readFileSync(path, 'utf8'))
    .filter(message => message.includes(address));
}

/** The text of the newest message to an address that says something like pattern; waits for it. */
export async function mailTo(state, address, pattern) {
  for (const end = Date.now() + patience; Date.now() < end;) {
    for (const message of messagesTo(state, address)) {
      const text = decoded(message);
      if (pattern.test(text)) return text;
    }
    await new Promise(resolve => setTimeout(resolve, 300));
  }
  throw new Error(`no mail to ${address} that says ${pattern}`);
}

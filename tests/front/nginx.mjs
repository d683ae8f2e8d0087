// nginx.mjs: nginx with our configuration, before a program that the test plays.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { listen } from './fastcgi.mjs';

export const source = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

async function freePort() {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}

const shell = (script, ...words) => ['bash', ['-c', `. "$1/build-aux/common.sh"; ${script}`, 'nginx', source, ...words]];

/** Writes the files that the build would have made, as far as nginx serves them. */
function writeAssets(build) {
  mkdirSync(join(build, 'web/a'), { recursive: true });
  mkdirSync(join(build, 'web/errors'));
  for (const [name, text] of [['a/plain.1234.css', 'b{}'], ['a/plain.1234.css.br', 'brotli'], ['a/plain.1234.css.gz', 'gzip']])
    writeFileSync(join(build, 'web', name), text);
  for (const code of [400, 413, 429, 503]) writeFileSync(join(build, 'web/errors', `${code}.html`), `<p>${code}</p>`);
}

/**
 * Starts nginx in a folder of its own. change(text) may alter its configuration, as for time limits.
 * Answers .pages and .hash, the programs of both pools, and .stop().
 */
export async function start({ environment = {}, change = text => text } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'quarter-front-'));
  const [state, build, port] = [join(folder, 'state'), join(folder, 'build'), await freePort()];
  execFileSync('chmod', ['755', folder]);
  writeAssets(build);
  const options = { env: { ...process.env, PORT: port, ...environment } };
  execFileSync(join(source, 'build-aux/database'), ['prepare', state], options);
  execFileSync(join(source, 'build-aux/settings'), [state, build], options);
  const configuration = join(state, 'nginx.conf');
  writeFileSync(configuration, change(readFileSync(configuration, 'utf8')));
  const hello = () => 'Content-Type: text/plain\r\n\r\nhello';
  const pages = await listen(join(state, 'run/pages.sock'), hello);
  const hash = await listen(join(state, 'run/hash.sock'), hello);
  const nginx = spawn(...shell('exec_as_service nginx -e stderr -p "$2" -c "$2/nginx.conf"', state), { stdio: 'inherit' });
  const stop = async () => {
    nginx.kill('SIGTERM');
    await new Promise(resolve => nginx.once('exit', resolve));
    await Promise.all([pages.close(), hash.close()]);
    execFileSync('rm', ['-rf', folder]);
  };
  const url = `http://127.0.0.1:${port}`;
  await awaitAnswer(url);
  pages.requests.length = 0;
  return { url, port, state, pages, hash, stop };
}

async function awaitAnswer(url) {
  for (let tries = 0; tries < 50; tries++) {
    if (await fetch(`${url}/healthz`).then(() => true, () => false)) return;
    await sleep(100);
  }
  throw new Error('nginx does not answer');
}

/** Sends bytes as they are, and answers all that came back until the connection was closed. */
export function sendRaw(port, bytes, host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    let answer = '';
    const connection = connect(port, host, () => connection.write(bytes));
    connection.setTimeout(3000, () => connection.destroy());
    connection.on('data', data => { answer += data; });
    connection.on('error', reject);
    connection.on('close', () => resolve(answer));
  });
}

// fastcgi.mjs: a program behind nginx that tells what it was asked, and answers what a test wants.
import { chmodSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';

const [PARAMS, STDIN, STDOUT, END] = [4, 5, 6, 3];

function frame(type, content) {
  const head = Buffer.from([1, type, 0, 1, content.length >> 8, content.length & 255, 0, 0]);
  return Buffer.concat([head, content]);
}

/** A length is one byte, or four of which the first has its highest bit set. */
function readLength(bytes, at) {
  return bytes[at] < 128 ? [bytes[at], at + 1] : [bytes.readUInt32BE(at) & 0x7fffffff, at + 4];
}

function readParams(bytes) {
  const params = [];
  for (let at = 0; at < bytes.length;) {
    let nameLength, valueLength;
    [nameLength, at] = readLength(bytes, at);
    [valueLength, at] = readLength(bytes, at);
    const name = bytes.toString('utf8', at, at + nameLength);
    params.push([name, bytes.toString('utf8', at + nameLength, at + nameLength + valueLength)]);
    at += nameLength + valueLength;
  }
  return params;
}

/** Reads one request of a connection, and calls done(params, body) once it is whole. */
function readRequest(connection, done) {
  let unread = Buffer.alloc(0);
  const parts = { [PARAMS]: [], [STDIN]: [] };
  connection.on('data', bytes => {
    unread = Buffer.concat([unread, bytes]);
    while (unread.length >= 8) {
      const [type, length, padding] = [unread[1], unread.readUInt16BE(4), unread[6]];
      if (unread.length < 8 + length + padding) return;
      parts[type]?.push(unread.subarray(8, 8 + length));
      unread = unread.subarray(8 + length + padding);
      if (type === STDIN && length === 0)
        done(readParams(Buffer.concat(parts[PARAMS])), Buffer.concat(parts[STDIN]));
    }
  });
}

/**
 * Listens at path. answer(request) gives, or promises, the headers and the text of the answer; request has
 * params, a list of [name, value], and body. What was asked is kept in .requests.
 */
export async function listen(path, answer) {
  rmSync(path, { force: true });
  const program = { requests: [], answer };
  const server = createServer(connection => {
    connection.on('error', () => {});
    readRequest(connection, async (params, body) => {
      const request = { params: Object.fromEntries(params), names: params.map(([name]) => name), body };
      program.requests.push(request);
      connection.write(frame(STDOUT, Buffer.from(await program.answer(request))));
      connection.end(frame(END, Buffer.alloc(8)));
    });
  });
  await new Promise(resolve => server.listen({ path, backlog: 511 }, resolve));
  chmodSync(path, 0o666);
  program.close = () => new Promise(resolve => { server.close(resolve); rmSync(path, { force: true }); });
  return program;
}

// fastcgi.mjs - speaks FastCGI to a socket, rightly or wrongly, byte by byte.
import net from 'node:net';

export const BEGIN = 1, ABORT = 2, END = 3, PARAMS = 4, STDIN = 5, STDOUT = 6;

export function record(type, content = Buffer.alloc(0), id = 1) {
  const head = Buffer.from([1, type, id >> 8, id & 255, content.length >> 8, content.length & 255, 0, 0]);
  return Buffer.concat([head, content]);
}

export const begin = (keep = 0, id = 1) => record(BEGIN, Buffer.from([0, 1, keep, 0, 0, 0, 0, 0]), id);

const length = n => n < 128 ? Buffer.from([n]) : Buffer.from([(n >>> 24) | 128, (n >> 16) & 255, (n >> 8) & 255, n & 255]);

export function pairs(list) {
  return Buffer.concat(list.flatMap(([name, value]) => {
    const n = Buffer.from(name), v = Buffer.from(value);
    return [length(n.length), length(v.length), n, v];
  }));
}

// The parameters in as many records as they need, and the end of them.
export function params(list, id = 1) {
  const all = pairs(list), records = [];
  for (let at = 0; at < all.length; at += 65535) records.push(record(PARAMS, all.subarray(at, at + 65535), id));
  return Buffer.concat([...records, record(PARAMS, Buffer.alloc(0), id)]);
}

export const get = path => [['REQUEST_METHOD', 'GET'], ['SCRIPT_NAME', path], ['QUERY_STRING', ''], ['REMOTE_ADDR', '127.0.0.1']];

// Sends what it is given and gathers what comes back until the peer closes or time is up.
export function talk(path, bytes, { wait = 4000, hold = false } = {}) {
  return new Promise(resolve => {
    const socket = net.connect(path), parts = [], began = Date.now();
    const end = closed => { clearTimeout(timer); socket.destroy(); resolve({ closed, took: Date.now() - began, ...read(Buffer.concat(parts)) }); };
    const timer = setTimeout(() => end(false), wait);
    socket.on('connect', () => { if (bytes.length) socket.write(bytes); if (!hold) socket.end(); });
    socket.on('data', part => parts.push(part));
    socket.on('close', () => end(true));
    socket.on('error', () => end(true));
  });
}

// Takes the answer apart: the text of STDOUT, its status, and whether END came.
function read(all) {
  let text = '', ended = false;
  for (let at = 0; at + 8 <= all.length;) {
    const size = all.readUInt16BE(at + 4), padding = all[at + 6];
    if (all[at + 1] === STDOUT) text += all.subarray(at + 8, at + 8 + size).toString();
    if (all[at + 1] === END) ended = true;
    at += 8 + size + padding;
  }
  const status = Number(/^Status: (\d+)/m.exec(text)?.[1] ?? 0);
  return { text, status, ended };
}

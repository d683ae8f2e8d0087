// processes.mjs - the processes of the instance under test.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const masterOf = () => Number(readFileSync(join(process.env.QUARTER_STATE, 'run', 'quarterd.session'), 'utf8'));

export function childrenOf(pid) {
  try {
    return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }).trim().split('\n').map(Number);
  } catch {
    return [];
  }
}

// Nothing, if it has ended meanwhile.
export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

// "pages", "hash" and "jobs" are children of "master"; "mariadbd" is another program.
export function kindOf(pid) {
  const words = commandOf(pid);
  const at = words.indexOf('--child');
  return at >= 0 ? words[at + 1] : words.some(w => /mariadbd$/.test(w)) ? 'mariadbd' : 'master';
}

export const ofKind = kind => childrenOf(masterOf()).filter(pid => kindOf(pid) === kind);

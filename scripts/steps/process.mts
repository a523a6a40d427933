// Which processes are really there. A bare process id is not enough: it may be reused after a restart of the machine,
// and a killed process that nobody reaped (a zombie, usual in containers) still answers to kill(pid, 0).
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

export type ProcessMark = { pid: number; started: string }

const hasProc = fs.existsSync('/proc/self/stat')

/** State letter and start time of a process (null = there is no such process). */
function look(pid: number): { state: string; started: string } | null {
  if (hasProc) {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return { state: fields[0] ?? '', started: fields[19] ?? '' }
    } catch {
      return null
    }
  }
  const ps = spawnSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8' })
  const line = ps.stdout?.trim()
  return line ? { state: line.charAt(0), started: line.slice(1).trim() } : null
}

export function markOf(pid: number): ProcessMark {
  return { pid, started: look(pid)?.started ?? '' }
}

/** True when exactly this process (not a later one with the same number, not a zombie) is running. */
export function isRunning(mark: ProcessMark): boolean {
  const found = look(mark.pid)
  return found !== null && found.state !== 'Z' && found.started === mark.started
}

export function isZombie(pid: number): boolean {
  return look(pid)?.state === 'Z'
}

/** Command line of a process, '' when it cannot be read. */
export function commandOf(pid: number): string {
  if (!hasProc) return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return ''
  }
}

/** Asks a process to end, and after `patience` milliseconds makes it end. */
export async function endProcess(mark: ProcessMark, patience = 5000): Promise<void> {
  const limit = Date.now() + patience
  if (isRunning(mark)) process.kill(mark.pid, 'SIGTERM')
  while (isRunning(mark)) {
    if (Date.now() > limit) process.kill(mark.pid, 'SIGKILL')
    await wait(50)
  }
}

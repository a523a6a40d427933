// A lock file that names its holder. The lock of a dead holder is taken over, so a kill -9 never blocks the next start.
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isRunning, markOf, type ProcessMark } from './process.mts'

export type Lock = { release(): void }

function holderOf(file: string): ProcessMark | null {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as ProcessMark
  } catch {
    return null
  }
}

/** The live holder of a lock file, or null when it is free or its holder is dead. */
export function liveHolder(file: string): ProcessMark | null {
  const holder = holderOf(file)
  return holder && isRunning(holder) ? holder : null
}

/** Tries once. The file appears complete (link), so no reader ever sees half of it. */
export function tryLock(file: string): Lock | null {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const own = `${file}.${process.pid}`
  fs.writeFileSync(own, JSON.stringify(markOf(process.pid)))
  try {
    if (!linked(own, file)) {
      if (liveHolder(file)) return null
      clearDead(file)
      if (!linked(own, file)) return null
    }
    return { release: () => releaseOwn(file) }
  } finally {
    fs.rmSync(own, { force: true })
  }
}

/** Waits for the lock; after `patience` milliseconds throws with the holder's process id. `stop` ends the waiting. */
export async function lock(file: string, patience = 120_000, stop?: AbortSignal): Promise<Lock> {
  const limit = Date.now() + patience
  for (;;) {
    const taken = tryLock(file)
    if (taken) return taken
    if (Date.now() > limit) throw new Error(`${file} is held by process ${holderOf(file)?.pid ?? '?'}.`)
    await wait(50, undefined, { signal: stop })
  }
}

function linked(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Two waiters may find the same dead lock: the file is moved away first and put back if it turns out to be a live one. */
function clearDead(file: string): void {
  const aside = `${file}.dead-${process.pid}`
  try {
    fs.renameSync(file, aside)
  } catch {
    return
  }
  if (liveHolder(aside)) linked(aside, file)
  fs.rmSync(aside, { force: true })
}

function releaseOwn(file: string): void {
  if (holderOf(file)?.pid === process.pid) fs.rmSync(file, { force: true })
}

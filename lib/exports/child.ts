import { type ChildProcess, fork } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { takeTurn } from '@/lib/exports/turns'

type Drawer = {
  /** Path of the program below the root of the product */
  script: string
  /** What is made, as an error names it */
  what: string
}

type Answer<Made> = Made | { error: string }

/**
 * Makes a file in a process of its own, when its turn has come: one at a time, since a second one would take the processor from
 * the people who are using the service meanwhile, and in turn among those who wait (`lib/exports/turns.ts`).
 * @throws when the child fails, or is not ready within the limit after its turn has come
 */
export function inChild<Job extends object, Made extends object>(
  drawer: Drawer,
  job: Job,
  seconds = 60,
): Promise<Made> {
  return takeTurn(() => run<Job, Made>(drawer, job, seconds * 1000))
}

function run<Job extends object, Made extends object>(
  { script, what }: Drawer,
  job: Job,
  milliseconds: number,
): Promise<Made> {
  return new Promise((resolve, reject) => {
    // The path is resolved when the server runs: the program is not part of the bundle.
    const file = path.join(/* turbopackIgnore: true */ process.cwd(), script)
    const child = fork(file, { serialization: 'advanced', execArgv: ['--disable-warning=ExperimentalWarning'] })
    letOthersGoFirst(child)
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`${what} was not ready in ${milliseconds} ms`))
    }, milliseconds)
    child.once('message', (answer: Answer<Made>) => {
      clearTimeout(timer)
      if ('error' in answer) reject(new Error(`${what} could not be made: ${answer.error}`))
      else resolve(answer)
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      reject(new Error(`${what}: its process ended early (${code ?? signal})`))
    })
    // Starting a process and writing the job out each hold the thread for some milliseconds: others are answered in between.
    setImmediate(() => child.connected && child.send(job))
  })
}

/** The people who are using the service meanwhile have the processor first. */
function letOthersGoFirst({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) os.setPriority(pid, os.constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It has ended already, or the system lets nobody change it: the file is made all the same.
  }
}

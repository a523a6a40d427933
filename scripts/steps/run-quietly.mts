import { spawn } from 'node:child_process'

export type Outcome = { ok: boolean; output: string }

type Extra = { env?: Record<string, string>; stop?: AbortSignal }

/** Runs a program and keeps what it says; with VERBOSE=1 it is shown as it comes. Ends it when `stop` says so. */
export function runQuietly(command: string, args: string[], { env = {}, stop }: Extra = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      signal: stop,
    })
    let output = ''
    const take = (chunk: Buffer) => {
      output += chunk.toString()
      if (process.env.VERBOSE) process.stderr.write(chunk)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', (error) => {
      output += error.message
    })
    child.on('close', (code) => resolve({ ok: code === 0, output }))
  })
}

// The operator's command line in tests: typed as it is in a terminal, or many commands in one process.
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import path from 'node:path'
import { afterAll } from 'vitest'
import { root, runtime } from '../../scripts/runtime.mjs'

export type Told = { status: number | null; stdout: string; stderr: string }

type Settings = Record<string, string>

/** One command as an operator types it, in a process of its own. */
export function typed(args: string[], settings: Settings = {}): Told {
  const { status, stdout, stderr } = spawnSync('node', [path.join(root, 'scripts/etappi.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...settings },
  })
  return { status, stdout, stderr }
}

/**
 * The same commands, one after the other in a process that stays until the tests of the file are over: starting one takes longer
 * than most commands. Commands with other settings have another process, since settings are read once.
 */
export function commandLine(usual: Settings = {}): (args: string[], settings?: Settings) => Promise<Told> {
  const open = new Map<string, ReturnType<typeof openProcess>>()
  afterAll(() => {
    for (const one of open.values()) one.end()
  })
  return (args, settings = {}) => {
    const own = { ...usual, ...settings }
    const name = JSON.stringify(own)
    const process = open.get(name) ?? openProcess(own)
    open.set(name, process)
    return process.run(args)
  }
}

function openProcess(settings: Settings) {
  const child = spawn(runtime.node, [...runtime.flags, path.join(root, 'tests/support/command-line-process.mts')], {
    env: { ...process.env, NODE_COMPILE_CACHE: runtime.compiled, ...settings },
  })
  for (const output of [child.stdout, child.stderr]) output.setEncoding('utf8')
  let last: Promise<unknown> = Promise.resolve()
  return {
    run: (args: string[]): Promise<Told> => {
      const told = last.then(() => carriedOut(child, args))
      last = told.catch(() => undefined)
      return told
    },
    end: () => child.stdin.end(),
  }
}

async function carriedOut(child: ChildProcessWithoutNullStreams, args: string[]): Promise<Told> {
  const both = Promise.all([untilDone(child, 'stdout'), untilDone(child, 'stderr')])
  child.stdin.write(`${JSON.stringify(args)}\n`)
  const [out, error] = await both
  return { status: out.status, stdout: out.text, stderr: error.text }
}

/** What one output says until the command is done. */
function untilDone(child: ChildProcessWithoutNullStreams, output: 'stdout' | 'stderr') {
  return new Promise<{ text: string; status: number }>((resolve, reject) => {
    let said = ''
    const settle = () => {
      child[output].off('data', hear)
      child.off('exit', fail)
    }
    const hear = (part: string) => {
      said += part
      const [, text = '', status] = /^([\s\S]*)\0(\d+)\n$/.exec(said) ?? []
      if (status === undefined) return
      settle()
      resolve({ text, status: Number(status) })
    }
    const fail = () => {
      settle()
      reject(new Error(`the command line ended: ${said}`))
    }
    child[output].on('data', hear)
    child.once('exit', fail)
  })
}

import { spawn } from 'node:child_process'
import { root, runtime } from '../runtime.mjs'

const running = new Set<ReturnType<typeof spawn>>()

/** Runs a Node program of node_modules in the pinned Node; its output goes to the terminal. True when it succeeds. */
export function runTool([program, ...args]: [string, ...string[]] | string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(runtime.node, [...runtime.flags, program ?? '', ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CI: '1' },
    })
    running.add(child)
    child.on('error', () => resolve(false))
    child.on('close', (code) => {
      running.delete(child)
      resolve(code === 0)
    })
  })
}

/** Ends what is still running; used when the check itself is asked to stop. */
export function endTools(): void {
  for (const child of running) child.kill('SIGTERM')
}

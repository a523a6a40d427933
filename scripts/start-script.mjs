// Starts a TypeScript script in the Node that npm installed (24), with the loader that knows "@/" and "server-only".
// Plain JavaScript: it is read before anything is installed.
import { spawn } from 'node:child_process'
import { runtime } from './runtime.mjs'

/** Runs the script with the terminal's input and output, passes signals on, and ends with its exit code. */
export function startScript(script, args, { cwd = process.cwd(), env: own = {} } = {}) {
  const env = { ...process.env, ...own, INIT_CWD: process.env.INIT_CWD ?? process.cwd() } // npm sets it too: where the person stands
  const child = spawn(runtime.node, [...runtime.flags, script, ...args], { stdio: 'inherit', cwd, env })
  // Ctrl-C reaches the child by itself (same terminal); a SIGTERM sent to us alone does not
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGTERM'))
  endWithNpm(child)
  child.on('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}

/** npm that is told to end does not always tell its script: a server would be left running on its port. */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const npm = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === npm) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 250)
}

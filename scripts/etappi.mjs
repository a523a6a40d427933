// npm run etappi -- <command>: this part is plain JavaScript and installs the rest when it is missing.
import path from 'node:path'
import { ensureInstalled } from './install.mjs'
import { root } from './runtime.mjs'
import { startScript } from './start-script.mjs'

try {
  ensureInstalled((sentence) => console.error(sentence))
  // A command lives for a moment: half of its work would be reading and compiling the same files as the last time.
  const compiled = process.env.NODE_COMPILE_CACHE ?? path.join(root, '.cache/compiled')
  const env = { NODE_COMPILE_CACHE: compiled }
  startScript(path.join(root, 'scripts/etappi/main.mts'), process.argv.slice(2), { cwd: root, env })
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

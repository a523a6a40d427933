// npm run etappi -- <command>: this part is plain JavaScript and installs the rest when it is missing.
import path from 'node:path'
import { ensureInstalled } from './install.mjs'
import { root, runtime } from './runtime.mjs'
import { startScript } from './start-script.mjs'

try {
  ensureInstalled((sentence) => console.error(sentence))
  const env = { NODE_COMPILE_CACHE: runtime.compiled }
  startScript(path.join(root, 'scripts/etappi/main.mts'), process.argv.slice(2), { cwd: root, env })
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

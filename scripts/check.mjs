// npm run check: everything that must hold, from a bare clone. This part is plain JavaScript and installs the rest.
import path from 'node:path'
import { ensureInstalled } from './install.mjs'
import { root } from './runtime.mjs'
import { startScript } from './start-script.mjs'

try {
  ensureInstalled((sentence) => console.log(sentence))
  startScript(path.join(root, 'scripts/check/main.mts'), process.argv.slice(2), { cwd: root })
} catch (error) {
  console.error(error.message)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}

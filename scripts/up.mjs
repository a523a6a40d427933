// npm run up: from a bare clone to a running Etappi. This part is plain JavaScript; the rest needs what it installs.
import path from 'node:path'
import { ensureInstalled } from './install.mjs'
import { root } from './runtime.mjs'
import { startScript } from './start-script.mjs'

const began = Date.now()
try {
  ensureInstalled((sentence) => console.log(sentence))
  process.env.ETAPPI_BEGAN = String(began)
  startScript(path.join(root, 'scripts/up/main.mts'), process.argv.slice(2), { cwd: root })
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

// node scripts/run.mjs <script.mts> [arguments]
import { startScript } from './start-script.mjs'

const [script, ...args] = process.argv.slice(2)
startScript(script, args)

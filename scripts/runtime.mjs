// Where the pinned Node is and how it is started. Plain JavaScript: it is read before anything is installed.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..')
const pinned = path.join(root, 'node_modules/node/bin/node')
const suffix = process.platform === 'win32' ? '.exe' : ''

export const runtime = {
  /** Where Node keeps what it compiled, so that a process that lives for a moment does not read and compile everything anew. */
  get compiled() {
    return process.env.NODE_COMPILE_CACHE ?? path.join(root, '.cache/compiled')
  },
  get node() {
    return fs.existsSync(pinned + suffix) ? pinned + suffix : process.execPath
  },
  flags: [
    '--import',
    pathToFileURL(path.join(root, 'scripts/loader.mjs')).href,
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=DeprecationWarning', // what libraries still use of older versions is not for whoever runs this
  ],
}

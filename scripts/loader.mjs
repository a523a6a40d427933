// Teaches plain Node the two names that the bundler knows: "@/…" (project root, extension left out) and "server-only".
import fs from 'node:fs'
import { registerHooks } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const root = path.resolve(import.meta.dirname, '..')
const endings = ['', '.ts', '.tsx', '.mts', '.json']

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'server-only') return { url: 'data:text/javascript,', shortCircuit: true, format: 'module' }
    if (!specifier.startsWith('@/')) return next(specifier, context)
    const base = path.join(root, specifier.slice(2))
    const found = endings
      .map((ending) => base + ending)
      .find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile())
    return next(pathToFileURL(found ?? base).href, context)
  },
})

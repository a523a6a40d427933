// "Nothing changed since last time": a step is skipped when the hash of what it reads equals the one it left behind.
import { createHash, type Hash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** Hash of the contents of files and folders (missing ones count as missing). */
export function hashOf(root: string, names: readonly string[], skip: (file: string) => boolean = () => false): string {
  const hash = createHash('sha256')
  for (const name of names) add(hash, root, name, skip)
  return hash.digest('hex')
}

function add(hash: Hash, root: string, name: string, skip: (file: string) => boolean): void {
  const full = path.join(root, name)
  const found = fs.statSync(full, { throwIfNoEntry: false })
  if (!found || skip(name)) return
  if (found.isDirectory()) {
    for (const entry of fs.readdirSync(full).sort()) add(hash, root, path.join(name, entry), skip)
  } else {
    hash.update(`${name}\0${found.size}\0`).update(fs.readFileSync(full))
  }
}

export function isStamped(file: string, key: string): boolean {
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8') === key
}

export function stamp(file: string, key: string): void {
  fs.writeFileSync(file, key)
}

// What an installation remembers between starts: small JSON files in its data folder.
import fs from 'node:fs'
import path from 'node:path'

/** `loading` stands there only while demo data is being loaded; found later, it means that loading was cut short. */
export type Content = 'demo' | 'own' | 'loading'

export function readState<T>(folder: string, name: string): T | null {
  try {
    return JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), 'utf8')) as T
  } catch {
    return null
  }
}

/** The file is replaced as a whole, so that a kill leaves the old or the new one. */
export function writeState(folder: string, name: string, value: unknown): void {
  const file = path.join(folder, `${name}.json`)
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(`${file}.${process.pid}`, `${JSON.stringify(value)}\n`)
  fs.renameSync(`${file}.${process.pid}`, file)
}

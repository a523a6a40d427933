import fs from 'node:fs'
import path from 'node:path'

const folder = path.join(import.meta.dirname, 'answers')

/** Names of the recorded answers. */
export const answerNames = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length))

type Kept = { note: string; answer?: unknown; text?: string }

export const kept = (name: string): Kept => JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), 'utf8'))

/** The answer as it comes over the line. */
export const sent = (name: string): string => kept(name).text ?? JSON.stringify(kept(name).answer)

/** The answer as data; what it says of the areas' codes is made up, their form is not. */
export const answer = (name: string): unknown => kept(name).answer

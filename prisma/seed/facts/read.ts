import fs from 'node:fs'
import path from 'node:path'
import type { Kkk2, Kkk2Narrative } from './kkk2.ts'
import type { Syli } from './syli.ts'

const folder = path.join(import.meta.dirname, '../data')

/** Contents of a fact file, as copied. */
export function readFacts<T>(name: string): T {
  return JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as T
}

export const readKkk2 = () => readFacts<Kkk2>('kkk2.json')
export const readKkk2Narrative = () => readFacts<Kkk2Narrative>('kkk2-narrative.json')
export const readSyli = () => readFacts<Syli>('syli.json')

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { hidingKey, namingKey } from '../../scripts/steps/action-keys.mts'
import { keepStaticFiles } from '../../scripts/steps/static-files.mts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-static-'))
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

/** A build as Next leaves it: everything is new but what lies in `cache`. */
function build(place: string, id: string, files: Record<string, string>): void {
  for (const name of ['static', 'BUILD_ID']) fs.rmSync(path.join(place, name), { recursive: true, force: true })
  for (const [name, text] of Object.entries({ ...files, '../BUILD_ID': id })) {
    const file = path.join(place, 'static', name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, text)
  }
}

const read = (place: string, name: string) => {
  const file = path.join(place, 'static', name)
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null
}

describe('scripts and styles of releases before', () => {
  it('stay beside the new ones, for three releases', () => {
    const place = path.join(folder, 'here')
    const shown: (string | null)[] = []
    for (let release = 1; release <= 5; release++) {
      build(place, `release-${release}`, { [`chunks/${release}.js`]: `of ${release}`, 'chunks/same.js': 'same' })
      shown.push(read(place, 'chunks/1.js')) // what a build alone would answer with
      keepStaticFiles(place)
      const kept = path.join(place, 'cache/etappi-static')
      const at = new Date(2026, 0, release)
      fs.utimesSync(path.join(kept, `release-${release}`), at, at)
    }
    expect(shown.slice(1)).toEqual([null, null, null, null])
    const names = [1, 2, 3, 4, 5].map((release) => read(place, `chunks/${release}.js`))
    expect(names).toEqual([null, 'of 2', 'of 3', 'of 4', 'of 5'])
    expect(read(place, 'chunks/same.js')).toBe('same')
  })

  it('come from the folder of the installation that is replaced, and never write over a file', () => {
    const [before, after] = [path.join(folder, 'before'), path.join(folder, 'after')]
    build(before, 'one', { 'chunks/a.js': 'a', 'chunks/b.js': 'old b' })
    keepStaticFiles(before)
    build(after, 'two', { 'chunks/b.js': 'new b' })
    expect(keepStaticFiles(after, before)).toBe(1)
    expect([read(after, 'chunks/a.js'), read(after, 'chunks/b.js')]).toEqual(['a', 'new b'])
  })
})

describe('keys of server actions', () => {
  it('are 32 bytes, as Next asks; the hiding one follows AUTH_SECRET', () => {
    const keys = [namingKey, hidingKey('a'), hidingKey('b')]
    expect(keys.map((key) => Buffer.from(key, 'base64').length)).toEqual([32, 32, 32])
    expect(new Set(keys).size).toBe(3)
  })
})

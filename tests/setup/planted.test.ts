import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { kinds, readPlanted } from '../planted/patches'

const all = readPlanted()
const fits = (patch: string) => spawnSync('git', ['apply', '--check', '-'], { input: patch, encoding: 'utf8' })

describe('the planted defects', () => {
  it('are ten against each goal', () => {
    for (const kind of kinds) expect(all.filter((one) => one.kind === kind).length, kind).toBeGreaterThanOrEqual(10)
  })

  it.each(all.map((one) => [one.name, one] as const))(
    '%s still fits the code, and its tests are there',
    (_, { file, tests }) => {
      const { status, stderr } = fits(fs.readFileSync(file, 'utf8'))
      expect(status, stderr).toBe(0)
      for (const start of tests) {
        const folder = start.slice(0, start.lastIndexOf('/'))
        expect(
          fs.readdirSync(folder).some((name) => `${folder}/${name}`.startsWith(start)),
          start,
        ).toBe(true)
      }
    },
  )

  it('a patch that does not fit is seen', () => {
    const text = fs.readFileSync(all[0]?.file ?? '', 'utf8')
    expect(fits(text.replace(/^-( .*)$/m, '-$1 altered')).status).not.toBe(0)
  })
})

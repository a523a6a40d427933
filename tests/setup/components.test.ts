// The list of what the product is made of, made by the operator's own command.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ComponentList, missingIn } from '../../scripts/components/list.mts'
import { root } from '../../scripts/runtime.mjs'

const file = path.join(root, '.cache/check/results/etappi.cdx.json')

function written(): ComponentList {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.rmSync(file, { force: true })
  const args = [path.join(root, 'scripts/etappi.mjs'), 'components', '--out', file]
  // As in the image: the list is the same there.
  const env = { ...process.env, NODE_ENV: 'production' as const }
  const { status, stderr } = spawnSync('node', args, { encoding: 'utf8', env })
  expect([status, stderr]).toEqual([0, ''])
  return JSON.parse(fs.readFileSync(file, 'utf8')) as ComponentList
}

describe('etappi components', () => {
  it('names every locked package with version, licence and sum, and what comes inside one', () => {
    const list = written()
    expect(list).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      metadata: { component: { name: 'etappi' } },
    })
    expect(missingIn(list)).toEqual([])
    expect(list.components.length).toBeGreaterThan(300)
    const next = list.components.find(({ name }) => name === 'next')
    expect(next).toMatchObject({ purl: expect.stringMatching(/^pkg:npm\/next@16\./) })
    const postgres = list.components.find(({ name }) => name === 'postgresql')
    expect(postgres).toMatchObject({ version: expect.stringMatching(/^18\.\d+$/) })
    // planted: a package that is left out, one without its licence, one without its sum
    const without = (name: string, change: object | null) => ({
      components: list.components.flatMap((one) => (one.name !== name ? [one] : change ? [{ ...one, ...change }] : [])),
    })
    expect(missingIn(without('zod', null))).toEqual([expect.stringMatching(/^zod@/)])
    expect(missingIn(without('pg', { licenses: [] }))).toEqual([expect.stringMatching(/^pg@/)])
    expect(missingIn(without('next', { hashes: [] }))).toEqual([expect.stringMatching(/^next@/)])
  })
})

import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { rowsOf } from '@/lib/project-packages/checks/model'
import { takeOver } from '@/lib/project-packages/identity/model'
import { readRows } from '@/lib/project-packages/reading/model'
import { root } from '../../scripts/runtime.mjs'

const example = () => JSON.parse(fs.readFileSync(path.join(root, 'docs/examples/flat-themes.json'), 'utf8'))
const identity = { key: 'k', keepsIds: false, known: new Map() }

function formulasHere(formula: string): { formula: unknown; ids: string[] } {
  const given = example()
  given.indicators[1].sourceId = 'TYY-1'
  given.indicatorVersions[0].formula = formula
  const rows = readRows(given, '2026-11-22T12:00:00.000Z')
  if ('ok' in rows) throw new Error(JSON.stringify(rows.findings))
  const here = takeOver(rows.read, identity)
  return {
    formula: rowsOf(here, 'indicatorVersions')[0]?.values.formula,
    ids: rowsOf(here, 'indicators').map(({ id }) => id),
  }
}

describe('formulas of a package', () => {
  it('name the indicators of here, whether by their id in the package or by their code', () => {
    const byId = formulasHere('[tyytyvaisyys] / 100')
    expect(byId.formula).toBe(`[${byId.ids[1]}] / 100`)
    const byCode = formulasHere('100 - [ TYY-1 ]')
    expect(byCode.formula).toBe(`100 - [${byCode.ids[1]}]`)
  })

  it('that name nothing of the package, or are words, stay as they are', () => {
    for (const text of ['[jokin muu] * 2', 'Asiakkaat [tyytyvaisyys] jaettuna kaikilla', 'ks. [1]'])
      expect(formulasHere(text).formula).toBe(text)
  })
})

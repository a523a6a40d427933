import { describe, expect, it } from 'vitest'
import { words } from '@/lib/platform/words'
import { checkContents } from '@/lib/project-packages/checks/contents/model'
import { checkTogether, rowsOf } from '@/lib/project-packages/checks/model'
import { complete } from '@/lib/project-packages/completing/model'
import { takeOver } from '@/lib/project-packages/identity/model'
import { heads, parts } from '@/lib/project-packages/parts/model'
import { readRows } from '@/lib/project-packages/reading/model'
import { differingSums } from '@/lib/project-packages/sums/model'
import { toldNote } from '@/lib/project-packages/told/model'
import { packageText } from '@/lib/project-packages/writing/model'
import { oddPackage, shapeNames } from './odd'

const now = '2026-11-22T12:00:00.000Z'
const organisation = { key: 'esimerkki', name: 'Esimerkin hyvinvointialue' }
const programme = {
  key: 'p',
  name: 'P',
  shortName: 'P',
  funder: 'F',
  statementFi: 'a',
  statementSv: 'b',
  statementEn: 'c',
}
const many = 1_000

function read(json: unknown) {
  const rows = readRows(json, now)
  if ('ok' in rows) throw new Error(JSON.stringify(rows.findings))
  checkTogether(rows.read, rows.findings)
  checkContents(rows.read, rows.findings)
  return rows
}

describe('projects of every odd shape', { timeout: 300_000 }, () => {
  it('are read without a finding, get their ids, and come out as they went in', () => {
    let rows = 0
    let sums = 0
    const filled = new Set<string>()
    for (let seed = 1; seed <= many; seed += 1) {
      const { json } = oddPackage(seed, organisation, programme)
      const given = read(json)
      if (given.findings.total > 0) throw new Error(`seed ${seed}: ${JSON.stringify(given.findings.list.slice(0, 3))}`)
      const identity = { key: `outo-${seed}`, keepsIds: false, known: new Map() }
      const { whole } = complete(takeOver(given.read, identity), identity.key, now)
      const text = packageText(whole)
      const again = read(JSON.parse(text))
      if (again.findings.total > 0) throw new Error(`seed ${seed}: ${JSON.stringify(again.findings.list.slice(0, 3))}`)
      const second = complete(takeOver(again.read, { ...identity, keepsIds: true }), identity.key, now)
      if (packageText(second.whole) !== text) throw new Error(`seed ${seed} did not come out as it went in`)
      for (const note of differingSums(given.read)) sums += toldNote(note, words('fi')).length > 0 ? 1 : 0
      for (const part of parts) {
        rows += rowsOf(whole, part.name).length
        for (const row of rowsOf(given.read, part.name))
          for (const name of row.given) filled.add(`${part.name}.${name}`)
      }
    }
    console.log(
      `${many} packages of ${shapeNames.length} shapes, ${rows} rows, ${filled.size} fields used, ${sums} sums that differ`,
    )
    expect(rows).toBeGreaterThan(90_000)
    expect(filled.size).toBeGreaterThan(700)
    expect(sums).toBeGreaterThan(50)
  })

  it('lose nothing: what a package leaves out is neither zero nor anything else', () => {
    const kinds = new Map(
      [...heads, ...parts].flatMap((part) => part.fields.map((field) => [`${part.name}.${field.name}`, field])),
    )
    let empty = 0
    for (let seed = 1; seed <= 100; seed += 1) {
      const { json } = oddPackage(seed, organisation, programme)
      const { whole } = complete(read(json).read, `outo-${seed}`, now)
      for (const part of parts) {
        for (const row of rowsOf(whole, part.name)) {
          for (const [name, value] of Object.entries(row.values)) {
            const field = kinds.get(`${part.name}.${name}`)
            if (row.given.has(name) || !field?.optional || field.kind === 'hash') continue
            if (part.name === 'statusReportEntries') continue
            empty += 1
            if (value !== null) throw new Error(`seed ${seed}: ${part.name}.${name} became ${JSON.stringify(value)}`)
          }
        }
      }
    }
    expect(empty).toBeGreaterThan(10_000)
  })

  it('are the same for the same seed', () => {
    expect(oddPackage(7, organisation, programme)).toEqual(oddPackage(7, organisation, programme))
    expect(oddPackage(7, organisation, programme).json).not.toEqual(oddPackage(17, organisation, programme).json)
  })
})

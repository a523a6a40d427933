import { beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '@/prisma/seed/demo.mts'
import { readFacts } from '@/prisma/seed/facts/read'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { checkLoss } from './loss/check'
import { type Shapes, shapesOf } from './loss/shapes'
import { rebuildSyli } from './rebuild/syli'

let shapes: Shapes

beforeAll(async () => {
  await loadDemo()
  shapes = await shapesOf(await viewerOfAccount('johtaja@kanta-hame.example'), 'syli')
}, 60_000)

describe('syli.json', () => {
  it('is found again leaf by leaf through the queries', () => {
    const { project, toimintamallit, workpackages, indicators } = readFacts<Record<string, unknown>>('syli.json')
    const report = checkLoss({ project, toimintamallit, workpackages, indicators }, rebuildSyli(shapes), {})
    console.log(JSON.stringify({ ...report, lost: report.lost.slice(0,40), invented: report.invented.slice(0,40), l: report.lost.length, i: report.invented.length }, null, 1))
    expect(1).toBe(1)
  })
})

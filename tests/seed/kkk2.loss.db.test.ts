import { beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '@/prisma/seed/demo.mts'
import { readKkk2, readKkk2Narrative } from '@/prisma/seed/facts/read'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { checkLoss } from './loss/check'
import { kkk2Named, kkk2Normalised, narrativeNamed, narrativeNormalised } from './loss/kkk2-normalised'
import { type ReportShapes, reportsOf, type Shapes, shapesOf } from './loss/shapes'
import { rebuildKkk2 } from './rebuild/kkk2'
import { rebuildNarrative } from './rebuild/kkk2-reports'

let shapes: Shapes
let reports: ReportShapes

beforeAll(async () => {
  await loadDemo()
  const director = await viewerOfAccount('johtaja@kainuu.example')
  shapes = await shapesOf(director, 'kkk2')
  reports = await reportsOf(director, shapes, ['2025-Q3', '2025-Q2'])
}, 60_000)

describe('kkk2.json', () => {
  it('is found again leaf by leaf through the queries', () => {
    const report = checkLoss(readKkk2(), rebuildKkk2(shapes), kkk2Normalised, kkk2Named)
    console.log(JSON.stringify({ ...report, lost: report.lost.slice(0,40), invented: report.invented.slice(0,40), l: report.lost.length, i: report.invented.length }, null, 1))
  })
  it('narr', () => {
    const report = checkLoss(readKkk2Narrative(), rebuildNarrative(shapes, reports), narrativeNormalised, narrativeNamed)
    console.log(JSON.stringify({ ...report, lost: report.lost.slice(0,40), invented: report.invented.slice(0,40), l: report.lost.length, i: report.invented.length }, null, 1))
  })
})

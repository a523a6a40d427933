// A report checked again after one change: only that is read anew, and the findings are those of a report never seen before.
import { describe, expect, it } from 'vitest'
import { takenOver } from '@/lib/final-report/check/memory/model'
import type { CheckedReport } from '@/lib/final-report/check/model'
import { checkReport, findingKey } from '@/lib/final-report/check/rules/model'
import { append, figures, references, relabelled, told } from './planting'
import { realReport, seeded, withBlocks, withSections } from './real-report'

const fresh = (report: CheckedReport): CheckedReport => structuredClone(report)
const keys = (report: CheckedReport) => checkReport(report).map((one) => [findingKey(one), one.place, one.params])

describe('what is taken over', () => {
  it('is everything, when nothing has changed', () => {
    const before = realReport()
    expect(takenOver(before, fresh(before))).toBe(before)
  })

  it('is every section but the one that was written', () => {
    const before = realReport()
    const written = before.sections.findIndex(({ id }) => id === '4.2')
    const now = takenOver(before, fresh(withBlocks(before, '4.2', append('Uusi lause.'))))
    expect(now.sections.flatMap((one, index) => (one === before.sections[index] ? [] : [index]))).toEqual([written])
    expect(now.measures).toBe(before.measures)
    expect(now.models).toBe(before.models)
  })

  it('is no list of data of which a single value has changed', () => {
    const before = realReport()
    const changed = fresh(before)
    const [first, ...rest] = changed.measures
    if (!first) throw new Error('no measures')
    const now = takenOver(before, { ...changed, measures: [{ ...first, name: `${first.name} (uusi)` }, ...rest] })
    expect(now.measures).not.toBe(before.measures)
    expect(now.measures[0]?.name).toMatch(/\(uusi\)$/)
    expect(now.sections).toBe(before.sections)
  })

  it('is nothing of a report in another language', () => {
    const before = realReport()
    const other: CheckedReport = { ...fresh(before), language: 'sv' }
    expect(takenOver(before, other)).toBe(other)
  })
})

describe('a report checked again', { timeout: 300_000 }, () => {
  it('has the findings of one that is checked for the first time, change after change', () => {
    const { pick, next } = seeded(20)
    const sentences = [
      'Katso kuva 120.',
      'Käyttöön jäi 25 mallia.',
      'Malli lopetettiin vuoden 2025 alussa.',
      'Tieto siirtyy XKT:n kautta.',
      'Kokous pidettiin maanantaina 1.1.2025.',
      'Vastaajista 33 % (n = 4) oli tyytyväisiä.',
    ]
    const changes: ((report: CheckedReport) => CheckedReport)[] = [
      (report) => withBlocks(report, pick(told).section.id, append(pick(sentences))),
      (report) => withBlocks(report, pick(report.sections).id, (blocks) => blocks.slice(1)),
      (report) => {
        const { section, label } = pick(references())
        const other = pick(figures).block
        return withBlocks(report, section.id, (blocks) => relabelled(blocks, label, other.label ?? '', other.id))
      },
      (report) => {
        const gone = pick(report.sections).id
        return { ...report, sections: report.sections.filter(({ id, parentId }) => id !== gone && parentId !== gone) }
      },
      (report) => withSections(report, (one) => (next() < 0.05 ? { ...one, title: `${one.title} ja muuta` } : one)),
      (report) => ({ ...report, models: report.models.slice(1) }),
      (report) => ({ ...report, measures: report.measures.toReversed() }),
      (report) => ({ ...report, attachments: report.attachments.slice(1) }),
    ]
    let kept = realReport()
    for (let step = 0; step < 40; step += 1) {
      const changed = (changes[step % changes.length] ?? changes[0])?.(kept) ?? kept
      kept = takenOver(kept, fresh(changed))
      if (step % 4 === 3) expect(keys(kept), `after change ${step + 1}`).toEqual(keys(fresh(kept)))
    }
  })
})

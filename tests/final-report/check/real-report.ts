import fs from 'node:fs'
import path from 'node:path'
import { reportOfFile } from '@/lib/final-report/check/file/model'
import { factsFile, reportFile } from '@/lib/final-report/check/file/schema'
import type { CheckedBlock, CheckedReport, CheckedSection, Finding } from '@/lib/final-report/check/model'
import { findingKey } from '@/lib/final-report/check/rules/model'

const data = path.join(import.meta.dirname, '../../../prisma/seed/data')
const read = (name: string): unknown => JSON.parse(fs.readFileSync(path.join(data, name), 'utf8'))

/** The whole final report of the second demo project with its facts, as the check reads it. */
export function realReport(): CheckedReport {
  return reportOfFile(reportFile.parse(read('syli-narrative.json')), factsFile.parse(read('syli.json')))
}

/** The same numbers for the same seed, so that a miss can be looked at. */
export function seeded(seed: number) {
  let state = seed
  const next = () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
  const pick = <T>(all: readonly T[]): T => {
    const one = all[Math.floor(next() * all.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  const some = <T>(all: readonly T[], count: number): T[] => {
    const left = [...all]
    return Array.from({ length: Math.min(count, left.length) }, () => {
      const one = pick(left)
      left.splice(left.indexOf(one), 1)
      return one
    })
  }
  return { next, pick, some }
}

/** The report with some sections changed; the others stay the same objects, as when somebody writes. */
export function withSections(
  report: CheckedReport,
  change: (section: CheckedSection) => CheckedSection,
): CheckedReport {
  return { ...report, sections: report.sections.map(change) }
}

/** The report with the blocks of one section changed. */
export function withBlocks(
  report: CheckedReport,
  sectionId: string,
  change: (blocks: readonly CheckedBlock[]) => readonly CheckedBlock[],
): CheckedReport {
  return withSections(report, (section) =>
    section.id === sectionId ? { ...section, blocks: change(section.blocks) } : section,
  )
}

export function paragraph(text: string, id = 'planted'): CheckedBlock {
  return { type: 'text', id, form: 'paragraph', lines: [[{ kind: 'text', text }]] }
}

/** Findings of a rule that were not there before. */
export function newFindings(rule: string, before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const known = new Set(before.map(findingKey))
  return after.filter((finding) => finding.rule === rule && !known.has(findingKey(finding)))
}

import { expect } from 'vitest'
import type { CheckedBlock, CheckedReport, CheckedSection } from '@/lib/final-report/check/model'
import { checkReport, rules } from '@/lib/final-report/check/rules/model'
import { newFindings, paragraph, realReport } from './real-report'

export const report = realReport()
export const before = checkReport(report)

function check(rule: string, planted: CheckedReport) {
  const found = rules.find(({ name }) => name === rule)
  if (!found) throw new Error(`no rule ${rule}`)
  return found.check(planted)
}

/** A report with one defect, and where the finding must lead: to the section, or to one of several. */
type Plant = { report: CheckedReport; at: readonly string[]; what: string }

export function recall(
  rule: string,
  plants: readonly Plant[],
  { floor, atLeast = 20 }: { floor: number; atLeast?: number },
) {
  const missed = plants.filter((plant) => {
    const found = newFindings(rule, before, check(rule, plant.report))
    return !found.some(({ place, other }) =>
      [place.sectionId, other?.sectionId].some((id) => id && plant.at.includes(id)),
    )
  })
  const share = 1 - missed.length / plants.length
  console.log(
    `${rule}: ${plants.length - missed.length}/${plants.length} found`,
    ...missed.map(({ what }) => `\n  missed: ${what}`),
  )
  expect(plants.length).toBeGreaterThanOrEqual(atLeast)
  expect(share).toBeGreaterThanOrEqual(floor)
}

export const answers = report.sections.filter(({ kind }) => kind !== 'attachment')
export const texts = (section: CheckedSection) =>
  section.blocks.filter((block) => block.type === 'text' && block.form === 'paragraph')
export const figures = report.sections.flatMap((section) =>
  section.blocks.flatMap((block) => (block.type === 'figure' ? [{ section, block }] : [])),
)
export const table = report.sections.find(({ blocks }) => blocks.some(({ type }) => type === 'models'))
const rowOf = (modelId: string) =>
  report.sections
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'models' ? block.rows : [])))
    .find((row) => row.modelId === modelId && row.stayedInUse !== null)
export const told = report.sections.flatMap((section) => {
  const model = report.models.find(({ id }) => id === section.modelId)
  const row = model && rowOf(model.id)
  return model && row ? [{ section, model, row }] : []
})

export const append = (text: string) => (blocks: readonly CheckedBlock[]) => {
  const at = blocks.findLastIndex(({ type }) => type === 'text')
  return [...blocks.slice(0, at + 1), paragraph(text), ...blocks.slice(at + 1)]
}

/** Made references of the answers. */
export function references() {
  return answers.flatMap((section) =>
    section.blocks.flatMap((block) =>
      block.type === 'text'
        ? block.lines
            .flat()
            .flatMap((piece) => (piece.kind === 'reference' ? [{ section, label: piece.label, to: piece.to }] : []))
        : [],
    ),
  )
}

/** The blocks with references of one label given another, or taken out (null). */
export function relabelled(
  blocks: readonly CheckedBlock[],
  label: string,
  other: string | null,
  targetId: string | null,
): CheckedBlock[] {
  return blocks.map((block) =>
    block.type !== 'text'
      ? block
      : {
          ...block,
          lines: block.lines.map((line) =>
            line.flatMap((piece) =>
              piece.kind !== 'reference' || piece.label !== label
                ? [piece]
                : other === null
                  ? []
                  : [{ ...piece, label: other, targetId }],
            ),
          ),
        },
  )
}

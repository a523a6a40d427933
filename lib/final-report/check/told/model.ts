import {
  type CheckedBlock,
  type CheckedReport,
  type Finding,
  type FindingPlace,
  lineText,
} from '@/lib/final-report/check/model'
import { findingKey, sentenceKey } from '@/lib/final-report/check/rules/model'
import { sectionsById } from '@/lib/final-report/check/sections/model'
import { excerpt } from '@/lib/final-report/check/words/model'
import type { Words } from '@/lib/platform/words'

/** Where a finding is, for a reader who does not have the report open: with the words that stand there. */
export type ToldPlace = {
  section: string
  number: string | null
  title: string
  block: string | null
  text: string
} & Pick<FindingPlace, 'at'>

/** Who accepted a finding as it stands, when, and why. */
export type Acceptance = { reason: string; by: string | null; at: string }

export type ToldFinding = Pick<Finding, 'rule' | 'severity' | 'values'> & {
  key: string
  place: ToldPlace
  other: ToldPlace | null
  message: string
  accepted: Acceptance | null
}

/** A finding with its place and its sentence in the reader's language. */
export function toldFinding(
  finding: Finding,
  report: CheckedReport,
  t: Words,
  accepted: Acceptance | null,
): ToldFinding {
  const { rule, severity, values } = finding
  return {
    key: findingKey(finding),
    rule,
    severity,
    place: toldPlace(finding.place, report),
    other: finding.other && toldPlace(finding.other, report),
    values,
    message: t(sentenceKey(finding), { ...finding.params }),
    accepted: accepted && { reason: accepted.reason, by: accepted.by, at: accepted.at },
  }
}

function toldPlace({ sectionId, blockId, at }: FindingPlace, report: CheckedReport): ToldPlace {
  const section = sectionsById(report).get(sectionId)
  const block = section?.blocks.find(({ id }) => id === blockId)
  const text = block ? textOf(block, at) : (section?.title ?? '')
  return { section: sectionId, number: section?.number ?? null, title: section?.title ?? '', block: blockId, at, text }
}

function textOf(block: CheckedBlock, at: FindingPlace['at']): string {
  if (block.type === 'text') {
    const line = lineText(block.lines[at?.line ?? 0] ?? [])
    if (!at) return excerpt(line)
    // What stands round the place, from the beginning of its sentence or thereabouts.
    const from = Math.max(0, line.lastIndexOf(' ', Math.max(0, at.from - 40)) + 1)
    return excerpt(line.slice(at.from < 60 ? 0 : from), Math.max(160, at.to - from))
  }
  if (block.type === 'links') return excerpt(block.items.map(({ address }) => address).join(' '))
  if (block.type === 'attachments') return excerpt(block.labels.join(', '))
  return [block.label, block.caption].filter(Boolean).join('. ')
}

/** Words of the running text, as a person counts them. */
export function reportWords({ sections }: CheckedReport): number {
  const texts = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'text' ? block.lines.map(lineText) : [])),
  )
  return texts.reduce((words, text) => words + text.split(/\s+/).filter(Boolean).length, 0)
}

import type { ListedFinding } from '@/lib/final-report/check/acceptances/model'
import { type CheckedReport, type FindingPlace, lineText, type Severity } from '@/lib/final-report/check/model'
import { sectionName, sectionsById } from '@/lib/final-report/check/sections/model'

/** A place in the section being written. Null block: the section as a whole. */
export type PlaceHere = Pick<FindingPlace, 'at'> & {
  block: string | null
  /** The words at the place; empty when the whole block is meant */
  quote: string
}

/** Where the other value stands when it is not in this section. */
export type PlaceElsewhere = { section: string; block: string | null; name: string }

/** A finding for whoever writes a section: where it is in that section, and where else. */
export type FindingHere = {
  finding: ListedFinding
  here: PlaceHere
  there: PlaceHere | null
  elsewhere: PlaceElsewhere | null
}

/** The findings that concern a section: those in it, and those elsewhere whose other value stands in it. */
export function findingsIn(
  sectionId: string,
  findings: readonly ListedFinding[],
  report: CheckedReport,
): FindingHere[] {
  return findings.flatMap((finding): FindingHere[] => {
    const [own, other] =
      finding.place.sectionId === sectionId ? [finding.place, finding.other] : [finding.other, finding.place]
    if (own?.sectionId !== sectionId) return []
    const isHere = other?.sectionId === sectionId
    return [
      {
        finding,
        here: placeHere(own, report),
        there: isHere && !isSame(own, other) ? placeHere(other, report) : null,
        elsewhere: other && !isHere ? placeElsewhere(other, report) : null,
      },
    ]
  })
}

const isSame = (one: FindingPlace, other: FindingPlace): boolean =>
  one.blockId === other.blockId && JSON.stringify(one.at) === JSON.stringify(other.at)

function placeHere({ sectionId, blockId, at }: FindingPlace, report: CheckedReport): PlaceHere {
  const block = sectionsById(report)
    .get(sectionId)
    ?.blocks.find(({ id }) => id === blockId)
  const line = block?.type === 'text' && at ? block.lines[at.line] : undefined
  return { block: blockId, at, quote: line && at ? lineText(line).slice(at.from, at.to) : '' }
}

function placeElsewhere({ sectionId, blockId }: FindingPlace, report: CheckedReport): PlaceElsewhere {
  const section = sectionsById(report).get(sectionId)
  return { section: sectionId, block: blockId, name: section ? sectionName(section) : '' }
}

/** A finding as the browser is given it, in the writer's language. */
export type ShownFinding = Pick<FindingHere, 'here' | 'there'> & {
  id: string
  severity: Severity
  title: string
  message: string
  /** The values that do not agree, as written */
  values: readonly string[]
  /** Another section that the other value stands in */
  link: { label: string; href: string } | null
}

/** What the editor of a section is told of the check. */
export type SectionCheck = { open: ShownFinding[]; accepted: number }

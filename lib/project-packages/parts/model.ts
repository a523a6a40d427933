import { type Part, readPart } from '@/lib/project-packages/format/model'
import { evidenceParts } from '@/lib/project-packages/parts/evidence/model'
import { finalReportParts } from '@/lib/project-packages/parts/final-report/model'
import { financeParts } from '@/lib/project-packages/parts/finance/model'
import { headParts } from '@/lib/project-packages/parts/heads/model'
import { indicatorsParts } from '@/lib/project-packages/parts/indicators/model'
import { meetingsParts } from '@/lib/project-packages/parts/meetings/model'
import { peopleParts } from '@/lib/project-packages/parts/people/model'
import { planParts } from '@/lib/project-packages/parts/plan/model'
import { projectParts } from '@/lib/project-packages/parts/project/model'
import { registersParts } from '@/lib/project-packages/parts/registers/model'
import { roundsParts } from '@/lib/project-packages/parts/rounds/model'
import { statisticsParts } from '@/lib/project-packages/parts/statistics/model'
import { structureParts } from '@/lib/project-packages/parts/structure/model'
import { templatesParts } from '@/lib/project-packages/parts/templates/model'
import { toimintamallitParts } from '@/lib/project-packages/parts/toimintamallit/model'
import { treasuryParts } from '@/lib/project-packages/parts/treasury/model'

/** The three parts of one row that every package begins with. */
export const heads: readonly Part[] = Object.entries(headParts).map(([name, part]) => readPart(name, part))

/** Parts by what they are about. */
const areas = {
  people: peopleParts,
  templates: templatesParts,
  structure: structureParts,
  project: projectParts,
  plan: planParts,
  rounds: roundsParts,
  indicators: indicatorsParts,
  statistics: statisticsParts,
  toimintamallit: toimintamallitParts,
  finance: financeParts,
  treasury: treasuryParts,
  registers: registersParts,
  meetings: meetingsParts,
  documents: finalReportParts,
  evidence: evidenceParts,
} as const
export type Area = keyof typeof areas

/** Every part of lists, in the order in which a package has them. */
export const parts: readonly Part[] = Object.values(areas).flatMap((definitions) =>
  Object.entries(definitions).map(([name, part]) => readPart(name, part)),
)

/** Rows by what they are about, of rows by part; areas without any are left out. */
export function byArea(rows: Readonly<Record<string, number>>): [Area, number][] {
  return (Object.keys(areas) as Area[]).flatMap((area): [Area, number][] => {
    const count = Object.keys(areas[area]).reduce((sum, part) => sum + (rows[part] ?? 0), 0)
    return count > 0 ? [[area, count]] : []
  })
}

const byName = new Map([...heads, ...parts].map((part) => [part.name, part]))

/** @throws when there is no such part: names come from the definitions themselves */
export function partOf(name: string): Part {
  const part = byName.get(name)
  if (!part) throw new Error(`no part ${name}`)
  return part
}

/** Rows that a project shares with others of its county or of the installation: known again by what they are, never changed. */
const matched = new Set([
  'people',
  'serviceAreas',
  'reportTemplates',
  'reportTemplateVersions',
  'reportTemplateSections',
  'reportTemplatePrompts',
  'statisticsSeries',
])

export function isMatched(part: Part): boolean {
  return matched.has(part.name)
}

/** Parts that a part's rows name, itself left out. */
function namedBy({ name, fields }: Part): string[] {
  return fields.flatMap(({ kind, of }) => (kind === 'ref' && of !== name ? [of] : []))
}

/** Each part after every part that its rows name. @throws when parts wait for each other */
export function inOrderOfReference(all: readonly Part[] = parts): Part[] {
  const known = new Set<string>()
  const ordered: Part[] = []
  while (ordered.length < all.length) {
    const next = all.filter((part) => !known.has(part.name) && namedBy(part).every((name) => known.has(name)))
    if (next.length === 0) throw new Error('the parts of a package wait for each other')
    for (const part of next) known.add(part.name)
    ordered.push(...next)
  }
  return ordered
}

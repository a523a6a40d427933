import type { BoundData } from '@/lib/final-report/bindings/model'
import { attachmentsKey } from '@/lib/final-report/composition/model'
import { candidatesOf } from '@/lib/final-report/import/binding/model'
import { matchHeadings } from '@/lib/final-report/import/matching/model'
import { blocksOfPart } from '@/lib/final-report/import/plan/blocks/model'
import {
  attachmentName,
  type Choices,
  type ImportPlan,
  type Placement,
  placeHeadings,
} from '@/lib/final-report/import/plan/model'
import { addName, nameKey, type Targets } from '@/lib/final-report/import/targets/model'
import type { WrittenPart, WrittenReport } from '@/lib/final-report/import/written/model'
import type { FinalReport } from '@/lib/final-report/model'
import type { Words } from '@/lib/platform/words'

type Given = { report: FinalReport; data: BoundData; t: Words; newId(): string }

/**
 * What a file comes to in this report with these choices: every section with the blocks that it would get, and what is lost,
 * likely or open. Nothing is written; the same file, report, data and choices give the same plan but for the ids.
 * @param t in the language of the report
 */
export function planImport(written: WrittenReport, choices: Choices, { report, data, t, newId }: Given): ImportPlan {
  const matches = matchHeadings(written.sections, report.sections)
  const placement = placeHeadings(written, choices, { report, matches, data, newId })
  const ids = new Map<WrittenPart, string>()
  const idOf = (part: WrittenPart): string => {
    const id = ids.get(part) ?? newId()
    ids.set(part, id)
    return id
  }
  const attachments = newAttachments(placement, report, newId)
  const targets = targetsOf(placement, report, attachments, idOf)
  const candidates = candidatesOf(data, t)
  const counts = new Map<string, { bound: number; references: number }>()
  const told: Pick<ImportPlan, 'losses' | 'suggestions' | 'open'> = {
    losses: [...written.losses],
    suggestions: [],
    open: [],
  }
  const attachmentTitles = new Set(
    written.sections.flatMap(({ title }) => (attachmentName.test(title) ? [nameKey(title)] : [])),
  )
  const sections = placement.receiving.map((section) => {
    // What is left as it stands takes nothing of the file: nothing is told of its words.
    const taken = section.standing === 'keep' ? [] : section.parts
    const listsAttachments = section.stands?.templateKey === attachmentsKey
    const blocks = taken.flatMap(({ part, of }) => {
      const where = of.title
      const made = blocksOfPart(part, {
        data,
        candidates,
        targets,
        idOf,
        newId,
        where,
        attachmentTitles,
        listsAttachments,
      })
      const count = counts.get(of.key) ?? { bound: 0, references: 0 }
      counts.set(of.key, { bound: count.bound + made.bound, references: count.references + made.references })
      told.losses.push(...made.losses)
      told.suggestions.push(...made.suggestions.map((one) => ({ ...one, where })))
      told.open.push(...made.open.map((one) => ({ ...one, where })))
      return made.blocks
    })
    return { ...section, blocks }
  })
  const placed = placement.placed.map((one) => ({
    ...one,
    ...(counts.get(one.heading.key) ?? { bound: 0, references: 0 }),
  }))
  return { placed, sections, attachments, ...told }
}

/** Attachments of the file that have a section of their own: new ones, and those of the report's list that had no text yet. */
function newAttachments({ receiving }: Placement, report: FinalReport, newId: () => string): ImportPlan['attachments'] {
  const known = new Map(report.attachments.map((one) => [nameKey(one.label), one]))
  const taken = new Set<string>()
  return receiving.flatMap(({ id: sectionId, stands, kind, title: heading }): ImportPlan['attachments'] => {
    const [, label = '', title = ''] = attachmentName.exec(heading) ?? []
    const key = nameKey(label)
    if (stands !== null || kind !== 'attachment' || label === '' || taken.has(key)) return []
    taken.add(key)
    const listed = known.get(key)
    if (!listed) return [{ id: newId(), label, title, sectionId, isNew: true }]
    const { id } = listed
    return listed.sectionId === null ? [{ id, label: listed.label, title: listed.title, sectionId, isNew: false }] : []
  })
}

/** Everything that a reference of the file can lead to once it is taken in, and what stands in the report already. */
function targetsOf(
  { placed, receiving }: Placement,
  report: FinalReport,
  attachments: ImportPlan['attachments'],
  idOf: (part: WrittenPart) => string,
): Targets {
  const targets: Targets = { anchors: new Map(), names: new Map(), chapters: new Map() }
  for (const { heading, id } of placed) {
    if (id === null) continue
    const { number, title } = heading
    const named = { target: { to: 'section' as const, id }, number, title }
    for (const anchor of heading.anchors) addName(targets.anchors, anchor, named)
    if (number !== null) {
      addName(targets.chapters, number, named)
      addName(targets.anchors, number, named)
    }
  }
  for (const { parts, standing } of receiving) {
    if (standing === 'keep') continue
    for (const { part } of parts) {
      if (part.kind !== 'table' && part.kind !== 'image' && part.kind !== 'models') continue
      const { caption } = part
      // What has no number is not referred to by one.
      if (!caption || caption.label === null) continue
      const named = {
        target: { to: 'block' as const, id: idOf(part) },
        number: null,
        title: caption.label,
      }
      for (const anchor of caption.anchors) addName(targets.anchors, anchor, named)
      addName(targets.names, nameKey(caption.label), named)
    }
  }
  for (const { id, label } of [...report.attachments, ...attachments.filter(({ isNew }) => isNew)]) {
    addName(targets.names, nameKey(label), { target: { to: 'attachment', id }, number: null, title: label })
  }
  // Chapters of the report that the file does not have may be referred to as well.
  for (const { id, number, title } of report.sections) {
    if (number !== null && !targets.chapters.has(number))
      addName(targets.chapters, number, { target: { to: 'section', id }, number, title })
  }
  return targets
}

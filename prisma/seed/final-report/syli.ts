import { randomUUIDv7 } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { loadBoundData } from '@/lib/final-report/bindings/queries'
import { contentSchemas } from '@/lib/final-report/blocks/schema'
import { createReport } from '@/lib/final-report/commands'
import type { Tx } from '@/lib/platform/db'
import { readFacts } from '../facts/read.ts'
import type { NarrativeSection, SyliNarrative, SyliReportFacts } from '../facts/syli-report.ts'
import type { Place } from '../ids.ts'
import { draftsOf, type Known, type Named } from './syli-blocks.ts'
import { knownOf } from './syli-known.ts'
import { templateKey } from './template.ts'

/** The second county's final report, whole: begun from the template and written, its numbers bound to the register. */
export function loadSyliFinalReport(viewer: Viewer, place: Place): Promise<{ sections: number; blocks: number }> {
  const { report, sections } = readFacts<SyliNarrative>('syli-narrative.json')
  const facts = readFacts<SyliReportFacts>('syli.json')
  return asViewer(
    viewer,
    async (tx) => {
      const made = await createReport(viewer, { projectKey: 'syli', templateKey })
      if (!made.ok) throw new Error(`no final report: ${made.reason}`)
      const { reportId } = made.value
      await tx.finalReport.update({ where: { id: reportId }, data: { title: report.title }, select: { id: true } })
      const named = await nameRows(tx, reportId, sections, facts)
      await placeSections(tx, { reportId, sections, facts, named, place })
      const data = await loadBoundData(viewer, place.projectId)
      const known = knownOf({ facts, sections, named, place, data })
      return { sections: sections.length, blocks: await writeBlocks(tx, { sections, named, known, place }) }
    },
    { seconds: 60 },
  )
}

/** Sections of the template are there already and keep their ids; everything else gets one here, to be referred to. */
async function nameRows(
  tx: Tx,
  reportId: string,
  sections: readonly NarrativeSection[],
  facts: SyliReportFacts,
): Promise<Named> {
  const begun = await tx.finalReportSection.findMany({
    where: { reportId },
    select: { id: true, templateSection: { select: { key: true } } },
  })
  const ofTemplate = new Map(begun.map((row) => [row.templateSection?.key, row.id]))
  const captions = sections.flatMap(({ blocks }) => blocks.flatMap((block) => ('label' in block ? block.label : [])))
  const make = (names: readonly string[]) => new Map(names.map((name) => [name, randomUUIDv7() as string]))
  return {
    section: new Map([...make(sections.map(({ id }) => id))].map(([key, id]) => [key, ofTemplate.get(key) ?? id])),
    captioned: make(captions),
    attachment: make(facts.attachments.map(({ label }) => label)),
  }
}

type Sections = {
  reportId: string
  sections: readonly NarrativeSection[]
  facts: SyliReportFacts
  named: Named
  place: Place
}

/** The project's own sections among those of the template, in the order of the written report, and the attachments' entries. */
async function placeSections(tx: Tx, { reportId, sections, facts, named, place }: Sections): Promise<void> {
  const { organisationId } = place
  const modelOf = (section: NarrativeSection) => {
    const index = facts.toimintamallit.findIndex((model) => model.section_id === section.id)
    return section.kind === 'toimintamalli' && index >= 0 ? place.ids('toimintamalli', String(index)) : null
  }
  const rows = sections.map((section, sort) => ({
    id: named.section.get(section.id) ?? '',
    sort,
    state: section.blocks.length > 0 ? ('ready' as const) : ('empty' as const),
    section,
  }))
  const begun = await tx.finalReportSection.findMany({ where: { reportId }, select: { id: true } })
  const there = new Set(begun.map(({ id }) => id))
  await tx.finalReportSection.createMany({
    data: rows
      .filter(({ id }) => !there.has(id))
      .map(({ section, ...row }) => ({
        ...row,
        organisationId,
        reportId,
        parentId: section.parent ? (named.section.get(section.parent) ?? null) : null,
        kind: section.kind,
        number: section.number,
        title: section.heading,
        toimintamalliId: modelOf(section),
      })),
  })
  const moved = rows.filter(({ id }) => there.has(id))
  await tx.$executeRaw`
    UPDATE "FinalReportSection" s SET sort = v.sort, state = v.state::"SectionState"
      FROM unnest(${moved.map(({ id }) => id)}::uuid[], ${moved.map(({ sort }) => sort)}::int[],
                  ${moved.map(({ state }) => state)}::text[]) AS v(id, sort, state)
     WHERE s.id = v.id`
  await tx.finalReportAttachment.createMany({
    data: facts.attachments.map(({ label, title, kind, present_in_text: present }, sort) => ({
      id: named.attachment.get(label),
      organisationId,
      reportId,
      label,
      title,
      kind,
      note: present ? null : 'Liitteen tekstiä ei ole aineistossa.',
      sort,
      sectionId: named.section.get(label) ?? null,
    })),
  })
}

type Text = { sections: readonly NarrativeSection[]; named: Named; known: Known; place: Place }

/** All blocks and their bindings in two statements. */
async function writeBlocks(tx: Tx, { sections, named, known, place }: Text): Promise<number> {
  const { organisationId } = place
  const all = sections.flatMap((section) =>
    section.blocks
      .flatMap((block) => draftsOf(block, section.id, known))
      .map((draft, sort) => ({
        draft,
        id: (draft.name && named.captioned.get(draft.name)) ?? randomUUIDv7(),
        sectionId: named.section.get(section.id) ?? '',
        sort,
      })),
  )
  await tx.finalReportBlock.createMany({
    data: all.map(({ draft, ...row }) => ({
      ...row,
      organisationId,
      type: draft.type,
      content: contentSchemas[draft.type].parse(draft.content) as Prisma.InputJsonValue,
    })),
  })
  await tx.blockBinding.createMany({
    data: all.flatMap(({ draft, id }) =>
      draft.bindings.map((binding, sort) => ({ ...binding, organisationId, blockId: id, sort })),
    ),
  })
  return all.length
}

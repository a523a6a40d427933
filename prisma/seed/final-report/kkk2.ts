import { randomUUIDv7 } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { type BlockType, type Run, unbound } from '@/lib/final-report/blocks/model'
import { contentSchemas } from '@/lib/final-report/blocks/schema'
import { createReport } from '@/lib/final-report/commands'
import type { BindingDraft } from '@/lib/final-report/editing/model'
import { findReport } from '@/lib/final-report/queries'
import type { IndicatorRow } from '@/lib/indicators/model'
import { listIndicators } from '@/lib/indicators/queries'
import { listInvestments } from '@/lib/investments/queries'
import { findProject } from '@/lib/projects/queries'
import type { BlockSpec, Piece, SectionSpec, Words } from './content.ts'
import { kkk2Sections } from './kkk2-text.ts'
import { templateKey } from './template.ts'

type Known = {
  organisationId: string
  indicator(sourceId: string): IndicatorRow
  investment(sourceId: string): string
  /** Ids of captioned blocks, made in advance so that a text may refer to a later one */
  block(name: string): string
}

/** The demo project's final report: begun from the template, the chapters of investment 1 written. Everything in one transaction. */
export function loadKkk2FinalReport(viewer: Viewer): Promise<{ sections: number; blocks: number }> {
  return asViewer(
    viewer,
    async (tx) => {
      const made = await createReport(viewer, { projectKey: 'kkk2', templateKey })
      const project = await findProject(viewer, 'kkk2')
      const report = project && (await findReport(viewer, project.id))
      if (!made.ok || !report) throw new Error(`no final report: ${made.ok ? 'not found' : made.reason}`)
      const known = await knownOf(viewer, project)
      let blocks = 0
      for (const spec of kkk2Sections) {
        const section = report.sections.find((one) => one.templateKey === spec.place)
        if (!section) throw new Error(`the template has no ${spec.place}`)
        const rows = [
          ...blockRows(spec.blocks, section.id, known),
          ...(await ownSections(
            tx,
            spec,
            { reportId: made.value.reportId, parentId: section.id, after: report.sections.length },
            known,
          )),
        ]
        for (const data of rows) await tx.finalReportBlock.create({ data })
        await tx.finalReportSection.update({ where: { id: section.id }, data: { state: 'draft' } })
        blocks += rows.length
      }
      return { sections: report.sections.length, blocks }
    },
    { seconds: 60 },
  )
}

async function knownOf(viewer: Viewer, { id, organisationId }: { id: string; organisationId: string }): Promise<Known> {
  const indicators = new Map((await listIndicators(viewer, id)).map((row) => [row.sourceId, row]))
  const investments = new Map((await listInvestments(viewer, id)).map((row) => [row.sourceId, row.id]))
  const specs = kkk2Sections.flatMap((section) => [
    ...section.blocks,
    ...(section.own ?? []).flatMap((own) => own.blocks),
  ])
  const names = specs.flatMap((block) => ('name' in block ? [block.name] : []))
  const blocks = new Map(names.map((name) => [name, randomUUIDv7() as string]))
  return {
    organisationId,
    indicator: (sourceId) => found(indicators.get(sourceId), sourceId),
    investment: (sourceId) => found(investments.get(sourceId), sourceId),
    block: (name) => found(blocks.get(name), name),
  }
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the demo report names ${name}, which is not in the data`)
  return value
}

type OwnPlace = { reportId: string; parentId: string; after: number }

async function ownSections(tx: Prisma.TransactionClient, spec: SectionSpec, place: OwnPlace, known: Known) {
  const rows: BlockRow[] = []
  for (const [index, own] of (spec.own ?? []).entries()) {
    const section = await tx.finalReportSection.create({
      data: {
        organisationId: known.organisationId,
        reportId: place.reportId,
        parentId: place.parentId,
        kind: own.kind,
        title: own.title,
        state: 'draft',
        sort: place.after + index,
      },
      select: { id: true },
    })
    rows.push(...blockRows(own.blocks, section.id, known))
  }
  return rows
}

type BlockRow = Prisma.FinalReportBlockUncheckedCreateInput

function blockRows(specs: readonly BlockSpec[], sectionId: string, known: Known): BlockRow[] {
  return specs.map((spec, sort) => {
    const bindings: BindingDraft[] = []
    const content = contentSchemas[spec.type as BlockType].parse(contentOf(spec, bindings, known))
    return {
      ...('name' in spec && { id: known.block(spec.name) }),
      organisationId: known.organisationId,
      sectionId,
      type: spec.type,
      content: content as Prisma.InputJsonValue,
      sort,
      bindings: {
        create: bindings.map((binding, at) => ({ ...binding, sort: at, organisationId: known.organisationId })),
      },
    }
  })
}

function contentOf(spec: BlockSpec, bindings: BindingDraft[], known: Known): unknown {
  if (spec.type === 'paragraph') return { runs: runsOf(spec.words, bindings, known) }
  if (spec.type === 'list') return { ordered: false, items: spec.items.map((words) => runsOf(words, bindings, known)) }
  if (spec.type === 'links') return { items: spec.items }
  if (spec.type === 'chart') {
    bindings.push({ ...unbound, source: 'indicator', indicatorId: known.indicator(spec.indicator).id })
    return { caption: spec.caption }
  }
  bindings.push({ ...unbound, source: 'investment', investmentId: known.investment(spec.investment) })
  return { caption: spec.caption, ...(spec.pick && { pick: spec.pick }) }
}

function runsOf(words: Words, bindings: BindingDraft[], known: Known): Run[] {
  return words.map((word): Run => {
    if (typeof word === 'string') return { kind: 'text', text: word }
    if (word.kind === 'link') return word
    if (word.kind === 'reference') return { kind: 'reference', target: { to: 'block', id: known.block(word.block) } }
    bindings.push(bindingOf(word, known))
    return { kind: 'number', binding: bindings.length - 1, ...('bare' in word && word.bare && { bare: true }) }
  })
}

function bindingOf(piece: Extract<Piece, { kind: 'measured' | 'target' | 'investment' }>, known: Known): BindingDraft {
  if (piece.kind === 'investment')
    return { ...unbound, source: piece.source, investmentId: known.investment(piece.investment) }
  const { measurements, targets } = known.indicator(piece.indicator)
  if (piece.kind === 'measured') {
    const rows = measurements.filter((row) => row.role === 'actual')
    return { ...unbound, source: 'measurement', measurementId: found(rows[piece.index], piece.indicator).id }
  }
  return {
    ...unbound,
    source: 'target',
    targetId: found(
      targets.find((row) => row.role === piece.role),
      piece.indicator,
    ).id,
  }
}

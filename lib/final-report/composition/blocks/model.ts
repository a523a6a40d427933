import { type BoundData, boundScope } from '@/lib/final-report/bindings/model'
import {
  type BlockContent,
  isAddress,
  type PlanType,
  planTypes,
  type ReportBlock,
  type Run,
  type ScopedType,
  scopedTypes,
} from '@/lib/final-report/blocks/model'
import type { DocumentBlock, DocumentInline } from '@/lib/final-report/document/model'
import { indicatorFigure } from '@/lib/final-report/figures/model'
import { boundNumber } from '@/lib/final-report/numbers/model'
import { anchorOf, type Composition, labelOf, referenceText } from '@/lib/final-report/references/model'
import { breakdownTable } from '@/lib/final-report/tables/breakdown/model'
import { boundTable, freeTable } from '@/lib/final-report/tables/model'
import { planTable } from '@/lib/final-report/tables/plan/model'

/**
 * One block as it is read. Whatever cannot be resolved becomes a fault that says what is missing.
 * @param level of the section the block stands in
 * @param place added to the block's anchor where the block stands a second time
 */
export function composeBlock(block: ReportBlock, composition: Composition, level: number, place = ''): DocumentBlock {
  const id = anchorOf('block', block.id) + place
  const { t } = composition
  const problem = (key: string): DocumentBlock => ({ kind: 'problem', id, text: t(`finalReport.problem.${key}`) })
  const inlines = (runs: readonly Run[]) => runs.flatMap((run) => composeRun(run, block, composition) ?? [])
  if (isScoped(block)) return composeTable(block, id, composition)
  if (isOfPlan(block)) return composePlanTable(block, id, composition)
  switch (block.type) {
    case 'paragraph':
      return { kind: 'paragraph', id, inlines: inlines(block.content.runs) }
    case 'heading':
      return { kind: 'heading', id, level: level + block.content.level, text: block.content.text }
    case 'quote':
      return { kind: 'quote', id, inlines: inlines(block.content.runs), attribution: block.content.attribution }
    case 'list':
      return { kind: 'list', id, ordered: block.content.ordered, items: block.content.items.map(inlines) }
    case 'links':
      return { kind: 'links', id, items: block.content.items }
    case 'bound_number':
      return {
        kind: 'paragraph',
        id,
        inlines: [{ kind: 'text', text: `${block.content.label}: ` }, ...inlines([{ kind: 'number', binding: 0 }])],
      }
    case 'cross_reference':
      return { kind: 'paragraph', id, inlines: inlines([{ kind: 'reference', target: block.content.target }]) }
    case 'attachment_reference':
      return {
        kind: 'paragraph',
        id,
        inlines: inlines([{ kind: 'reference', target: { to: 'attachment', id: block.content.attachmentId } }]),
      }
    case 'free_table': {
      const { caption } = block.content
      return { kind: 'table', id, label: labelOf(block.id, composition), caption, ...freeTable(block.content, t) }
    }
    case 'breakdown_table': {
      const table = breakdownTable(composition.data, block.bindings, t)
      const { caption } = block.content
      return table
        ? { kind: 'table', id, label: labelOf(block.id, composition), caption, ...table }
        : problem('breakdown')
    }
    case 'chart':
      return composeFigure(block, id, composition) ?? problem('chart')
    case 'toimintamalli':
      return composeToimintamalli(block.content.toimintamalliId, id, composition.data) ?? problem('toimintamalli')
    case 'image': {
      const { caption, alt, description = null } = block.content
      const notes = block.file ? [] : [t('finalReport.note.noPicture')]
      const label = labelOf(block.id, composition)
      return { kind: 'image', id, label, caption, alt, description, notes, source: '', file: block.file }
    }
    case 'unreadable':
      return problem('unreadable')
  }
}

type Of<T> = Extract<ReportBlock, { type: T }>

function isScoped(block: ReportBlock): block is Of<ScopedType> {
  return scopedTypes.some((type) => type === block.type)
}

function isOfPlan(block: ReportBlock): block is Of<PlanType> {
  return planTypes.some((type) => type === block.type)
}

function composeTable(block: Of<ScopedType>, id: string, composition: Composition): DocumentBlock {
  const { data, t } = composition
  const pick = block.type === 'indicator_table' ? block.content.pick : 'national'
  const listed = block.type === 'toimintamalli_table' && block.content.listed === true
  const scope = boundScope(data, block.bindings)
  if (!scope) return { kind: 'problem', id, text: t('finalReport.problem.scope') }
  const table = boundTable(block.type, { data, scope, pick, listed, bindings: block.bindings, t })
  if (table.rows.length === 0)
    return { kind: 'problem', id, text: t('finalReport.problem.emptyTable', { caption: block.content.caption }) }
  return { kind: 'table', id, label: labelOf(block.id, composition), caption: block.content.caption, ...table }
}

/** A table of the plan's data. What it is a table of may be gone, or nothing may be recorded of it. */
function composePlanTable(block: Of<PlanType>, id: string, composition: Composition): DocumentBlock {
  const { t } = composition
  const { caption } = block.content
  const table = planTable(block, composition.data, t)
  if (typeof table === 'string') return { kind: 'problem', id, text: t(table) }
  if (table.rows.length === 0) return { kind: 'problem', id, text: t('finalReport.problem.emptyTable', { caption }) }
  return { kind: 'table', id, label: labelOf(block.id, composition), caption, ...table }
}

function composeFigure(block: Of<'chart'>, id: string, composition: Composition): DocumentBlock | null {
  const bound = block.bindings.find((binding) => binding.source === 'indicator')
  const indicator = composition.data.indicators.find((row) => row.id === bound?.indicatorId)
  const figure = indicator && indicatorFigure(indicator, block.id, composition.t)
  return figure
    ? { kind: 'figure', id, label: labelOf(block.id, composition), caption: block.content.caption, ...figure }
    : null
}

function composeToimintamalli(toimintamalliId: string, id: string, data: BoundData): DocumentBlock | null {
  const row = data.toimintamallit.find((one) => one.id === toimintamalliId)
  if (!row) return null
  const texts = [...row.goals, ...row.results]
  return {
    kind: 'list',
    id,
    ordered: false,
    items: [
      [
        isAddress(row.innokylaUrl)
          ? { kind: 'link', text: row.name, address: row.innokylaUrl }
          : { kind: 'text', text: row.name },
      ],
      ...texts.map((text): DocumentInline[] => [{ kind: 'text', text }]),
    ],
  }
}

function composeRun(
  run: Run,
  block: BlockContent & Pick<ReportBlock, 'bindings'>,
  composition: Composition,
): DocumentInline | null {
  const { data, t } = composition
  switch (run.kind) {
    case 'text':
      return { kind: 'text', text: run.text, ...(run.mark && { mark: run.mark }) }
    // What a typed number means is for the check, not for the reader.
    case 'source':
      return null
    case 'note':
      return { kind: 'note', text: run.text }
    case 'link':
      return { kind: 'link', text: run.text, address: run.address }
    case 'number': {
      const binding = block.bindings.find(({ sort }) => sort === run.binding)
      const number = binding && boundNumber(binding, data, t, run.digits ? 'digits' : run.bare ? 'bare' : 'full')
      return number ? { kind: 'number', ...number } : { kind: 'problem', text: t('finalReport.problem.number') }
    }
    case 'reference': {
      const text = referenceText(run.target, composition, run.bare)
      if (text === null) return { kind: 'problem', text: t('finalReport.problem.reference') }
      if (run.target.to === 'attachment') return attachmentName(run.target.id, text, composition)
      return { kind: 'reference', text, target: anchorOf(run.target.to, run.target.id) }
    }
  }
}

/** The name of an attachment; it leads to the section that holds its text, when there is one. */
export function attachmentName(id: string, text: string, { report }: Pick<Composition, 'report'>): DocumentInline {
  const place = report.attachments.find((one) => one.id === id)?.sectionId
  const held = place && report.sections.some((section) => section.id === place)
  return held ? { kind: 'reference', text, target: anchorOf('section', place) } : { kind: 'text', text }
}

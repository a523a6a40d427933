import { type BoundData, boundScope } from '@/lib/final-report/bindings/model'
import {
  type Binding,
  isAddress,
  type ReferenceTarget,
  type ReportBlock,
  type Run,
} from '@/lib/final-report/blocks/model'
import type { CheckedBlock, CheckedLine, CheckedPiece, CheckedSource } from '@/lib/final-report/check/model'
import { shownUse } from '@/lib/final-report/check/stored/data/model'
import { composeBlock } from '@/lib/final-report/composition/blocks/model'
import type { DocumentBlock, DocumentCell } from '@/lib/final-report/document/model'
import { boundMeasurement, boundNumber } from '@/lib/final-report/numbers/model'
import { type Composition, labelOf, referenceText } from '@/lib/final-report/references/model'
import { shownToimintamallit } from '@/lib/final-report/tables/toimintamallit/model'

/** A block of the stored report as the check reads it; null when there is nothing that could be read. */
export function checkedBlock(block: ReportBlock, composition: Composition): CheckedBlock | null {
  const { id } = block
  const line = (runs: readonly Run[]): CheckedLine =>
    runs.flatMap((run) => pieceOf(run, block.bindings, composition) ?? [])
  const text = (form: 'paragraph' | 'list' | 'quote' | 'heading', lines: CheckedLine[]): CheckedBlock => ({
    type: 'text',
    id,
    form,
    lines,
  })
  switch (block.type) {
    case 'paragraph':
    case 'quote':
      return text(block.type, [line(block.content.runs)])
    case 'list':
      return text('list', block.content.items.map(line))
    case 'heading':
      return text('heading', [[{ kind: 'text', text: block.content.text }]])
    case 'bound_number':
      return text('paragraph', [
        [{ kind: 'text', text: `${block.content.label}: ` }, ...line([{ kind: 'number', binding: 0 }])],
      ])
    case 'cross_reference':
      return text('paragraph', [line([{ kind: 'reference', target: block.content.target }])])
    case 'attachment_reference':
      return text('paragraph', [
        line([{ kind: 'reference', target: { to: 'attachment', id: block.content.attachmentId } }]),
      ])
    case 'links':
      return { type: 'links', id, items: block.content.items }
    case 'image': {
      const { caption, alt } = block.content
      return {
        type: 'figure',
        ...captionOf(id, caption, composition),
        alt: alt || null,
        content: block.file?.sha256 ?? null,
      }
    }
    case 'toimintamalli_table':
      return modelTable(block, composition)
    default:
      return composed(block, composition)
  }
}

type Of<T> = Extract<ReportBlock, { type: T }>

function captionOf(id: string, caption: string, composition: Composition) {
  return { id, label: labelOf(id, composition) || null, caption }
}

function modelTable(block: Of<'toimintamalli_table'>, composition: Composition): CheckedBlock | null {
  const { data, t } = composition
  const scope = boundScope(data, block.bindings)
  if (!scope) return null
  const rows = shownToimintamallit(data, scope, { listed: block.content.listed === true, bindings: block.bindings })
  return {
    type: 'models',
    ...captionOf(block.id, block.content.caption, composition),
    rows: rows.map((row) => ({
      modelId: row.id,
      piloted: shownUse(row.piloted, t),
      stayedInUse: shownUse(row.stayedInUse, t),
      address: isAddress(row.innokylaUrl) ? row.innokylaUrl : null,
    })),
  }
}

/** Tables, charts and what is told of a toimintamalli: as the reader sees them. */
function composed(block: ReportBlock, composition: Composition): CheckedBlock | null {
  const drawn: DocumentBlock = composeBlock(block, composition, 1)
  const { id } = block
  switch (drawn.kind) {
    case 'table':
      return {
        type: 'table',
        id,
        label: drawn.label || null,
        caption: drawn.caption,
        bound: block.type !== 'free_table',
        columns: drawn.columns.map(({ header }) => header),
        rows: drawn.rows.map(cellsOf),
        total: drawn.total && cellsOf(drawn.total),
      }
    case 'figure': {
      const subject = block.bindings.find(({ source }) => source === 'indicator')?.indicatorId ?? null
      return {
        type: 'figure',
        id,
        label: drawn.label || null,
        caption: drawn.caption,
        alt: drawn.alt,
        content: subject,
      }
    }
    case 'list':
      return {
        type: 'text',
        id,
        form: 'list',
        lines: drawn.items.map((item) =>
          item.flatMap((inline): CheckedPiece[] => {
            if (inline.kind === 'link') return [{ kind: 'link', text: inline.text, address: inline.address }]
            return 'text' in inline ? [{ kind: 'text', text: inline.text }] : []
          }),
        ),
      }
    default:
      return null
  }
}

function cellsOf(cells: readonly DocumentCell[]): (string | null)[] {
  return cells.map(({ text, unknown }) => (unknown ? null : text))
}

function pieceOf(run: Run, bindings: readonly Binding[], composition: Composition): CheckedPiece | null {
  const { data, t } = composition
  const bindingOf = (sort: number) => bindings.find((binding) => binding.sort === sort)
  switch (run.kind) {
    case 'text':
      return { kind: 'text', text: run.text }
    case 'link':
      return { kind: 'link', text: run.text, address: run.address }
    case 'number': {
      const binding = bindingOf(run.binding)
      const form = run.digits ? 'digits' : run.bare ? 'bare' : 'full'
      const shown = binding && boundNumber(binding, data, t, form)
      return {
        kind: 'number',
        text: shown?.text ?? t('finalReport.problem.number'),
        source: binding ? sourceOf(binding, data) : null,
      }
    }
    case 'source': {
      const binding = bindingOf(run.binding)
      const source = binding ? sourceOf(binding, data) : null
      return source && { kind: 'source', source }
    }
    case 'note':
      return null
    case 'reference':
      return reference(run.target, run.bare === true, composition)
  }
}

/** What a number of the data is a number of; null when it is a sum or its subject is gone. */
function sourceOf(binding: Binding, data: BoundData): CheckedSource | null {
  if (binding.source === 'target') {
    const indicator = data.indicators.find((row) => row.targets.some(({ id }) => id === binding.targetId))
    return indicator ? { measureId: indicator.id, measurementId: null } : null
  }
  const bound = boundMeasurement(binding, data)
  return bound && { measureId: bound.indicator.id, measurementId: bound.row.id }
}

function reference(target: ReferenceTarget, bare: boolean, composition: Composition): CheckedPiece {
  const label = referenceText(target, composition, bare)
  const to = target.to === 'block' ? (composition.numbers.get(target.id)?.kind ?? 'figure') : target.to
  return {
    kind: 'reference',
    to,
    label: label ?? composition.t('finalReport.problem.reference'),
    targetId: label === null ? null : target.id,
  }
}

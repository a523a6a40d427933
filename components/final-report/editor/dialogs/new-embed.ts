import type { EditorChoices } from '@/components/final-report/editor/choices'
import { type Binding, subjectBinding, subjectText } from '@/lib/final-report/blocks/model'
import type { EmbeddedBlock } from '@/lib/final-report/editor/model'

export type Kind = {
  /** What is chosen from; nothing for what shows a whole part of the data */
  from?: Exclude<keyof EditorChoices, 'numbers' | 'references'>
  multiple?: boolean
  /** Whether it may show a part of the project only */
  scoped?: boolean
}

/** What can be put between the texts, in the order it is offered. */
export const insertKinds = {
  free_table: {},
  image: {},
  links: {},
  chart: { from: 'charts' },
  national_indicators: { scoped: true },
  measured_indicators: { scoped: true },
  chosen_indicators: { from: 'indicators', multiple: true },
  breakdown_table: { from: 'breakdowns' },
  toimintamalli_table: { scoped: true },
  toimintamalli: { from: 'models' },
  budget_table: { scoped: true },
  purchase_table: { scoped: true },
  plan_changes: { scoped: true },
  decisions: { from: 'decisions', multiple: true },
  phase_table: { from: 'phases' },
  cost_table: { from: 'costs', scoped: true },
  person_month_table: { scoped: true },
  risk_table: {},
  attachment_reference: { from: 'attachments' },
} as const satisfies Record<string, Kind>
export type InsertKind = keyof typeof insertKinds

/** The block that is put in, its caption still to be written. */
export function newEmbed(
  kind: InsertKind,
  { chosen, scope }: { chosen: readonly string[]; scope: string },
): EmbeddedBlock {
  const [first = ''] = chosen
  const bound = (subjects: readonly string[]): Binding[] =>
    subjects.flatMap((subject, sort) => {
      const binding = subjectBinding(subject)
      return binding ? [{ sort, ...binding }] : []
    })
  const base = { bindings: scope === '' ? [] : bound([scope]), file: null, from: null }
  const caption = ''
  const scoped = base.bindings.length > 0 ? ({ scoped: true } as const) : {}
  switch (kind) {
    case 'free_table':
      return { ...base, type: kind, content: { caption, columns: ['', ''], rows: [['', '']] }, bindings: [] }
    case 'image':
      return { ...base, type: kind, content: { caption, alt: '' }, bindings: [] }
    case 'links':
      return { ...base, type: kind, content: { items: [{ text: '', address: '' }] }, bindings: [] }
    case 'chart':
      return { ...base, type: kind, content: { caption }, bindings: bound([subjectText('indicator', first)]) }
    case 'breakdown_table':
      return { ...base, type: kind, content: { caption }, bindings: bound([subjectText('measurement', first)]) }
    case 'national_indicators':
      return { ...base, type: 'indicator_table', content: { caption, pick: 'national' } }
    case 'measured_indicators':
      return { ...base, type: 'indicator_table', content: { caption, pick: 'measured' } }
    case 'chosen_indicators': {
      const bindings = bound(chosen.map((id) => subjectText('indicator', id)))
      return { ...base, type: 'indicator_table', content: { caption, pick: 'chosen' }, bindings }
    }
    case 'decisions': {
      const bindings = bound(chosen.map((id) => subjectText('decision', id)))
      return { ...base, type: 'decision_list', content: { caption }, bindings }
    }
    case 'plan_changes':
      return { ...base, type: 'decision_list', content: { caption } }
    case 'toimintamalli':
      return { ...base, type: kind, content: { toimintamalliId: first }, bindings: [] }
    case 'attachment_reference':
      return { ...base, type: kind, content: { attachmentId: first }, bindings: [] }
    case 'phase_table':
      return { ...base, type: kind, content: { caption }, bindings: bound([subjectText('work_package', first)]) }
    case 'cost_table':
      return { ...base, type: kind, content: { caption, budgetId: first, ...scoped } }
    case 'person_month_table':
      return { ...base, type: kind, content: { caption, ...scoped } }
    case 'risk_table':
      return { ...base, type: kind, content: { caption }, bindings: [] }
    case 'toimintamalli_table':
    case 'budget_table':
    case 'purchase_table':
      return { ...base, type: kind, content: { caption } }
  }
}

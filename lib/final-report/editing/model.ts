import type { Binding, BlockContent, ReferenceTarget, ReportBlock, Run } from '@/lib/final-report/blocks/model'
import { boundNumbers, editedContent, isTyped, linesOf } from '@/lib/final-report/text/model'
import { type FieldErrors, fail, ok, type Result } from '@/lib/values/result'

export type BindingDraft = Omit<Binding, 'sort'>

/** A block to be made, with what it is bound to. */
export type NewBlock = Exclude<BlockContent, { type: 'unreadable' }> & { bindings: BindingDraft[] }

/** What is done to a section beside saving its texts. */
export type Step =
  | { kind: 'move'; blockId: string; by: -1 | 1 }
  | { kind: 'remove'; blockId: string }
  | { kind: 'add'; block: NewBlock }
  | { kind: 'number'; blockId: string; binding: BindingDraft }
  | { kind: 'reference'; blockId: string; target: ReferenceTarget }

/** Typed texts by the id of their block, and the steps taken after saving them. */
export type Edit = { texts: Readonly<Record<string, string>>; steps: readonly Step[] }

/** A block as it shall be; without an id it is new. */
export type DraftBlock = BlockContent & { id: string | null; bindings: Binding[] }

/** Name of a block's text field; errors stand under the same name. */
const textField = (blockId: string): string => `text/${blockId}`

/**
 * The blocks of a section after an edit, in order. Nothing is changed half: a text that cannot be read refuses the whole edit.
 * Reasons: INVALID with the fields at fault, NOT_FOUND when a step names a block that is not there.
 */
export function applyEdit(
  blocks: readonly ReportBlock[],
  { texts, steps }: Edit,
): Result<DraftBlock[], 'INVALID' | 'NOT_FOUND'> {
  const fields: FieldErrors = {}
  const drafts: DraftBlock[] = blocks.map((block) => {
    const text = texts[block.id]
    // The text of a block that goes need not be readable any more.
    const goes = steps.some((step) => step.kind === 'remove' && step.blockId === block.id)
    if (text === undefined || !isTyped(block) || goes) return block
    const edited = editedContent(block, text)
    if (edited.ok) return { ...block, content: edited.value } as DraftBlock
    fields[textField(block.id)] = edited.reason === 'EMPTY' ? 'finalReport.error.empty' : 'finalReport.error.mark'
    return block
  })
  if (Object.keys(fields).length > 0) return fail('INVALID', fields)
  const stepped = steps.reduce<DraftBlock[] | null>((before, step) => before && takeStep(before, step), drafts)
  return stepped ? ok(stepped.map(withoutLooseBindings)) : fail('NOT_FOUND')
}

function takeStep(drafts: DraftBlock[], step: Step): DraftBlock[] | null {
  if (step.kind === 'add') {
    const { bindings, ...content } = step.block
    return [...drafts, { ...content, id: null, bindings: bindings.map((binding, sort) => ({ ...binding, sort })) }]
  }
  const at = drafts.findIndex((draft) => draft.id === step.blockId)
  const draft = drafts[at]
  if (!draft) return null
  if (step.kind === 'remove') return drafts.toSpliced(at, 1)
  if (step.kind === 'move') return drafts.toSpliced(at, 1).toSpliced(Math.max(0, at + step.by), 0, draft)
  const extended =
    step.kind === 'number'
      ? withNumber(draft, step.binding)
      : withRun(draft, { kind: 'reference', target: step.target })
  return extended ? drafts.with(at, extended) : null
}

/** The number stands last in the text, to be moved from there by its mark. */
function withNumber(draft: DraftBlock, binding: BindingDraft): DraftBlock | null {
  const sort = Math.max(-1, ...draft.bindings.map((one) => one.sort)) + 1
  return withRun({ ...draft, bindings: [...draft.bindings, { ...binding, sort }] }, { kind: 'number', binding: sort })
}

function withRun(draft: DraftBlock, run: Run): DraftBlock | null {
  const lines = linesOf(draft)
  if (!lines || draft.type === 'unreadable') return null
  const last = lines.at(-1) ?? []
  const longer = [...last, { kind: 'text', text: ' ' } as const, run]
  if (draft.type === 'list') return { ...draft, content: { ...draft.content, items: [...lines.slice(0, -1), longer] } }
  return { ...draft, content: { ...draft.content, runs: longer } } as DraftBlock
}

/** A number taken out of the text takes its binding along. */
function withoutLooseBindings(draft: DraftBlock): DraftBlock {
  const lines = linesOf(draft)
  if (!lines) return draft
  const shown = boundNumbers(lines)
  return { ...draft, bindings: draft.bindings.filter((binding) => shown.has(binding.sort)) }
}

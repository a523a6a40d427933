import { numberKey, referenceKey, type Shown } from '@/components/final-report/editor/atoms'
import { type Binding, bindingText, type Run, type WrittenBlock } from '@/lib/final-report/blocks/model'
import { linesOf } from '@/lib/final-report/text/model'

/** A block in plain words, to be compared and copied: numbers and references as they are shown. */
export function plainText(block: WrittenBlock, shown: Shown, unknown: string): string {
  const lines = linesOf(block)
  if (lines) return lines.map((runs) => runs.map((run) => runText(run, block.bindings, shown)).join('')).join('\n')
  if (block.type === 'heading') return block.content.text
  if (block.type === 'unreadable') return ''
  const { content } = block
  if (block.type === 'links') return block.content.items.map((item) => `${item.text} ${item.address}`).join('\n')
  if (block.type === 'free_table') {
    const { caption, columns, rows, total, notes = [] } = block.content
    const cells = [columns, ...rows, ...(total ? [total] : [])].map((row) =>
      row.map((cell) => cell ?? unknown).join(' | '),
    )
    return [caption, ...cells, ...notes].join('\n')
  }
  if (block.type === 'image') {
    return [content, block.file?.name]
      .flatMap((part) =>
        typeof part === 'object' ? Object.values(part).filter((value) => typeof value === 'string') : (part ?? []),
      )
      .join('\n')
  }
  return 'caption' in content ? content.caption : 'label' in content ? content.label : ''
}

function runText(run: Run, bindings: readonly Binding[], shown: Shown): string {
  if (run.kind === 'reference') return shown.references[referenceKey({ ...run.target, bare: run.bare })] ?? '…'
  if (run.kind === 'note') return ` (${run.text})`
  if (run.kind === 'source') return ''
  if (run.kind !== 'number') return run.text
  const binding = bindings.find(({ sort }) => sort === run.binding)
  const subject = binding && bindingText(binding)
  return shown.numbers[numberKey({ subject, bare: run.bare, digits: run.digits })]?.text ?? '…'
}

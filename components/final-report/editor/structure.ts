import type { WrittenBlock } from '@/lib/final-report/blocks/model'
import { linesOf } from '@/lib/final-report/text/model'

/** What the numbers, previews and references of a report depend on in a section: everything but its typed words. */
export function structureOf(blocks: readonly WrittenBlock[]): string {
  return JSON.stringify(
    blocks.map((block) => {
      const runs = (linesOf(block) ?? []).flat().filter((run) => run.kind === 'number' || run.kind === 'reference')
      if (block.type === 'unreadable' || block.type === 'links') return block.type
      if (linesOf(block) || block.type === 'heading') return [runs, block.bindings]
      const { content } = block
      const shown = {
        pick: 'pick' in content ? content.pick : null,
        listed: 'listed' in content ? content.listed : null,
        numbered: 'numbered' in content,
      }
      return [block.id, block.type, block.bindings, shown]
    }),
  )
}

import type { ReactNode } from 'react'
import { DocumentBlockView } from '@/components/final-report/document-block'
import { Disclosure } from '@/components/ui/disclosure'
import type { BlockType, ReportBlock } from '@/lib/final-report/blocks/model'
import { captionText, type DocumentBlock } from '@/lib/final-report/document/model'
import { blockTypeLabels } from '@/lib/final-report/labels'
import { isTyped, linesOf, markText, textOfLines } from '@/lib/final-report/text/model'
import type { Words } from '@/lib/platform/words'

/** A block as the form shows it: a text to be typed, or a picture of what is bound. */
export type EditorBlock = {
  id: string
  /** "Kappale 2" */
  name: string
  moves: { up: string; down: string; remove: string }
  text: { value: string; marks: { mark: string; shows: string }[] } | null
  preview: ReactNode
}

/** The blocks of a section for its form. `documents` are the same blocks as composed, in the same order. */
export function editorBlocks(
  t: Words,
  blocks: readonly ReportBlock[],
  documents: readonly DocumentBlock[],
): EditorBlock[] {
  const counts = new Map<BlockType | 'unreadable', number>()
  return blocks.map((block, index): EditorBlock => {
    const number = (counts.get(block.type) ?? 0) + 1
    counts.set(block.type, number)
    const name = `${t(blockTypeLabels[block.type])} ${number}`
    const shown = documents[index]
    return {
      id: block.id,
      name,
      moves: {
        up: t('finalReport.editor.upNamed', { name }),
        down: t('finalReport.editor.downNamed', { name }),
        remove: t('finalReport.editor.removeNamed', { name }),
      },
      text: isTyped(block) ? { value: textOfLines(linesOf(block) ?? []), marks: marksShown(t, shown) } : null,
      preview: isTyped(block) || !shown ? null : <Preview shown={shown} t={t} />,
    }
  })
}

/** How everything that is not typed in the editor looks now, by the id of its block. */
export function editorPreviews(
  t: Words,
  blocks: readonly ReportBlock[],
  documents: readonly DocumentBlock[],
): Record<string, ReactNode> {
  return Object.fromEntries(
    blocks.flatMap((block, index): [string, ReactNode][] => {
      const shown = documents[index]
      const drawn = isTyped(block) || ['heading', 'links', 'free_table', 'image'].includes(block.type)
      return drawn || !shown ? [] : [[block.id, <Preview key={block.id} shown={shown} t={t} />]]
    }),
  )
}

const manyRows = 6

/** A long table is folded away: here it is only moved or removed. */
function Preview({ shown, t }: { shown: DocumentBlock; t: Words }) {
  const view = <DocumentBlockView block={shown} t={t} />
  if (shown.kind !== 'table' || shown.rows.length <= manyRows) return view
  const summary = t('finalReport.editor.longTable', { caption: captionText(shown), count: shown.rows.length })
  return <Disclosure summary={summary}>{view}</Disclosure>
}

/** What each mark of a text stands for. */
function marksShown(t: Words, shown: DocumentBlock | undefined): { mark: string; shows: string }[] {
  const lines = shown?.kind === 'list' ? shown.items : shown && 'inlines' in shown ? [shown.inlines] : []
  return lines
    .flat()
    .filter((inline) => inline.kind !== 'text')
    .map((inline, index) => ({
      mark: markText(index),
      shows:
        inline.kind === 'number'
          ? t('finalReport.editor.markNumber', { text: inline.text, source: inline.source })
          : inline.kind === 'link'
            ? t('finalReport.editor.markLink', { text: inline.text, address: inline.address })
            : inline.text,
    }))
}

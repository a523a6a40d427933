import type { Panel } from '@/components/final-report/editor/embeds'
import type { WritingWords } from '@/components/final-report/editor/words'
import type { Writing } from '@/components/final-report/editor/writing'
import { TextInput } from '@/components/ui/text-input'
import type { EmbeddedBlock } from '@/lib/final-report/editor/model'

export type PanelProps = {
  panel: Panel
  writing: Writing
  words: WritingWords
  /** Where pictures of this section are sent and shown from */
  pictures: string
  change: (block: EmbeddedBlock) => void
}

/** The caption of a table or figure; one that is missing is told at its field. */
export function Caption({ panel, words, change }: PanelProps) {
  const { block, id } = panel
  if (block.type === 'unreadable' || !('caption' in block.content)) return null
  const { caption } = block.content
  return (
    <TextInput
      id={`caption-${id}`}
      name={`caption-${id}`}
      label={words.text.caption}
      help={words.text.captionHelp}
      width="full"
      maxLength={300}
      value={caption}
      onChange={(event) =>
        change({ ...block, content: { ...block.content, caption: event.target.value } } as EmbeddedBlock)
      }
      error={caption.trim() === '' ? words.text.captionMissing : undefined}
    />
  )
}

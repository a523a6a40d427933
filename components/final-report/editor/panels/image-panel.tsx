import { useState } from 'react'
import { Caption, type PanelProps } from '@/components/final-report/editor/panels/caption'
import { TextArea } from '@/components/ui/text-area'
import { pictureAddress } from '@/lib/final-report/addresses'
import type { BlockFile } from '@/lib/final-report/blocks/model'

/** A picture: the file, what it shows in words, and its caption. */
export function ImagePanel(props: PanelProps) {
  const { panel, words, pictures, change, writing } = props
  const { id, block } = panel
  const [problem, setProblem] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  if (block.type !== 'image') return null
  const { content, file } = block
  const { text } = words

  async function send(chosen: File) {
    const form = new FormData()
    form.set('file', chosen)
    setSending(true)
    const answer = await fetch(pictures, { method: 'POST', body: form })
      .then((response) => response.json() as Promise<{ file?: BlockFile; refused?: string }>)
      .catch(() => ({ refused: 'NO_ANSWER' }) as { file?: BlockFile; refused?: string })
    setSending(false)
    setProblem(answer.file ? null : (words.refused[answer.refused ?? ''] ?? words.refused.INVALID ?? ''))
    if (!answer.file || block.type !== 'image') return
    change({ ...block, file: answer.file })
    writing.say(text.pictureAdded)
  }

  return (
    <>
      {file ? (
        // biome-ignore lint/performance/noImgElement: a picture of the report, served to its readers only
        <img className="editor-picture" src={pictureAddress(file.id)} alt={content.alt} />
      ) : (
        <p className="text-muted">{text.noPicture}</p>
      )}
      <div className="field" data-invalid={problem ? '' : undefined}>
        <label className="field-label" htmlFor={`file-${id}`}>
          {file ? text.otherPicture : text.picture}
        </label>
        <span className="field-help" id={`file-${id}-help`}>
          {text.pictureHelp}
        </span>
        <input
          id={`file-${id}`}
          type="file"
          className="input"
          accept=".png,.jpg,.jpeg"
          disabled={sending}
          aria-describedby={`file-${id}-help${problem ? ` file-${id}-error` : ''}`}
          onChange={(event) => {
            const [chosen] = event.target.files ?? []
            if (chosen) void send(chosen)
          }}
        />
        {problem && (
          <span className="field-error" id={`file-${id}-error`} role="alert">
            {problem}
          </span>
        )}
      </div>
      <TextArea
        id={`alt-${id}`}
        name={`alt-${id}`}
        label={text.alt}
        help={text.altHelp}
        rows={2}
        value={content.alt}
        onChange={(event) => change({ ...block, content: { ...content, alt: event.target.value } })}
        error={content.alt.trim() === '' ? text.altMissing : undefined}
      />
      <TextArea
        id={`description-${id}`}
        name={`description-${id}`}
        label={text.description}
        help={text.descriptionHelp}
        rows={2}
        value={content.description ?? ''}
        onChange={(event) => {
          const { description: _, ...others } = content
          const description = event.target.value
          change({ ...block, content: description === '' ? others : { ...others, description } })
        }}
      />
      <Caption {...props} />
    </>
  )
}

import type { EditorBlock } from '@/components/final-report/editor-shape'
import type { EditorWords } from '@/components/final-report/editor-words'
import { Actions } from '@/components/ui/actions'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'

type Props = {
  block: EditorBlock
  first: boolean
  last: boolean
  typed: string | undefined
  error: string | undefined
  words: EditorWords
}

/** One block of a section: its text or what it shows, and the buttons that move and remove it. */
export function BlockEditor({ block, first, last, typed, error, words }: Props) {
  const { id, name, text, preview, moves } = block
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-2 border-t border-line pt-4" aria-label={name}>
      {text ? (
        <TextArea
          id={`text-${id}`}
          name={`text/${id}`}
          label={name}
          help={text.marks.length > 0 ? <Marks marks={text.marks} title={words.marks} /> : undefined}
          error={error}
          defaultValue={typed ?? text.value}
        />
      ) : (
        <>
          <p className="field-label">{name}</p>
          {preview}
        </>
      )}
      <Actions>
        {!first && (
          <Button kind="quiet" small name="do" value={`up:${id}`} aria-label={moves.up}>
            {words.up}
          </Button>
        )}
        {!last && (
          <Button kind="quiet" small name="do" value={`down:${id}`} aria-label={moves.down}>
            {words.down}
          </Button>
        )}
        <Button kind="quiet" small name="do" value={`remove:${id}`} aria-label={moves.remove}>
          {words.remove}
        </Button>
      </Actions>
    </fieldset>
  )
}

/** The marks of a text and what each stands for; inside the help of its field, so it is read with it. */
function Marks({ marks, title }: { marks: { mark: string; shows: string }[]; title: string }) {
  return (
    <>
      {title}
      {marks.map(({ mark, shows }) => (
        <span key={mark} className="block">
          <strong>{mark}</strong> {shows}
        </span>
      ))}
    </>
  )
}

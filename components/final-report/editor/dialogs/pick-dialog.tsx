import { Fragment } from 'prosemirror-model'
import { useEffect, useState } from 'react'
import { insertBlocks } from '@/components/final-report/editor/commands'
import type { DialogProps } from '@/components/final-report/editor/dialogs/dialog-props'
import { EditorDialog } from '@/components/final-report/editor/dialogs/editor-dialog'
import { newId } from '@/components/final-report/editor/ids'
import { schema } from '@/components/final-report/editor/schema'
import { put } from '@/components/status-reports/form/put'
import { Checkbox } from '@/components/ui/choice'
import { TextInput } from '@/components/ui/text-input'

type Paragraph = { path: string; text: string; part: string }
type Report = { reportId: string; label: string; paragraphs: Paragraph[] }

/** Texts of approved quarterly reports: the chosen paragraphs come under the cursor and keep where they are from. */
export function PickDialog({ writing, words, close, picks }: DialogProps & { picks: string }) {
  const [reports, setReports] = useState<Report[] | 'failed' | null>(null)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [missing, setMissing] = useState(false)
  const { text } = words
  useEffect(() => {
    fetch(picks)
      .then((answer) => answer.json() as Promise<{ reports?: Report[] }>)
      .then(
        (read) => setReports(read.reports ?? 'failed'),
        () => setReports('failed'),
      )
  }, [picks])
  const all = Array.isArray(reports) ? reports : []
  const keyOf = (reportId: string, { path }: Paragraph, index: number) => `${reportId}|${path}|${index}`
  const insert = () => {
    const nodes = all.flatMap(({ reportId, paragraphs }) =>
      paragraphs
        .filter((paragraph, index) => chosen.has(keyOf(reportId, paragraph, index)))
        .map((paragraph) => {
          const lines = paragraph.text
            .split('\n')
            .flatMap((line, index) => [
              ...(index > 0 ? [schema.nodes.hard_break.create()] : []),
              ...(line === '' ? [] : [schema.text(line)]),
            ])
          return schema.nodes.paragraph.create({ id: newId(), from: { reportId, path: paragraph.path } }, lines)
        }),
    )
    if (nodes.length === 0) return setMissing(true)
    for (const { reportId, label } of all) writing.nameOrigin(reportId, label)
    close()
    writing.run(insertBlocks(Fragment.from(nodes)), put(text.picked, { count: nodes.length }))
  }
  const sought = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (value: string) => sought.every((word) => value.toLowerCase().includes(word))
  return (
    <EditorDialog
      title={words.tools.pick}
      submit={text.insertPicked}
      close={text.close}
      onSubmit={insert}
      onClose={close}
    >
      <TextInput
        id="pick-search"
        name="pick-search"
        type="search"
        label={text.search}
        width="full"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p role="status" className="text-small text-muted">
        {reports === null
          ? text.loadingPicks
          : reports === 'failed'
            ? words.refused.NO_ANSWER
            : all.length === 0 && text.noPicks}
        {missing && chosen.size === 0 && text.chooseOne}
      </p>
      {all.map(({ reportId, label, paragraphs }) => {
        const shown = paragraphs.flatMap((paragraph, index) => {
          const key = keyOf(reportId, paragraph, index)
          return chosen.has(key) || fits(`${label} ${paragraph.text}`) ? [{ key, paragraph }] : []
        })
        if (shown.length === 0) return null
        return (
          <fieldset key={reportId} className="grid gap-2 border-t border-line pt-2">
            <legend className="font-semibold">{label}</legend>
            {shown.map(({ key, paragraph }) => (
              <Checkbox
                key={key}
                id={`pick-${key}`}
                name="pick"
                value={key}
                label={paragraph.text}
                help={paragraph.part}
                checked={chosen.has(key)}
                onChange={(event) => {
                  const next = new Set(chosen)
                  if (event.target.checked) next.add(key)
                  else next.delete(key)
                  setChosen(next)
                }}
              />
            ))}
          </fieldset>
        )
      })}
    </EditorDialog>
  )
}

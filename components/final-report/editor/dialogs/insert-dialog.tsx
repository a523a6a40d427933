import { useState } from 'react'
import { insertBlock } from '@/components/final-report/editor/commands'
import type { DialogProps } from '@/components/final-report/editor/dialogs/dialog-props'
import { EditorDialog } from '@/components/final-report/editor/dialogs/editor-dialog'
import { type InsertKind, insertKinds, type Kind, newEmbed } from '@/components/final-report/editor/dialogs/new-embed'
import { SearchList } from '@/components/final-report/editor/dialogs/search-list'
import { newId } from '@/components/final-report/editor/ids'
import { schema } from '@/components/final-report/editor/schema'
import { put } from '@/components/status-reports/form/put'
import { Select } from '@/components/ui/select'
import type { ChoiceGroup } from '@/lib/final-report/choices/model'

/** A table, figure or other whole: its kind, and what it shows of the data. */
export function InsertDialog({ writing, words, choices, close }: DialogProps) {
  const [kind, setKind] = useState<InsertKind>('free_table')
  const [chosen, setChosen] = useState<string[]>([])
  const [scope, setScope] = useState('')
  const [missing, setMissing] = useState(false)
  const { text } = words
  const { from, multiple = false, scoped = false }: Kind = insertKinds[kind]
  const insert = () => {
    if (from && chosen.length === 0) return setMissing(true)
    const block = newEmbed(kind, { chosen, scope })
    close()
    writing.run(
      insertBlock(schema.nodes.embed.create({ id: newId(), block })),
      put(text.inserted, { what: words.kinds[kind] }),
    )
    writing.focusPanel()
  }
  const plain: ChoiceGroup[] = from ? [{ label: '', options: choices[from] }] : []
  return (
    <EditorDialog
      title={words.tools.insert}
      submit={text.insertIt}
      close={text.close}
      onSubmit={insert}
      onClose={close}
    >
      <Select
        id="insert-kind"
        name="insert-kind"
        label={text.insertKind}
        value={kind}
        onChange={(event) => {
          setKind(Object.keys(insertKinds).find((one) => one === event.target.value) as InsertKind)
          setChosen([])
          setMissing(false)
        }}
        options={(Object.keys(insertKinds) as InsertKind[]).map((value) => ({ value, label: words.kinds[value] }))}
      />
      {from && (
        <SearchList
          key={kind}
          label={multiple ? text.chooseMany : text.chooseWhat}
          searchLabel={text.search}
          countText={(count) => put(text.found, { count })}
          groups={plain}
          chosen={chosen}
          onChoose={setChosen}
          multiple={multiple}
          error={missing && chosen.length === 0 ? text.chooseOne : undefined}
        />
      )}
      {scoped && (
        <Select
          id="insert-scope"
          name="insert-scope"
          label={text.scope}
          empty={text.wholeProject}
          value={scope}
          onChange={(event) => setScope(event.target.value)}
          options={[
            {
              label: text.investments,
              options: choices.investments.map((one) => ({ ...one, value: `investment:${one.value}` })),
            },
            {
              label: text.workPackages,
              options: choices.workPackages.map((one) => ({ ...one, value: `work_package:${one.value}` })),
            },
          ].filter((group) => group.options.length > 0)}
        />
      )}
    </EditorDialog>
  )
}

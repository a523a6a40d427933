import { useState } from 'react'
import { numberKey, type Shown } from '@/components/final-report/editor/atoms'
import { insertInline } from '@/components/final-report/editor/commands'
import type { DialogProps } from '@/components/final-report/editor/dialogs/dialog-props'
import { EditorDialog } from '@/components/final-report/editor/dialogs/editor-dialog'
import { SearchList } from '@/components/final-report/editor/dialogs/search-list'
import { schema } from '@/components/final-report/editor/schema'
import { put } from '@/components/status-reports/form/put'
import { Select } from '@/components/ui/select'

const forms = ['full', 'bare', 'digits'] as const

/** A number of the data for the text: chosen, never typed. */
export function NumberDialog({ writing, words, choices, shown, close }: DialogProps & { shown: Shown }) {
  const [chosen, setChosen] = useState<string[]>([])
  const [form, setForm] = useState<(typeof forms)[number]>('full')
  const [missing, setMissing] = useState(false)
  const { text } = words
  const [subject] = chosen
  const attributes = { subject, sort: null, bare: form === 'bare', digits: form === 'digits' }
  const found = subject ? shown.numbers[numberKey(attributes)] : undefined
  const insert = () => {
    if (!subject) return setMissing(true)
    close()
    writing.run(
      insertInline(schema.nodes.number.create(attributes)),
      put(text.numberAdded, { value: found?.text ?? '' }),
    )
  }
  return (
    <EditorDialog
      title={words.tools.number}
      submit={text.insertNumber}
      close={text.close}
      onSubmit={insert}
      onClose={close}
    >
      <SearchList
        label={text.numberList}
        searchLabel={text.search}
        countText={(count) => put(text.found, { count })}
        groups={choices.numbers}
        chosen={chosen}
        onChoose={setChosen}
        error={missing && !subject ? text.chooseOne : undefined}
      />
      <Select
        id="number-form"
        name="number-form"
        label={text.numberForm}
        value={form}
        onChange={(event) => setForm(forms.find((one) => one === event.target.value) ?? 'full')}
        options={[
          { value: 'full', label: text.formFull },
          { value: 'bare', label: text.formBare },
          { value: 'digits', label: text.formDigits },
        ]}
      />
      <p role="status">{found && put(text.numberShows, { value: found.text, source: found.source })}</p>
    </EditorDialog>
  )
}

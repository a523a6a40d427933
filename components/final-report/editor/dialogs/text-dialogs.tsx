import { toggleMark } from 'prosemirror-commands'
import { useState } from 'react'
import { insertInline } from '@/components/final-report/editor/commands'
import type { DialogProps } from '@/components/final-report/editor/dialogs/dialog-props'
import { EditorDialog } from '@/components/final-report/editor/dialogs/editor-dialog'
import { SearchList } from '@/components/final-report/editor/dialogs/search-list'
import { keysText, type ShortcutName, shortcuts } from '@/components/final-report/editor/keys'
import { linkAt } from '@/components/final-report/editor/link'
import { schema } from '@/components/final-report/editor/schema'
import { put } from '@/components/status-reports/form/put'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { isAddress } from '@/lib/final-report/blocks/model'

/** A reference to a table, a figure, a chapter or an attachment: its number follows when things move. */
export function ReferenceDialog({ writing, words, choices, close }: DialogProps) {
  const [chosen, setChosen] = useState<string[]>([])
  const [missing, setMissing] = useState(false)
  const { text } = words
  const insert = () => {
    const [to, id] = (chosen[0] ?? '').split(':')
    if (!to || !id) return setMissing(true)
    close()
    writing.run(insertInline(schema.nodes.reference.create({ to, id })), words.done.reference)
  }
  return (
    <EditorDialog
      title={words.tools.reference}
      submit={text.insertReference}
      close={text.close}
      onSubmit={insert}
      onClose={close}
    >
      <SearchList
        label={text.referenceList}
        searchLabel={text.search}
        countText={(count) => put(text.found, { count })}
        groups={choices.references}
        chosen={chosen}
        onChoose={setChosen}
        error={missing ? text.chooseOne : undefined}
      />
    </EditorDialog>
  )
}

export function NoteDialog({ writing, words, close }: DialogProps) {
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const { text } = words
  const insert = () => {
    if (note.trim() === '') return setMissing(true)
    close()
    writing.run(insertInline(schema.nodes.note.create({ text: note.trim() })), words.done.note)
  }
  return (
    <EditorDialog
      title={words.tools.note}
      submit={text.insertNote}
      close={text.close}
      onSubmit={insert}
      onClose={close}
    >
      <TextArea
        id="note-text"
        name="note-text"
        label={text.noteText}
        help={text.noteHelp}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        error={missing ? text.empty : undefined}
      />
    </EditorDialog>
  )
}

/** The address of the chosen words, or of words that are written here. */
export function LinkDialog({ writing, words, close }: DialogProps) {
  const state = writing.view?.state
  const here = state ? linkAt(state) : null
  const [label, setLabel] = useState('')
  const [address, setAddress] = useState(here?.address ?? '')
  const [tried, setTried] = useState(false)
  const { text } = words
  const needsLabel = !here && (state?.selection.empty ?? true)
  const put = () => {
    if (!isAddress(address.trim()) || (needsLabel && label.trim() === '')) return setTried(true)
    const mark = schema.marks.link.create({ address: address.trim() })
    close()
    writing.run((before, dispatch) => {
      const { from, to } = here ?? before.selection
      const change = before.tr
      if (needsLabel) change.replaceSelectionWith(schema.text(label.trim(), [mark]), false)
      else change.addMark(from, to, mark)
      dispatch?.(change.removeStoredMark(schema.marks.link))
      return true
    }, words.done.link)
  }
  const remove = () => {
    close()
    writing.run((before, dispatch) => {
      if (here) dispatch?.(before.tr.removeMark(here.from, here.to, schema.marks.link))
      else return toggleMark(schema.marks.link)(before, dispatch)
      return true
    }, text.linkRemoved)
  }
  return (
    <EditorDialog
      title={words.tools.link}
      submit={text.insertLink}
      close={text.close}
      onSubmit={put}
      onClose={close}
      extra={
        here && (
          <Button type="button" kind="secondary" onClick={remove}>
            {text.removeLink}
          </Button>
        )
      }
    >
      {needsLabel && (
        <TextInput
          id="link-label"
          name="link-label"
          label={text.linkLabel}
          width="full"
          value={label}
          onChange={(event) => setLabel(event.target.value)}
          error={tried && label.trim() === '' ? text.empty : undefined}
        />
      )}
      <TextInput
        id="link-address"
        name="link-address"
        label={text.linkAddress}
        width="full"
        value={address}
        onChange={(event) => setAddress(event.target.value)}
        error={tried && !isAddress(address.trim()) ? text.addressError : undefined}
      />
    </EditorDialog>
  )
}

export function ShortcutsDialog({ words, close }: DialogProps) {
  const names = Object.keys(shortcuts) as ShortcutName[]
  const { text } = words
  return (
    <EditorDialog title={words.tools.shortcuts} close={text.close} onClose={close}>
      <DataTable
        caption={text.shortcutsHelp}
        columns={[
          { key: 'keys', header: text.keys },
          { key: 'what', header: text.what },
        ]}
        rows={names.map((name) => ({
          key: name,
          cells: [{ text: keysText(shortcuts[name]) }, { text: words.tools[name] }],
        }))}
      />
    </EditorDialog>
  )
}

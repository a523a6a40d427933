import { acceptErrors } from '@/components/final-report/check/accept-errors'
import { insertKinds } from '@/components/final-report/editor/dialogs/new-embed'
import type { ShortcutName } from '@/components/final-report/editor/keys'
import { reportFormWords } from '@/components/final-report/reason-texts'
import { type FormWords, formWords } from '@/components/status-reports/form/words'
import type { RecordWords } from '@/components/ui/record-fields'
import { type Severity, severities } from '@/lib/final-report/check/model'
import { blockTypeLabels } from '@/lib/final-report/labels'
import type { Words } from '@/lib/platform/words'

const toolNames = [
  'strong',
  'emphasis',
  'link',
  'undo',
  'redo',
  'paragraph',
  'heading1',
  'heading2',
  'quote',
  'numbers',
  'bullets',
  'number',
  'reference',
  'note',
  'insert',
  'pick',
  'up',
  'down',
  'remove',
  'toolbar',
  'shortcuts',
] as const satisfies readonly ShortcutName[]

const texts = [
  'loading',
  'failed',
  'label',
  'help',
  'toolbar',
  'close',
  'search',
  'found',
  'chooseOne',
  'chooseWhat',
  'chooseMany',
  'empty',
  'numberList',
  'insertNumber',
  'numberForm',
  'formFull',
  'formBare',
  'formDigits',
  'numberShows',
  'numberAdded',
  'numberLabel',
  'referenceList',
  'insertReference',
  'insertNote',
  'noteText',
  'noteHelp',
  'insertLink',
  'removeLink',
  'linkRemoved',
  'linkLabel',
  'linkAddress',
  'addressError',
  'addLinkRow',
  'removeLinkRow',
  'insertIt',
  'insertKind',
  'inserted',
  'scope',
  'wholeProject',
  'investments',
  'workPackages',
  'previewLater',
  'caption',
  'captionHelp',
  'captionMissing',
  'picture',
  'otherPicture',
  'noPicture',
  'pictureHelp',
  'pictureAdded',
  'alt',
  'altHelp',
  'altMissing',
  'description',
  'descriptionHelp',
  'tableCells',
  'headerCell',
  'row',
  'totalRow',
  'unknownCell',
  'addRow',
  'removeRow',
  'addColumn',
  'removeColumn',
  'addTotal',
  'tableNotes',
  'tableNotesHelp',
  'shortcutsHelp',
  'keys',
  'what',
  'attribution',
  'conflictTitle',
  'conflictHelp',
  'conflictBlock',
  'conflictMine',
  'conflictTheirs',
  'conflictGone',
  'conflictDone',
  'words',
  'refused',
  'section',
  'picked',
  'insertPicked',
  'loadingPicks',
  'noPicks',
  'origin',
] as const

const check = ['title', 'count', 'none', 'accepted', 'failed', 'values', 'goHere', 'goThere', 'all', 'short'] as const
const accepting = ['accept', 'acceptHelp', 'reason', 'reasonHelp'] as const
const atoms = ['gone', 'source', 'note', 'meant'] as const
const panelTools = ['up', 'down', 'remove'] as const
const signs = ['link', 'number', 'reference', 'note', 'insert', 'pick'] as const
const refusals = [
  'NO_ANSWER',
  'TOO_LARGE',
  'TOO_MANY',
  'WRONG_KIND',
  'EMPTY_FILE',
  'INFECTED',
  'NOT_SCANNED',
  'SIGNED_OUT',
  'LOCKED',
  'NOT_ALLOWED',
  'INVALID',
] as const

/** Every text of the editor. `{…}` in them is filled in by the browser. */
export type WritingWords = {
  text: Record<(typeof texts)[number], string>
  /** Name of each tool, and what is told when it has done its work */
  tools: Record<ShortcutName, string>
  done: Record<ShortcutName, string>
  signs: Record<(typeof signs)[number], string>
  atoms: Record<(typeof atoms)[number], string>
  panelTools: Record<(typeof panelTools)[number], string>
  kinds: Record<keyof typeof insertKinds, string>
  types: typeof blockTypeLabels
  refused: Record<string, string>
  check: Record<(typeof check)[number] | (typeof accepting)[number], string>
  severity: Record<Severity, string>
  acceptForm: RecordWords
  form: FormWords
}

const filledInLater = {
  count: '{count}',
  value: '{value}',
  source: '{source}',
  what: '{what}',
  column: '{column}',
  row: '{row}',
  who: '{who}',
  time: '{time}',
}

export function writingWords(t: Words): WritingWords {
  const pick = <K extends string>(names: readonly K[], place: string) =>
    Object.fromEntries(names.map((name) => [name, t(`${place}.${name}`, filledInLater)])) as Record<K, string>
  return {
    text: pick(texts, 'reportEditor.text'),
    tools: pick(toolNames, 'reportEditor.tool'),
    done: pick(toolNames, 'reportEditor.done'),
    signs: pick(signs, 'reportEditor.sign'),
    atoms: pick(atoms, 'reportEditor.atom'),
    panelTools: pick(panelTools, 'reportEditor.panel'),
    kinds: pick(Object.keys(insertKinds) as (keyof typeof insertKinds)[], 'reportEditor.kind'),
    types: Object.fromEntries(
      Object.entries(blockTypeLabels).map(([type, key]) => [type, t(key)]),
    ) as typeof blockTypeLabels,
    refused: pick(refusals, 'reportEditor.refused'),
    check: { ...pick(check, 'reportCheck.panel'), ...pick(accepting, 'reportCheck') },
    severity: pick(severities, 'reportCheck.severity'),
    acceptForm: reportFormWords(t, acceptErrors),
    form: sectionFormWords(t),
  }
}

const own = ['otherHere', 'selfHere', 'recoveredOne', 'recoveredHelp', 'leftHelp', 'recoveredConflict'] as const
const states = ['LOCKED', 'NOT_ALLOWED', 'NOT_FOUND', 'INVALID', 'refused'] as const

/** The words of saving are those of every form; what speaks of a quarterly report speaks of a section here. */
function sectionFormWords(t: Words): FormWords {
  const form = formWords(t)
  const pick = (names: readonly string[], place: string) =>
    Object.fromEntries(names.map((name) => [name, t(`${place}.${name}`, filledInLater)]))
  return {
    ...form,
    text: { ...form.text, ...pick(own, 'reportEditor.form') },
    state: { ...form.state, ...pick(states, 'reportEditor.save') },
  }
}

/** Plain data that the server draws the report form from; the browser gets texts, never catalogues. */
type Choice = { value: string; label: string }

export type FormField = {
  path: string
  kind: 'light' | 'choice' | 'text' | 'line' | 'figure' | 'parts'
  label: string
  /** The action or indicator it is about, where several fields have the same label */
  about?: string
  help?: string
  unit?: string
  choices?: Choice[]
  /** Of a value that is entered part by part: the known parts with what they were last time */
  parts?: { known: { label: string; previous: string | null }[]; previousTotal: string | null }
  text: string
  version: number
  confirmed: boolean
  /** What the field can be taken back to; null when there is nothing to undo */
  undo?: string | null
  /** What was read of a typed figure, or why it could not be read */
  reading: Reading | null
  /** What looks wrong with the value, a sentence each */
  warnings?: string[]
  /** What stood here last time */
  previous: { label: string; value: string; raw: string | null } | null
}

/** `understood` in the reader's notation, or the sentence of what is wrong; of parts also which is (`part/0/value`, `total`). */
export type Reading = { understood: string } | { problem: string; fields?: Record<string, string> }

/** Fields about one thing: an action, an indicator. */
export type FormGroup = {
  key: string
  title?: string
  notes: string[]
  fields: FormField[]
  /** Fields that are seldom needed */
  more: FormField[]
  /** State of an action that was finished before this report: shown folded, asked of nobody */
  finished?: string
}

export type FormSection = {
  path: string
  title: string
  help: string | null
  groups: FormGroup[]
  empty?: string
  /** What is said over the groups that are folded as finished */
  finished?: { title: string; help: string }
}

/** id of a field's control on the page; error messages link to it. */
export function fieldId(path: string): string {
  return `f-${path.replace(/[^A-Za-z0-9]+/g, '-')}`
}

/** Name under which a form without scripts sends the version that a field was drawn with. */
export const seenName = (path: string): string => `seen:${path}`

/** A field as it is spoken of away from its place: "Ohjeet, Toimenpiteen tila". */
export function placeName({ about, label }: Pick<FormField, 'about' | 'label'>): string {
  return about ? `${about}, ${label}` : label
}

export function fieldsOf(section: FormSection): FormField[] {
  return section.groups.flatMap((group) => [...group.fields, ...group.more])
}

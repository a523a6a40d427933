/** A column of a form: what people fill in, what they read beside it, or what only the product reads. */
export type FormColumn = { header: string; kind: 'entry' | 'shown' | 'key'; width: number }
export type FormSheet = {
  title: string
  /** Name of the sheet that is filled in */
  name: string
  columns: readonly FormColumn[]
  rows: readonly (readonly (string | null)[])[]
  /** A second sheet: what the form is, and how it is filled in */
  about: { name: string; rows: readonly (readonly [string, string])[] }
}

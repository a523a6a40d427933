import type { FieldKind } from '@/lib/project-packages/format/model'

/** What cannot be taken, and where: a JSON pointer into the file. `values` go into the sentence. */
export type Finding = { at: string; problem: Problem; values: Readonly<Record<string, string | number>> }

/** What was taken as it is, or filled in, and should be known. */
export type Note = { note: NoteKind; at: string; values: Readonly<Record<string, string | number>> }

/** Wrong kinds of values are told by the kind that was expected. */
export type Problem =
  | `not_${Exclude<FieldKind, 'order' | 'hash' | 'document' | 'project' | 'county'>}`
  | 'not_json_file'
  | 'too_large'
  | 'not_a_package'
  | 'newer_version'
  | 'unknown_part'
  | 'unknown_field'
  | 'missing'
  | 'not_a_row'
  | 'not_a_list'
  | 'too_long'
  | 'too_deep'
  | 'nul'
  | 'not_utf'
  | 'out_of_range'
  | 'empty_text'
  | 'same_id'
  | 'same_values'
  | 'dangling'
  | 'cycle'
  | 'count_of'
  | 'order_of'
  | 'excludes'
  | 'needs'
  | 'not_different'
  | 'bad_key'
  | 'bad_email'
  | 'bad_period_key'
  | 'hash_differs'
  | 'bad_document'
  | 'bad_path'
  | 'bad_content'
  | 'bad_settings'
  | 'bad_time'
  | 'impossible_events'
  | 'events_missing'
  | 'state_differs'
  | 'no_snapshot'
  | 'no_version'
  | 'several_versions'
  | 'reached_unshown'
  | 'shares_over'
  | 'key_taken'
  | 'database'

export type NoteKind =
  | 'sum_differs'
  | 'events_filled'
  | 'programme_made'
  | 'organisation_made'
  | 'other_county'
  | 'people_made'
  | 'areas_made'
  | 'template_made'
  | 'ids_rewritten'
  | 'link_without_project'
  | 'file_left'

/** More than these are counted, not listed. */
export const mostFindings = 200

/** Gathers findings up to a number; the rest are counted. */
export class Findings {
  readonly list: Finding[] = []
  total = 0

  add(at: string, problem: Problem, values: Finding['values'] = {}): void {
    this.total += 1
    if (this.list.length < mostFindings) this.list.push({ at, problem, values })
  }

  /** Whether reading on would only make the list longer. */
  get isFull(): boolean {
    return this.total >= 10 * mostFindings
  }
}

/** RFC 6901. */
export function pointer(...steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** What stands at a place, short enough for a sentence. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

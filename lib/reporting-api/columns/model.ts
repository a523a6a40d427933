import type { Words } from '@/lib/platform/words'
import { missingLabels } from '@/lib/reporting-api/labels'
import type { Missing } from '@/lib/reporting-api/missing/model'
import type { Cell, CellKind, Field, Shown } from '@/lib/reporting-api/model'
import { figureAddress } from '@/lib/steering/figures/addresses'
import type { FigureRef } from '@/lib/steering/figures/model'
import { isIsoDate } from '@/lib/values/calendar'
import type { TimeSpan } from '@/lib/values/typed-value'

type Read<Row> = (row: Row, t: Words, shown: Shown) => Cell | undefined

/** A column; `must` is one that is never empty. */
export const column = <Row>(name: string, kind: CellKind, read: Read<Row>): Field<Row> => ({
  name,
  kind,
  required: false,
  read,
})
export const must = <Row>(name: string, kind: CellKind, read: Read<Row>): Field<Row> => ({
  ...column(name, kind, read),
  required: true,
})

/** A code and, beside it, its label in the language asked for; a word that the product does not know stays as it is. */
export function coded<Row>(
  name: string,
  labels: Readonly<Record<string, string>>,
  read: (row: Row, shown: Shown) => string | null,
): Field<Row>[] {
  return [
    column(name, 'code', (row, _t, shown) => read(row, shown)),
    column(`${name}_label`, 'text', (row, t, shown) => {
      const code = read(row, shown)
      const key = code === null ? undefined : labels[code]
      return key === undefined ? code : t(key)
    }),
  ]
}

/** Why the value of a column is empty, as a code and in words; both empty when there is a value. */
export const missing = <Row>(name: string, read: (row: Row) => Missing | null): Field<Row>[] =>
  coded(`${name}_missing`, missingLabels, read)

/** By which every fact hangs on the project, the period and the publication. */
export function places<Row>(idsOf: (row: Row) => readonly (string | number)[]): Field<Row>[] {
  return [
    must('row_key', 'id', (row, _t, shown) => [shown.publicationId, ...idsOf(row)].join('.')),
    must('publication_id', 'id', (_row, _t, shown) => shown.publicationId),
    must('project_id', 'id', (_row, _t, shown) => shown.body.project.id),
    must('period_id', 'id', (_row, _t, shown) => shown.body.period.id),
  ]
}

/** The card of a published figure, from which its entry, author's role, time and evidence are found. */
export function source<Row>(refOf: (row: Row) => FigureRef): Field<Row> {
  return column('source_url', 'text', (row, _t, { code, portal }) =>
    code === null ? null : portal + figureAddress(code, refOf(row)),
  )
}

/** A time as written, as its code and as days. */
export function times<Row>(of: (row: Row) => TimeSpan): Field<Row>[] {
  return [
    column('time_as_written', 'text', (row) => of(row).asWritten),
    column('time_code', 'text', (row) => of(row).code),
    column('from_day', 'day', (row) => of(row).from),
    column('to_day', 'day', (row) => of(row).to),
  ]
}

/** A day, when the text is one: sources tell months and years as well. */
export const dayOnly = (text: string | null): string | null => (text !== null && isIsoDate(text) ? text : null)

import type { BlockContents, FreeCell } from '@/lib/final-report/blocks/model'
import type { SyliTableFact } from '../facts/syli-report.ts'

/** Places in the source's line numbering, "(L462-463)", mean nothing outside the fact file. */
const withoutLines = (text: string): string => text.replace(/\s*\((?:[\p{L}\d.]+ )?L\d[^)]*\)/gu, '')

const firstUpper = (text: string): string => text.charAt(0).toLocaleUpperCase('fi') + text.slice(1)

/** A table of the written report: its cells as printed; what was only a picture says that its content is not known. */
export function tableContent(fact: SyliTableFact): BlockContents['free_table'] {
  const given = { caption: fact.caption, notes: notesOf(fact) }
  if (fact.columns && fact.rows) {
    return {
      ...given,
      columns: fact.columns.map((header, index) => header || headerWithout(fact, index)).map(endless),
      rows: fact.rows,
    }
  }
  const columns = [
    fact.time_axis ? firstUpper(withoutLines(fact.time_axis)) : 'Sisältö',
    ...(fact.columns_from_caption ?? []),
  ]
  return { ...given, columns, rows: [columns.map((): FreeCell => null)] }
}

const endless = (header: string): string => header.replace(/:$/, '')

/** Some printed headings have an empty cell: the unit says what the column holds, and the first column names its rows. */
function headerWithout({ unit }: SyliTableFact, index: number): string {
  return index === 0 ? 'Mittari' : firstUpper(unit ?? 'määrä')
}

function notesOf(fact: SyliTableFact): string[] {
  const unread =
    fact.data_present === true
      ? []
      : [
          fact.data_present === 'partly'
            ? 'Taulukko on kirjoitetussa raportissa kuva. Luvut on luettu raportin tekstistä.'
            : 'Taulukko on kirjoitetussa raportissa kuva, jonka sisältöä ei tunneta.',
        ]
  const told = (fact.text_facts ?? []).map(withoutLines)
  return [
    ...unread,
    ...(told.length > 0 ? [`Raportin tekstissä kerrotaan: ${told.join('; ')}.`] : []),
    ...(fact.title_row ? [`${fact.title_row}.`] : []),
    ...(fact.unit ? [`Yksikkö: ${fact.unit}.`] : []),
    ...(fact.caveat ? [`${firstUpper(withoutLines(fact.caveat))}.`] : []),
    ...(fact.source ? [`Lähde: ${fact.source}.`] : []),
  ]
}

import { type Cell, writeXlsx } from 'hucre/xlsx'
import { rowHeight } from '@/lib/exports/sheets/row-height'
import { inLanguage, letters, pageSetup } from '@/lib/exports/sheets/workbook'
import type { Locale } from '@/lib/platform/locales'
import type { FormColumn, FormSheet } from '@/lib/values/form-sheet'

const plain = { vertical: 'top' as const, wrapText: true }
const heading = { font: { ...letters, bold: true }, alignment: plain }
const entryFill = { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'FFF8E1' } }

/**
 * A form as a workbook: only the cells to be filled in can be changed, and each holds text, so that a spreadsheet makes no day
 * of 5/5 and nothing is counted. There is no password: the protection is against slips.
 */
export async function drawForm({ title, name, columns, rows, about }: FormSheet, locale: Locale): Promise<Uint8Array> {
  const bytes = await writeXlsx({
    properties: { title, creator: 'Etappi' },
    defaultFont: letters,
    stringMode: 'inline',
    sheets: [
      {
        name,
        columns: columns.map(({ kind, width }) => ({ width, hidden: kind === 'key', style: styles[kind] })),
        rows: [columns.map(({ header }) => header), ...rows.map((row) => [...row])],
        cells: new Map<string, Partial<Cell>>([
          ...columns.map((_, column) => [`0,${column}`, { style: heading }] as const),
          ...entryCells(columns, rows),
        ]),
        freezePane: { rows: 1 },
        protection: { sheet: true, formatColumns: true, formatRows: true },
        a11y: { summary: title, headerRow: 0 },
        rowDefs: heights(
          rows,
          columns.map(({ kind, width }) => (kind === 'key' ? null : width)),
        ),
        pageSetup,
      },
      {
        name: about.name,
        columns: [
          { width: 28, style: { font: { ...letters, bold: true }, alignment: plain } },
          { width: 90, style: { alignment: plain } },
        ],
        rows: about.rows.map((row) => [...row]),
        rowDefs: heights(about.rows, [null, 90], 0),
        pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
        protection: { sheet: true },
        a11y: { summary: about.name },
      },
    ],
  })
  return inLanguage(bytes, locale)
}

/** Rows whose texts need more than a line; `first` is where the first of them stands. */
function heights(
  rows: readonly (readonly (string | number | null)[])[],
  widths: readonly (number | null)[],
  first = 1,
): Map<number, { height: number }> {
  const measured = rows.map((row, no) => [no + first, rowHeight(row, widths)] as const)
  return new Map(measured.flatMap(([no, height]) => (height === null ? [] : [[no, { height }] as const])))
}

const styles = {
  entry: { numFmt: '@', alignment: plain, protection: { locked: false }, fill: entryFill },
  shown: { alignment: plain },
  key: { numFmt: '@' },
}

/** Cells to be filled in are there even when they are empty: a cell that is not there cannot be unlocked. */
function entryCells(columns: readonly FormColumn[], rows: FormSheet['rows']): [string, Partial<Cell>][] {
  return rows.flatMap((row, no) =>
    columns.flatMap(({ kind }, column) =>
      kind === 'entry' && !row[column] ? [[`${no + 1},${column}`, { value: '', style: styles.entry }]] : [],
    ),
  )
}

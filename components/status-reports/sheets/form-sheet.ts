import { measurementText, targetText, timeText } from '@/components/status-reports/indicator-text'
import type { Words } from '@/lib/platform/words'
import { type FigureRow, sheetFormat } from '@/lib/status-reports/sheets/model'
import { aboutKeys, type SheetWords } from '@/lib/status-reports/sheets/reading/model'
import type { FormSheet } from '@/lib/values/form-sheet'
import { formatDate, formatPeriodKey } from '@/lib/values/format'

/** The words by which a filled-in form is known again. */
export function sheetWords(t: Words): SheetWords {
  return {
    sheet: t('figureSheets.form.sheet'),
    about: t('figureSheets.form.about'),
    headers: {
      key: t('figureSheets.form.key'),
      original: t('figureSheets.form.original'),
      value: t('figureSheets.form.value'),
      n: t('figureSheets.form.n'),
      time: t('figureSheets.form.time'),
      note: t('figureSheets.form.note'),
    },
  }
}

const columns = [
  ['key', 'key', 10],
  ['original', 'key', 10],
  ['unit', 'shown', 28],
  ['code', 'shown', 12],
  ['name', 'shown', 40],
  ['measure', 'shown', 10],
  ['target', 'shown', 24],
  ['previous', 'shown', 24],
  ['value', 'entry', 24],
  ['n', 'entry', 9],
  ['time', 'entry', 16],
  ['note', 'entry', 40],
] as const

/** The form of indicators as a sheet to be filled in, with the earlier value and the target beside each. */
export function formSheet(
  t: Words,
  { project, period, today }: { project: string; period: string; today: string },
  rows: readonly FigureRow[],
): FormSheet {
  return {
    title: t('figureSheets.form.title', { period: formatPeriodKey(period, t.locale) }),
    name: t('figureSheets.form.sheet'),
    columns: columns.map(([name, kind, width]) => ({ header: t(`figureSheets.form.${name}`), kind, width })),
    rows: rows.map((row) => [
      row.key,
      JSON.stringify(row.texts),
      row.unit,
      row.code,
      row.name,
      row.asked.unit,
      row.targets.map((target) => targetText(t, target)).join('\n') || null,
      previousText(t, row),
      row.texts.value,
      row.texts.n,
      row.texts.time,
      row.texts.note,
    ]),
    about: {
      name: t('figureSheets.form.about'),
      rows: [
        [t('figureSheets.form.filling'), t('figureSheets.form.fillingHelp')],
        [t('figureSheets.form.made'), formatDate(today, t.locale)],
        [aboutKeys.format, String(sheetFormat)],
        [aboutKeys.project, project],
        [aboutKeys.period, period],
      ],
    },
  }
}

function previousText(t: Words, { previous }: FigureRow): string | null {
  const texts = previous.map((one) => [measurementText(t, one), timeText(t, one.time)].filter(Boolean).join(', '))
  return texts.join('\n') || null
}

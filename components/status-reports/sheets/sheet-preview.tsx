import { DataTable } from '@/components/ui/data-table'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { PlainCell } from '@/components/ui/table-model'
import type { Words } from '@/lib/platform/words'
import { layoutReasonLabels, sheetFieldLabels, sheetProblemLabels } from '@/lib/status-reports/sheets/labels'
import type { SheetOutcome } from '@/lib/status-reports/sheets/model'
import type { OpenSheet } from '@/lib/status-reports/sheets/reading/model'

type Problem = { at: string; what: string; text: string }

/** What a filled-in form would change, or why it cannot be taken: each place by its cell. */
export function SheetPreview({ t, sheet: { read, outcome } }: { t: Words; sheet: OpenSheet }) {
  const problems: Problem[] = read.ok
    ? (outcome?.problems ?? []).map(({ reason, at, text, message }) => {
        const what = [t(sheetProblemLabels[reason]), message && t(message)].filter(Boolean).join(' ')
        return { at, what, text }
      })
    : read.problems.map(({ reason, at, text }) => ({ at, what: t(layoutReasonLabels[reason]), text }))
  return (
    <>
      {problems.length > 0 && <Problems t={t} problems={problems} />}
      {outcome && <Changes t={t} outcome={outcome} />}
    </>
  )
}

function Problems({ t, problems }: { t: Words; problems: readonly Problem[] }) {
  const columns = ['cell', 'what', 'said'].map((key) => ({ key, header: t(`figureSheets.preview.${key}`) }))
  const rows = problems.map(({ at, what, text }, index) => ({ key: `${index} ${at}`, cells: [at || '–', what, text] }))
  return (
    <>
      <Notice kind="danger" word={t('figureSheets.preview.problems')}>
        <p>{t('figureSheets.preview.problemsHelp')}</p>
      </Notice>
      <DataTable caption={t('figureSheets.preview.problems')} hideCaption columns={columns} rows={rows} />
    </>
  )
}

function Changes({ t, outcome: { changes, problems, same } }: { t: Words; outcome: SheetOutcome }) {
  const shown = (text: string): PlainCell =>
    text === '' ? { text: t('figureSheets.preview.empty'), unknown: true } : text
  if (changes.length === 0) {
    if (problems.length > 0) return null
    return (
      <Notice kind="info" word={t('figureSheets.preview.nothing')}>
        <p>{t('figureSheets.preview.nothingHelp')}</p>
      </Notice>
    )
  }
  const title = t('figureSheets.preview.changes', { count: changes.length })
  return (
    <Section id="changes" title={title} intro={t('figureSheets.preview.same', { count: same })}>
      <DataTable
        caption={title}
        hideCaption
        columns={['indicator', 'field', 'before', 'after', 'unit', 'cell'].map((key) => ({
          key,
          header: t(`figureSheets.preview.${key}`),
        }))}
        rows={changes.map(({ row, field, before, after, at }) => ({
          key: at,
          cells: [row.name, t(sheetFieldLabels[field]), shown(before), shown(after), row.unit, at],
        }))}
      />
    </Section>
  )
}

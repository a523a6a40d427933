import { FileFrame } from '@/components/evidence/file-parts'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { FileInput } from '@/components/ui/file-input'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { largestFile } from '@/lib/evidence/files/model'
import type { Words } from '@/lib/platform/words'
import { figureSheetAddress, figureSheetFileAddress } from '@/lib/rounds/addresses'
import { sheetReasonLabels } from '@/lib/status-reports/sheets/labels'
import type { FigureRow } from '@/lib/status-reports/sheets/model'
import type { SheetRow } from '@/lib/status-reports/sheets/reading/model'
import { formatDateTime, formatFileSize, formatNumber } from '@/lib/values/format'

type Place = { t: Words; project: string; period: string }

/** Why the last file was not read. */
export function RefusedSheet({ t, reason }: { t: Words; reason: string | null }) {
  const key = Object.entries(sheetReasonLabels).find(([name]) => name === reason)?.[1]
  if (key === undefined) return null
  return (
    <Notice kind="danger" word={t('figureSheets.refused')} live>
      <p>{t(key)}</p>
    </Notice>
  )
}

/** The forms that can be downloaded: of everything, and of each unit where there are several. */
export function SheetForms({ t, project, period, rows }: Place & { rows: readonly FigureRow[] }) {
  const units = Map.groupBy(rows, ({ unitId }) => unitId)
  const count = (number: number) => formatNumber(number, t.locale)
  return (
    <Section id="get" title={t('figureSheets.get.title')}>
      {rows.length === 0 ? (
        <EmptyState title={t('figureSheets.get.none')}>{t('figureSheets.get.noneHelp')}</EmptyState>
      ) : (
        <ul className="plain-list">
          <li>
            <a href={figureSheetFileAddress(project, period)} download>
              {t('figureSheets.get.all', { count: count(rows.length) })}
            </a>
          </li>
          {units.size > 1 &&
            [...units].map(([id, own]) => (
              <li key={id}>
                <a href={figureSheetFileAddress(project, period, id)} download>
                  {t('figureSheets.get.unit', { unit: own[0]?.unit ?? '', count: count(own.length) })}
                </a>
              </li>
            ))}
        </ul>
      )}
    </Section>
  )
}

/** Where a filled-in form is sent, and those that were sent before. */
export function SentSheets({ t, project, period, sheets }: Place & { sheets: readonly SheetRow[] }) {
  const size = formatFileSize(largestFile, t.locale)
  return (
    <>
      <Section id="send" title={t('figureSheets.send.title')}>
        <FileFrame to={figureSheetFileAddress(project, period)} values={{}} send={t('figureSheets.send.button')}>
          <FileInput
            id="figure-sheet"
            name="file"
            label={t('figureSheets.send.file')}
            help={t('figureSheets.send.help', { size })}
            accept=".xlsx"
            required
          />
        </FileFrame>
      </Section>
      <Section id="sheets" title={t('figureSheets.list.title')}>
        <DataTable
          caption={t('figureSheets.list.title')}
          hideCaption
          columns={['file', 'read', 'state'].map((key) => ({ key, header: t(`figureSheets.list.${key}`) }))}
          rows={sheets.map((one) => ({
            key: one.id,
            cells: [
              { text: one.name, href: figureSheetAddress(project, period, one.id) },
              formatDateTime(one.at, t.locale),
              stateText(t, one),
            ],
          }))}
          empty={<p>{t('figureSheets.list.none')}</p>}
        />
      </Section>
    </>
  )
}

function stateText(t: Words, { taken, isRefused }: SheetRow): string {
  if (taken) return t('figureSheets.list.taken', { when: formatDateTime(taken.at, t.locale), count: taken.count })
  return t(isRefused ? 'figureSheets.list.refused' : 'figureSheets.list.waiting')
}

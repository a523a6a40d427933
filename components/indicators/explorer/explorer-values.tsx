import { CopyTable } from '@/components/indicators/explorer/copy-table'
import type { Explored } from '@/components/indicators/explorer/model'
import { DataTable } from '@/components/ui/data-table'
import type { PlainCell, Row } from '@/components/ui/table-model'
import { measurementRoleLabels } from '@/lib/indicators/labels'
import type { Words } from '@/lib/platform/words'
import { indicatorAddress } from '@/lib/projects/addresses'
import { sheetFormatLabels } from '@/lib/projects/listings/labels'
import { sheetFormats } from '@/lib/projects/listings/model'
import { scopeOf } from '@/lib/rounds/snapshot/indicators/judgements/model'
import { correctionNotes, timeText } from '@/lib/steering/figure-texts/model'
import { figureAddress } from '@/lib/steering/figures/addresses'
import { explorerDataAddress } from '@/lib/steering/indicators/explorer/addresses'
import { clipboardRows, type ValueRow, valueListing } from '@/lib/steering/indicators/explorer/values/model'

type Props = { t: Words; project: string; explored: Explored }

/** Every value of the choice in words and numbers, to be read, copied and taken out. */
export function ExplorerValues({ t, project, explored }: Props) {
  const { chosen, values, choice, offered } = explored
  const listing = valueListing(t, values, { units: offered.units, cardOf: () => null })
  const parts = choice.part !== ''
  const columns = ['time', ...(parts ? ['part'] : []), 'value', 'written', 'role']
  return (
    <>
      <DataTable
        caption={t('explorer.values')}
        hideCaption
        columns={columns.map((key) => ({ key, header: t(`indicators.measurement.${key}`) }))}
        rows={chosen.flatMap((indicator): Row[] => {
          const own = values.filter((row) => row.indicator.id === indicator.id)
          const group = {
            key: indicator.id,
            group: <a href={indicatorAddress(project, indicator.id)}>{indicator.name}</a>,
          }
          if (own.length === 0) return [group, { key: `${indicator.id} none`, cells: [none(t)] }]
          return [
            group,
            ...own.map((row, index) => ({ key: `${row.measurement.id} ${index}`, cells: cellsOf(t, explored, row) })),
          ]
        })}
      />
      <div className="no-print mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <CopyTable
          rows={clipboardRows(listing, t.locale)}
          words={{
            copy: t('explorer.copy'),
            copied: t('explorer.copied', { count: values.length }),
            failed: t('explorer.copyFailed'),
          }}
        />
        <span>{t('explorer.asFile')}</span>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {sheetFormats.map((format) => (
            <li key={format}>
              <a href={explorerDataAddress(project, choice, format)} download>
                {t(sheetFormatLabels[format])}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

const none = (t: Words): PlainCell => ({ text: t('explorer.notDrawn.noValues'), unknown: true })

function cellsOf(t: Words, { known, hasCard }: Explored, row: ValueRow): PlainCell[] {
  const { indicator, measurement, part, text, asWritten, unknown } = row
  const { publication } = known
  const notes = [scopeOf(measurement), measurement.value.note, ...correctionNotes(t, indicator, measurement)]
  const href =
    publication && hasCard(measurement.id)
      ? figureAddress(publication.code, { kind: 'measurement', id: measurement.id })
      : undefined
  return [
    timeText(t, measurement.time) ?? { text: t('indicators.noTime'), unknown: true },
    ...(part === null ? [] : [part]),
    { text, href, unknown: unknown !== null, note: notes.filter(Boolean).join('. ') || undefined },
    asWritten,
    t(measurementRoleLabels[measurement.role]),
  ]
}

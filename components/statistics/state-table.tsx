import { DataTable } from '@/components/ui/data-table'
import type { PlainCell } from '@/components/ui/table-model'
import type { Words } from '@/lib/platform/words'
import { serviceLabels, stateLabels } from '@/lib/statistics/labels'
import { type ServiceState, seriesStates } from '@/lib/statistics/model'
import { formatDateTime, formatNumber } from '@/lib/values/format'

/** How each service is set, what it has given and when it was last asked. */
export function StateTable({ t, services }: { t: Words; services: readonly ServiceState[] }) {
  const moment = (value: Date | null): PlainCell =>
    value ? formatDateTime(value, t.locale) : { text: t('statistics.admin.never'), unknown: true }
  const headers = ['address', 'catalogue', 'series', 'lastRetrieved', 'lastTried']
  return (
    <DataTable
      caption={t('statistics.admin.services')}
      hideCaption
      columns={[
        { key: 'service', header: t('statistics.column.service') },
        { key: 'on', header: t('statistics.admin.on') },
        ...headers.map((key) => ({ key, header: t(`statistics.admin.${key}`) })),
      ]}
      rows={services.map((one) => ({
        key: one.service,
        cells: [
          t(serviceLabels[one.service]),
          one.isOn
            ? { text: t('statistics.admin.on'), tag: 'good' }
            : { text: t('statistics.admin.off'), tag: 'neutral' },
          one.address,
          {
            text: t('statistics.admin.entries', { count: one.entries }),
            note: one.catalogueAt ? formatDateTime(one.catalogueAt, t.locale) : undefined,
          },
          seriesCell(t, one),
          moment(one.lastRetrieved),
          moment(one.lastTried),
        ],
      }))}
    />
  )
}

function seriesCell(t: Words, { series }: ServiceState): PlainCell {
  const told = seriesStates
    .filter((state) => series[state] > 0)
    .map((state) =>
      t('statistics.admin.stateCount', { state: t(stateLabels[state]), count: formatNumber(series[state], t.locale) }),
    )
  return told.length > 0 ? told.join('; ') : { text: t('statistics.admin.noSeries'), unknown: true }
}

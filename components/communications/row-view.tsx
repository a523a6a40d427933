import { scheduleText } from '@/components/communications/row-texts'
import { periodName } from '@/components/rounds/period-name'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { DefinitionList } from '@/components/ui/definition-list'
import { Section } from '@/components/ui/section'
import { itemAddress } from '@/lib/communications/addresses'
import { itemKindLabels } from '@/lib/communications/labels'
import { type CommunicationEntry, type CommunicationItemKind, communicationItemKinds } from '@/lib/communications/model'
import type { Words } from '@/lib/platform/words'
import type { PeriodHeader } from '@/lib/projects/model'
import { formatDate } from '@/lib/values/format'

type Props = {
  t: Words
  project: { key: string; periods: PeriodHeader[] }
  row: CommunicationEntry
  writes: boolean
}

/** One row of the plan: what is planned, and beside it what has been done. */
export function RowView({ t, project, row, writes }: Props) {
  const period = project.periods.find(({ id }) => id === row.periodId)
  const told = (text: string | null) => text ?? t('communications.notTold')
  return (
    <>
      <Section id="facts" title={t('communications.plan')}>
        <DefinitionList
          items={[
            { term: t('communications.column.aim'), value: told(row.aim) },
            { term: t('communications.column.audience'), value: told(row.audience) },
            { term: t('communications.column.channels'), value: told(row.channels.join(', ') || null) },
            { term: t('communications.column.schedule'), value: told(scheduleText(row, t)) },
            { term: t('communications.column.role'), value: told(row.responsibleRole) },
            { term: t('communications.field.statusText'), value: told(row.statusText) },
            {
              term: t('communications.column.period'),
              value: period ? periodName(period.key) : t('communications.everyPeriod'),
            },
          ]}
        />
      </Section>
      {communicationItemKinds.map((kind) => (
        <Items key={kind} t={t} project={project} row={row} kind={kind} writes={writes} />
      ))}
    </>
  )
}

function Items({ t, project, row, kind, writes }: Props & { kind: CommunicationItemKind }) {
  const items = row.items.filter((item) => item.kind === kind)
  return (
    <Section
      id={kind}
      title={t(itemKindLabels[kind])}
      actions={
        writes && (
          <ButtonLink small href={`${itemAddress(project.key, row.id, 'new')}?kind=${kind}`}>
            {t(`communications.addItem.${kind}`)}
          </ButtonLink>
        )
      }
    >
      <DataTable
        caption={t(itemKindLabels[kind])}
        hideCaption
        columns={(['text', 'day', 'url'] as const).map((key) => ({
          key,
          header: t(`communications.itemColumn.${key}`),
        }))}
        rows={items.map((item) => ({
          key: item.id,
          cells: [
            { text: item.text, href: writes ? itemAddress(project.key, row.id, item.id) : undefined },
            item.happenedOn
              ? formatDate(item.happenedOn, t.locale)
              : { text: t('communications.noDay'), unknown: true },
            item.url ? { text: item.url, href: item.url } : '',
          ],
        }))}
        empty={<p>{t(`communications.noItems.${kind}`)}</p>}
      />
    </Section>
  )
}

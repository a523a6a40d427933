import { roundLightStatuses } from '@/components/rounds/round-light'
import { reasonTexts } from '@/components/status-reports/reason-texts'
import { stateTones } from '@/components/status-reports/state-tag'
import { StepForm } from '@/components/status-reports/step-form'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import type { CellParts } from '@/components/ui/table-model'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import { filterQuery, type RoundFilter } from '@/lib/rounds/filters/model'
import { roundLightLabels, unitStateLabels } from '@/lib/rounds/labels'
import type { RoundRow } from '@/lib/rounds/model'
import { queueAddress } from '@/lib/rounds/queue/addresses'
import { type Mark, markedReports, markText, type Queue } from '@/lib/rounds/queue/model'
import { reportAddress } from '@/lib/status-reports/addresses'
import { findingLabels } from '@/lib/status-reports/review/labels'
import type { WaitingBrief } from '@/lib/status-reports/review/model'

type Props = {
  t: Words
  project: string
  queue: Queue
  marks: readonly Mark[]
  filter: RoundFilter
  approve: FormAction
}

/** What was marked, with everything that should be known before all of it is approved at once. */
export function ApproveMany({ t, project, queue, marks, filter, approve }: Props) {
  const { periodKey, usesLights } = queue.round
  const { ready, moved } = markedReports(queue, marks)
  const back = (
    <ButtonLink kind="quiet" href={queueAddress(project, periodKey, { filter })}>
      {t('reviewQueue.many.back')}
    </ButtonLink>
  )
  if (ready.length + moved.length === 0) {
    return (
      <EmptyState title={t('reviewQueue.many.none')} actions={back}>
        {t('reviewQueue.many.noneHelp')}
      </EmptyState>
    )
  }
  return (
    <>
      {ready.length > 0 && (
        <Section id="ready" title={t('reviewQueue.many.list', { count: ready.length })}>
          <DataTable
            caption={t('reviewQueue.many.title')}
            hideCaption
            columns={columns(t, usesLights)}
            rows={ready.map(({ row, brief }) => ({
              key: row.unitId,
              cells: cellsOf(t, reportAddress(project, periodKey, row.unitId), row, brief, usesLights),
            }))}
          />
          <StepForm
            action={approve}
            values={{
              project,
              period: periodKey,
              filter: filterQuery(filter),
              marks: ready.map(({ row, brief }) => markText({ unitId: row.unitId, version: brief.version })).join(','),
            }}
            label={t('reviewQueue.many.do', { count: ready.length })}
            reasons={reasonTexts(t)}
            notice={t('ui.notice.danger')}
          />
        </Section>
      )}
      {moved.length > 0 && (
        <Section
          id="moved"
          title={t('reviewQueue.many.moved', { count: moved.length })}
          intro={t('reviewQueue.many.movedHelp')}
        >
          <DataTable
            caption={t('reviewQueue.many.moved', { count: moved.length })}
            hideCaption
            columns={[
              { key: 'unit', header: t('reviewQueue.many.unit') },
              { key: 'state', header: t('reviewQueue.many.state') },
            ]}
            rows={moved.map((row) => ({
              key: row.unitId,
              cells: [
                { text: row.title, href: reportAddress(project, periodKey, row.unitId) },
                { text: t(unitStateLabels[row.state]), tag: stateTones[row.state] },
              ],
            }))}
          />
        </Section>
      )}
      <p className="mt-6">{back}</p>
    </>
  )
}

function columns(t: Words, usesLights: boolean) {
  return ['unit', ...(usesLights ? ['light'] : []), 'reason', 'comments', 'findings'].map((key) => ({
    key,
    header: t(`reviewQueue.many.${key}`),
    numeric: key === 'comments',
  }))
}

function cellsOf(t: Words, href: string, row: RoundRow, brief: WaitingBrief, usesLights: boolean): CellParts[] {
  const { reason, findings, openThreads } = brief
  const light = brief.light ?? 'not_chosen'
  return [
    { text: row.title, href, note: row.code ?? undefined },
    ...(usesLights ? [{ text: t(roundLightLabels[light]), status: roundLightStatuses[light] }] : []),
    reason ? { text: reason } : { text: t('reviewQueue.many.noReason'), unknown: true },
    { text: String(openThreads) },
    { text: findings.map((finding) => t(findingLabels[finding])).join('; ') || t('reviewQueue.findingsNone') },
  ]
}

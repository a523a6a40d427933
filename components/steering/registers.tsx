import { type Board, unitAddress } from '@/components/steering/model'
import { DataTable } from '@/components/ui/data-table'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { itemKindLabels } from '@/lib/communications/labels'
import { communicationItemKinds, textsOf } from '@/lib/communications/model'
import { planChangeStateLabels } from '@/lib/plan-changes/labels'
import { countDecisions } from '@/lib/plan-changes/model'
import type { SnapshotPlanChange } from '@/lib/rounds/snapshot/model'
import { timeText } from '@/lib/steering/figure-texts/model'
import { amountText } from '@/lib/steering/money-texts/model'
import { formatTimeCode } from '@/lib/values/format'

/** Nothing is frozen of meetings yet: what is not known is said so. */
export function Decisions({ t }: Board) {
  return (
    <Section id="decisions" title={t('steering.decisions.title')}>
      <Notice kind="info" word={t('steering.decisions.none')}>
        <p>{t('steering.decisions.noneText')}</p>
      </Notice>
    </Section>
  )
}

export function PlanChanges(board: Board) {
  const { t, body } = board
  const changes = body.planChanges
  const column = (key: string) => ({ key, header: t(`steering.planChanges.${key}`) })
  const count = { changes: changes.length, dates: countDecisions(changes) }
  return (
    <Section
      id="plan-changes"
      title={t('steering.planChanges.title')}
      intro={changes.length > 0 ? t('steering.planChanges.count', count) : undefined}
    >
      <DataTable
        caption={t('steering.planChanges.title')}
        hideCaption
        columns={['change', 'unit', 'decided', 'state'].map(column)}
        rows={changes.map((change) => ({ key: change.id, cells: changeCells(board, change) }))}
        empty={<p>{t('steering.planChanges.none')}</p>}
      />
    </Section>
  )
}

function changeCells({ t, body, view }: Board, change: SnapshotPlanChange) {
  const unit = body.units.find((one) => one.id === change.workPackageId)
  const { oldAmount, newAmount } = change
  const amounts =
    oldAmount !== null && newAmount !== null
      ? t('steering.planChanges.amounts', { old: amountText(t, oldAmount), new: amountText(t, newAmount) })
      : null
  return [
    {
      text: change.no === null ? change.title : `${change.no}. ${change.title}`,
      note: [change.what, change.why, amounts].filter(Boolean).join('. ') || undefined,
    },
    unit
      ? { text: unit.title, href: unit.reports ? unitAddress({ body, view }, unit.id) : undefined }
      : (change.workPackageAsWritten ?? { text: t('steering.planChanges.unknown'), unknown: true }),
    change.decided.map((one) => formatTimeCode(one.timeCode, t.locale)).join(', ') || {
      text: t('steering.planChanges.unknown'),
      unknown: true,
    },
    t(planChangeStateLabels[change.state]),
  ]
}

export function Communications({ t, body }: Board) {
  const rows = body.communications
  const responsible = rows.find((row) => row.responsibleRole)?.responsibleRole
  return (
    <Section
      id="communications"
      title={t('steering.communications.title')}
      intro={responsible ? t('steering.communications.responsible', { role: responsible }) : undefined}
    >
      <DataTable
        caption={t('steering.communications.title')}
        hideCaption
        columns={[
          { key: 'topic', header: t('steering.communications.topic') },
          ...communicationItemKinds.map((kind) => ({ key: kind, header: t(itemKindLabels[kind]) })),
          { key: 'channels', header: t('steering.communications.channels') },
          { key: 'state', header: t('steering.communications.state') },
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          cells: [
            row.topic,
            ...communicationItemKinds.map((kind) => textsOf(row, kind).join('; ')),
            row.channels.join(', '),
            [row.statusText, row.dateAsWritten].filter(Boolean).join(', '),
          ],
        }))}
        empty={<p>{t('steering.communications.none')}</p>}
      />
    </Section>
  )
}

export function EndedUnits({ t, body, view }: Board) {
  const ended = body.units.flatMap((unit) => (unit.ended ? [{ unit, ended: unit.ended }] : []))
  return (
    <Section id="ended" title={t('steering.ended.title')}>
      {ended.length === 0 && <p>{t('steering.ended.none')}</p>}
      <div className="board-cards">
        {ended.map(({ unit, ended: { code, asWritten, summary, outputs, linksMissing } }) => {
          const time = timeText(t, { code, asWritten })
          const links = unit.links.filter((link) => link.atEnd)
          return (
            <article key={unit.id} className="board-card">
              <h3>
                <a href={unitAddress({ body, view }, unit.id)}>{unit.title}</a>
              </h3>
              {time && <p className="board-quiet">{t('steering.ended.when', { time })}</p>}
              {summary && <p>{summary}</p>}
              {outputs.length > 0 && <h4>{t('steering.ended.outputs')}</h4>}
              <ul className="board-plain">
                {outputs.map((output) => (
                  <li key={output}>{output}</li>
                ))}
              </ul>
              {links.length > 0 && <h4>{t('steering.ended.links')}</h4>}
              <ul className="board-plain">
                {links.map((link) => (
                  <li key={link.id}>{link.url ? <a href={link.url}>{link.label}</a> : link.label}</li>
                ))}
              </ul>
              {linksMissing ? (
                <p className="board-quiet">{t('steering.ended.missing', { count: linksMissing })}</p>
              ) : null}
            </article>
          )
        })}
      </div>
    </Section>
  )
}

import { FigureLink, figureCell } from '@/components/steering/figure-link'
import { type Board, unitAddress } from '@/components/steering/model'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { Cell } from '@/components/ui/table-model'
import { planChangeStateLabels } from '@/lib/plan-changes/labels'
import { countDecisions } from '@/lib/plan-changes/model'
import type { SnapshotPlanChange } from '@/lib/rounds/snapshot/model'
import { amountText } from '@/lib/steering/money-texts/model'
import { formatDate, formatNumber, formatTimeCode } from '@/lib/values/format'

/** Changes of the plan: what became of what, in money too, when decided and from when in force. */
export function PlanChanges(board: Board) {
  const { t, code, body } = board
  const changes = body.planChanges
  if (changes.length === 0) {
    return (
      <Section id="plan-changes" title={t('steering.planChanges.title')}>
        <p>{t('steering.planChanges.none')}</p>
      </Section>
    )
  }
  const intro = (
    <>
      {t('steering.planChanges.all')}:{' '}
      <FigureLink code={code} kind="computed" id="plan-changes">
        {formatNumber(changes.length, t.locale)}
      </FigureLink>
      . {t('steering.planChanges.dates')}:{' '}
      <FigureLink code={code} kind="computed" id="plan-change-dates">
        {formatNumber(countDecisions(changes), t.locale)}
      </FigureLink>
      .
    </>
  )
  const column = (key: string) => ({ key, header: t(`steering.planChanges.${key}`) })
  return (
    <Section id="plan-changes" title={t('steering.planChanges.title')} intro={intro}>
      <DataTable
        caption={t('steering.planChanges.title')}
        hideCaption
        columns={['change', 'unit', 'decided', 'inForce', 'state'].map(column)}
        rows={changes.map((change) => ({ key: change.id, cells: cells(board, change) }))}
      />
    </Section>
  )
}

function cells(board: Board, change: SnapshotPlanChange): Cell[] {
  const { t, body } = board
  const unit = body.units.find((one) => one.id === change.workPackageId)
  const months = change.decided.map((one) => formatTimeCode(one.timeCode, t.locale)).join(', ')
  const unknown = { text: t('steering.planChanges.unknown'), unknown: true }
  return [
    <Told key="told" board={board} change={change} />,
    unit
      ? { text: unit.title, href: unit.reports ? unitAddress(board, unit.id) : undefined }
      : (change.workPackageAsWritten ?? unknown),
    months || unknown,
    change.inForceFrom ? formatDate(change.inForceFrom, t.locale) : unknown,
    figureCell(board, 'plan_change', change.id, t(planChangeStateLabels[change.state])),
  ]
}

function Told({ board, change }: { board: Board; change: SnapshotPlanChange }) {
  const { t } = board
  return (
    <>
      {change.no === null ? change.title : `${change.no}. ${change.title}`}
      {[change.what, change.why].filter(Boolean).map((text) => (
        <span key={text} className="cell-note">
          {text}
        </span>
      ))}
      <OldAndNew oldText={change.oldText} newText={change.newText} />
      {change.rejectedReason && (
        <span className="cell-note">{t('steering.planChanges.rejected', { reason: change.rejectedReason })}</span>
      )}
      <Effects board={board} change={change} />
    </>
  )
}

function OldAndNew({ oldText, newText }: Pick<SnapshotPlanChange, 'oldText' | 'newText'>) {
  if (oldText === null && newText === null) return null
  return (
    <span className="cell-note">
      {oldText !== null && <del>{oldText}</del>} {newText !== null && <ins>{newText}</ins>}
    </span>
  )
}

/** What the change does to the money of each place; the amount of the whole change where no place is told. */
function Effects({ board, change }: { board: Board; change: SnapshotPlanChange }) {
  const { t, code, body } = board
  const whole = { id: change.id, investmentId: change.investmentId, workPackageId: null, year: null, costType: null }
  const { oldAmount, newAmount } = change
  const effects =
    change.effects.length > 0 || (oldAmount === null && newAmount === null)
      ? change.effects
      : [{ ...whole, oldAmount, newAmount }]
  const amount = (value: string | null) => (value === null ? t('steering.planChanges.unknown') : amountText(t, value))
  return (
    <>
      {effects.map((effect) => {
        const investment = body.investments.find(({ id }) => id === effect.investmentId)
        const unit = body.units.find(({ id }) => id === effect.workPackageId)
        const place = [investment?.code ?? investment?.title, unit?.title, effect.year, effect.costType]
        return (
          <span key={effect.id} className="cell-note">
            {place.filter(Boolean).join(', ') || t('steering.money.wholeProject')}:{' '}
            <FigureLink code={code} kind="plan_change" id={change.id}>
              {amount(effect.oldAmount)} → {amount(effect.newAmount)}
            </FigureLink>
          </span>
        )
      })}
    </>
  )
}

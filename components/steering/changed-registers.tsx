import { FigureLink } from '@/components/steering/figure-link'
import { MoveMark, riskSigns, riskTones } from '@/components/steering/marks'
import type { Board } from '@/components/steering/model'
import { planChangeStateLabels } from '@/lib/plan-changes/labels'
import type { PlanChangeNews, RiskChange } from '@/lib/steering/changes/registers/model'
import { riskMoveLabels } from '@/lib/steering/labels'
import { formatNumber, formatTimeCode } from '@/lib/values/format'

/** Risks that moved: points then and now. */
export function ChangedRisks({ board, changes }: { board: Board; changes: readonly RiskChange[] }) {
  const { t, code, earlier } = board
  const points = (of: string | undefined, risk: RiskChange['risk'], value: number | null) => {
    if (value === null || of === undefined) return t('steering.risks.unscored')
    return (
      <FigureLink code={of} kind="risk" id={risk.id}>
        {formatNumber(value, t.locale)}
      </FigureLink>
    )
  }
  return changes.map(({ risk, move, before, now }) => (
    <li key={risk.id}>
      <MoveMark sign={riskSigns[move]} word={t(riskMoveLabels[move])} tone={riskTones[move]} />
      <div>
        <a href={`#risk-${risk.id}`}>{risk.no === null ? risk.description : `${risk.no}. ${risk.description}`}</a>
        <p>
          {t('steering.risks.points')} {move !== 'new' && <>{points(earlier?.code, risk, before.points)} → </>}
          {move === 'closed' ? t('steering.changed.riskClosed') : points(code, risk, now.points)}
          {move === 'closed' && risk.closedReason && `. ${risk.closedReason}`}
        </p>
      </div>
    </li>
  ))
}

/** Changes of the plan that are new, in another state, or decided once more. */
export function ChangedPlan({ board, news }: { board: Board; news: readonly PlanChangeNews[] }) {
  const { t, code } = board
  return news.map(({ change, before, decided }) => (
    <li key={change.id}>
      <MoveMark
        sign={before === null ? '+' : '→'}
        word={t(before === null ? 'steering.changed.planNew' : 'steering.changed.changed')}
      />
      <div>
        <a href="#plan-changes">{change.no === null ? change.title : `${change.no}. ${change.title}`}</a>
        <p>
          {before !== null && before !== change.state && `${t(planChangeStateLabels[before])} → `}
          <FigureLink code={code} kind="plan_change" id={change.id}>
            {t(planChangeStateLabels[change.state])}
          </FigureLink>
          {decided.length > 0 &&
            `, ${t('steering.changed.decided', {
              months: decided.map(({ timeCode }) => formatTimeCode(timeCode, t.locale)).join(', '),
            })}`}
        </p>
      </div>
    </li>
  ))
}

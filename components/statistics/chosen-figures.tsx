import { statisticsReasons } from '@/components/statistics/words'
import { StepForm } from '@/components/status-reports/step-form'
import { DataTable } from '@/components/ui/data-table'
import type { FormAction } from '@/lib/access/form-state'
import { roleLabels } from '@/lib/access/labels'
import { measurementRoleLabels } from '@/lib/indicators/labels'
import type { Words } from '@/lib/platform/words'
import type { ChosenFigure } from '@/lib/statistics/model'
import { figureText } from '@/lib/statistics/shown/model'
import { formatDate, formatTimeCode } from '@/lib/values/format'

type Props = {
  t: Words
  chosen: readonly ChosenFigure[]
  /** Where the indicator's values stand */
  indicator: string
  /** Null: the reader takes nothing back */
  withdraw: { action: FormAction; values: Record<string, string> } | null
}

/** Figures that people have taken as the project's own or to compare with: whose decision it was, when and why. */
export function ChosenFigures({ t, chosen, indicator, withdraw }: Props) {
  if (chosen.length === 0) return null
  const columns = ['value', 'as', 'who', 'reason', 'source'].map((key) => ({
    key,
    header: t(`statistics.chosen.${key}`),
  }))
  return (
    <div className="mt-6">
      <DataTable
        caption={t('statistics.chosen.title')}
        columns={[...columns, ...(withdraw ? [{ key: 'withdraw', header: t('statistics.chosen.withdraw') }] : [])]}
        rows={chosen.map((one) => ({
          key: one.measurementId,
          cells: [
            { text: valueText(t, one), note: one.area ?? undefined, href: `${indicator}#value-${one.measurementId}` },
            t(measurementRoleLabels[one.role]),
            t('statistics.chosen.by', {
              role: one.chosenBy ? t(roleLabels[one.chosenBy]) : t('statistics.chosen.noRole'),
              day: formatDate(one.chosenAt, t.locale),
            }),
            one.reason,
            one.source,
            ...(withdraw
              ? [
                  <StepForm
                    key="withdraw"
                    action={withdraw.action}
                    values={{ ...withdraw.values, measurementId: one.measurementId }}
                    label={t('statistics.chosen.withdraw')}
                    fullLabel={t('statistics.chosen.withdrawNamed', { figure: valueText(t, one) })}
                    kind="quiet"
                    small
                    reasons={statisticsReasons(t)}
                    notice={t('ui.notice.danger')}
                  />,
                ]
              : []),
          ],
        }))}
      />
    </div>
  )
}

function valueText(t: Words, { number, unit, timeCode }: ChosenFigure): string {
  const figure = number === null ? undefined : { number, unknown: null }
  const text = figureText(t, { unit, decimals: null }, figure)
  return timeCode ? t('statistics.ofTime', { figure: text, time: formatTimeCode(timeCode, t.locale) }) : text
}

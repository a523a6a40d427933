import { Chart } from '@/components/charts/chart'
import { DataTable } from '@/components/ui/data-table'
import type { FunnelChart } from '@/lib/charts/model'
import type { Words } from '@/lib/platform/words'
import { answerLabels } from '@/lib/toimintamallit/labels'
import { type AnswerCounts, answers, type Funnel } from '@/lib/toimintamallit/register/model'
import { formatNumber } from '@/lib/values/format'

const steps = ['described', 'piloted', 'taken', 'stayed'] as const

/** How far the models have come, and for how many nobody has told it. */
export function RegisterFunnel({ t, funnel }: { t: Words; funnel: Funnel }) {
  const number = (value: number) => formatNumber(value, t.locale)
  return (
    <div className="grid gap-x-8 lg:grid-cols-2">
      <div className="min-w-0">
        <Chart id="funnel" model={funnelChart(t, funnel)} t={t} note={t('toimintamallit.funnel.note')} />
      </div>
      <div className="min-w-0">
        <DataTable
          caption={t('toimintamallit.funnel.answers')}
          captionNote={t('toimintamallit.funnel.answersNote')}
          columns={[
            { key: 'step', header: t('toimintamallit.funnel.step') },
            ...answers.map((answer) => ({ key: answer, header: t(answerLabels[answer]), numeric: true })),
          ]}
          rows={steps.map((step) => ({
            key: step,
            cells: [t(`toimintamallit.funnel.${step}`), ...answers.map((answer) => number(funnel[step][answer]))],
          }))}
        />
      </div>
    </div>
  )
}

function funnelChart(t: Words, funnel: Funnel): FunnelChart {
  const step = (name: (typeof steps)[number]) => {
    const counts: AnswerCounts = funnel[name]
    const yes = counts.yes + counts.partly
    const known = funnel.all - counts.unknown
    return {
      name: t(`toimintamallit.funnel.${name}`),
      // Nothing known is not zero: no bar, and the word for it.
      point:
        known === 0
          ? { value: null, text: t('toimintamallit.use.unknown') }
          : { value: String(yes), text: formatNumber(yes, t.locale) },
      note:
        counts.unknown > 0 && known > 0 ? t('toimintamallit.funnel.unknownOf', { count: counts.unknown }) : undefined,
    }
  }
  const all = { value: String(funnel.all), text: formatNumber(funnel.all, t.locale) }
  return {
    kind: 'funnel',
    title: t('toimintamallit.funnel.title'),
    steps: [{ name: t('toimintamallit.funnel.all'), point: all }, ...steps.map(step)],
  }
}

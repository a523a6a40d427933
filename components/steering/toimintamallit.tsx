import { Chart } from '@/components/charts/chart'
import { chartLinks, figureCell } from '@/components/steering/figure-link'
import type { Board } from '@/components/steering/model'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { FunnelChart } from '@/lib/charts/model'
import type { Words } from '@/lib/platform/words'
import { type Answers, describedAnswer } from '@/lib/steering/toimintamallit/model'
import { unknownUseLabel, useStateLabels } from '@/lib/toimintamallit/labels'
import { takenInto, type UseState } from '@/lib/toimintamallit/model'
import { formatNumber } from '@/lib/values/format'

export function Toimintamallit(board: Board) {
  const { t, code, body, summary } = board
  const { toimintamallit } = body
  if (toimintamallit.length === 0) {
    return (
      <Section id="toimintamallit" title={t('steering.toimintamallit.title')}>
        <p>{t('steering.toimintamallit.none')}</p>
      </Section>
    )
  }
  const titles = new Map(body.units.map((unit) => [unit.id, unit.title]))
  const column = (key: string) => ({ key, header: t(`steering.toimintamallit.${key}`) })
  return (
    <Section
      id="toimintamallit"
      title={t('steering.toimintamallit.title')}
      intro={t('steering.toimintamallit.explanation')}
    >
      <Chart id="funnel" model={funnelChart(t, summary.toimintamallit)} t={t} hrefOf={chartLinks(code)} />
      <DataTable
        caption={t('steering.toimintamallit.list')}
        columns={['name', 'unit', 'described', 'piloted', 'taken', 'stayed'].map(column)}
        rows={toimintamallit.map((model) => ({
          key: model.id,
          cells: [
            { text: model.name, href: model.innokylaUrl ?? undefined, note: model.note ?? undefined },
            titles.get(model.workPackageId ?? '') ?? '',
            ...[
              answer(t, describedAnswer(model)),
              answer(t, model.piloted, model.pilotedAsWritten),
              answer(t, takenInto(model)),
              answer(t, model.stayedInUse, model.stayedInUseAsWritten),
            ].map((cell) => figureCell(board, 'toimintamalli', model.id, cell)),
          ],
        }))}
      />
    </Section>
  )
}

function answer(t: Words, state: UseState | null, written: string | null = null) {
  if (state === null) return { text: t(unknownUseLabel), unknown: true, note: written ?? undefined }
  return { text: t(useStateLabels[state]), note: written ?? undefined }
}

/** The way of the models from a description into use. */
export function funnelChart(
  t: Words,
  { all, described, piloted, taken, stayedInUse }: Board['summary']['toimintamallit'],
): FunnelChart {
  const figure = (id: string) => ({ kind: 'computed', id })
  const step = (name: string, answers: Answers) => {
    const yes = answers.yes + answers.partly
    const known = all - answers.unknown
    return {
      name: t(`steering.toimintamallit.${name}`),
      // Nothing known is not zero: no bar, and the word for it.
      point:
        known === 0
          ? { value: null, text: t('steering.toimintamallit.allUnknown') }
          : { value: String(yes), text: formatNumber(yes, t.locale), source: figure(`toimintamallit.${name}`) },
      note:
        answers.unknown > 0 && known > 0
          ? t('steering.toimintamallit.unknownOf', { count: answers.unknown })
          : undefined,
    }
  }
  return {
    kind: 'funnel',
    title: t('steering.toimintamallit.chart'),
    steps: [
      {
        name: t('steering.toimintamallit.all'),
        point: { value: String(all), text: formatNumber(all, t.locale), source: figure('toimintamallit') },
      },
      step('described', described),
      step('piloted', piloted),
      step('taken', taken),
      step('stayed', stayedInUse),
    ],
  }
}

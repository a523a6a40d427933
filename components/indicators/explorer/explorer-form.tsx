import { ExplorerIndicators } from '@/components/indicators/explorer/explorer-indicators'
import type { Explored } from '@/components/indicators/explorer/model'
import { Button } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/choice'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { Words } from '@/lib/platform/words'
import { periodText } from '@/lib/steering/figure-texts/model'
import { explorerAddress } from '@/lib/steering/indicators/explorer/addresses'
import { explorerAxisLabels, explorerShapeLabels } from '@/lib/steering/indicators/explorer/labels'
import {
  everyPart,
  explorerAxes,
  explorerShapes,
  partsOffered,
  timesOffered,
} from '@/lib/steering/indicators/explorer/model'
import { formatTimeCode } from '@/lib/values/format'

type Props = { t: Words; project: string; explored: Explored }

/** What is chosen. The choice lives in the address: nothing of it needs a script. */
export function ExplorerForm({ t, project, explored }: Props) {
  const { choice, offered } = explored
  const names = (places: ReadonlyMap<string, string>) => [...places].map(([value, label]) => ({ value, label }))
  const all = t('indicators.filter.all')
  return (
    <search>
      <form method="get" aria-label={t('explorer.form')} className="no-print">
        <div className="toolbar">
          <TextInput
            id="text"
            name="text"
            width="short"
            label={t('explorer.text')}
            defaultValue={choice.text}
            maxLength={200}
          />
          <Select
            {...select(t, 'unit', choice.unit)}
            empty={all}
            options={names(offered.units).filter(({ value }) =>
              offered.known.rows.some(({ workPackageId }) => workPackageId === value),
            )}
          />
          <Select
            {...select(t, 'investment', choice.investment)}
            empty={all}
            options={names(offered.investments).filter(({ value }) =>
              offered.known.rows.some(({ investmentId }) => investmentId === value),
            )}
          />
          <Button kind="secondary" small>
            {t('explorer.search')}
          </Button>
        </div>
        <ExplorerIndicators t={t} project={project} explored={explored} />
        <Limits t={t} explored={explored} />
        <RadioGroup
          id="shape"
          name="shape"
          inline
          label={t('explorer.shapeLabel')}
          defaultValue={choice.shape}
          choices={explorerShapes.map((value) => ({ value, label: t(explorerShapeLabels[value]) }))}
        />
        <RadioGroup
          id="axis"
          name="axis"
          inline
          label={t('explorer.axisLabel')}
          defaultValue={choice.axis}
          choices={explorerAxes.map((value) => ({ value, label: t(explorerAxisLabels[value]) }))}
        />
        <div className="actions">
          <Button>{t('ui.apply')}</Button>
          <a className="button" data-kind="quiet" href={explorerAddress(project)}>
            {t('ui.clear')}
          </a>
        </div>
      </form>
    </search>
  )
}

const select = (t: Words, name: 'unit' | 'investment' | 'from' | 'to' | 'publication' | 'part', value: string) => ({
  id: name,
  name,
  label: t(`explorer.${name}`),
  defaultValue: value,
  className: 'input max-w-72',
})

/** Times, publication and parts: each only where there is something to choose from. */
function Limits({ t, explored: { choice, known, chosen, publications } }: Omit<Props, 'project'>) {
  const times = timesOffered(known.rows)
  const parts = partsOffered(chosen)
  const time = (name: 'from' | 'to') => {
    const codes = [...new Set([...times, ...(choice[name] === '' ? [] : [choice[name]])])]
    return {
      ...select(t, name, choice[name]),
      empty: t('explorer.noLimit'),
      options: codes.map((value) => ({ value, label: formatTimeCode(value, t.locale) })),
    }
  }
  return (
    <div className="toolbar">
      <Select {...time('from')} />
      <Select {...time('to')} />
      {publications.length > 0 && (
        <Select
          {...select(t, 'publication', choice.publication)}
          empty={t('explorer.today')}
          options={publications.map((value) => ({
            value,
            label: t('explorer.published', { period: periodText(value) }),
          }))}
        />
      )}
      {parts.length > 0 && (
        <Select
          {...select(t, 'part', choice.part)}
          empty={t('explorer.noParts')}
          options={parts.map((value) => ({ value, label: value === everyPart ? t('explorer.everyPart') : value }))}
        />
      )}
    </div>
  )
}

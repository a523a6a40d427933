import { Chart } from '@/components/charts/chart'
import type { Explored } from '@/components/indicators/explorer/model'
import type { ChartSource } from '@/lib/charts/model'
import type { Words } from '@/lib/platform/words'
import { figureAddress } from '@/lib/steering/figures/addresses'
import { explorerPictureAddress } from '@/lib/steering/indicators/explorer/addresses'
import type { NotDrawn } from '@/lib/steering/indicators/explorer/charts/model'
import { pictureFormatLabels } from '@/lib/steering/indicators/explorer/labels'
import { pictureFormats } from '@/lib/steering/indicators/explorer/pictures/model'

type Props = { t: Words; project: string; explored: Explored }

const reasons: Record<NotDrawn['why'], string> = {
  no_values: 'explorer.notDrawn.noValues',
  no_numbers: 'explorer.notDrawn.noNumbers',
  no_parts: 'explorer.notDrawn.noParts',
}

/** The charts of the choice, each with its summary, its table and its pictures; and what could not be drawn, with the reason. */
export function ExplorerCharts({ t, project, explored: { choice, charts, known } }: Props) {
  const code = known.publication?.code ?? ''
  // A point has a source only where there is a card.
  const hrefOf = ({ kind, id }: ChartSource) =>
    figureAddress(code, { kind: kind === 'target' ? 'target' : 'measurement', id })
  const isSmall = choice.shape === 'small'
  return (
    <>
      {charts.remarks.map((remark) => (
        <p key={remark} className="mb-4 max-w-text">
          {remark}
        </p>
      ))}
      <div className={isSmall ? 'grid grid-cols-1 gap-x-10 lg:grid-cols-2' : undefined}>
        {charts.panels.map(({ key, model, notes }, index) => (
          <div key={key} className="min-w-0">
            <Chart
              id={`chart-${index + 1}`}
              model={model}
              t={t}
              note={notes.join(' ')}
              width={isSmall ? 480 : 760}
              hrefOf={hrefOf}
            />
            <PictureLinks
              t={t}
              title={model.title}
              address={(format) => explorerPictureAddress(project, choice, index + 1, format)}
            />
          </div>
        ))}
      </div>
      {charts.notDrawn.length > 0 && (
        <>
          <p>{t('explorer.notDrawn.title')}</p>
          <ul className="mb-6 list-disc pl-6">
            {charts.notDrawn.map(({ name, why }) => (
              <li key={name}>
                {name}: {t(reasons[why])}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function PictureLinks({ t, title, address }: { t: Words; title: string; address: (format: string) => string }) {
  return (
    <ul className="no-print -mt-6 mb-8 flex flex-wrap gap-x-4 text-small">
      {pictureFormats.map((format) => (
        <li key={format}>
          <a
            href={address(format)}
            aria-label={t('explorer.pictureOf', { title, format: t(pictureFormatLabels[format]) })}
            download
          >
            {t(pictureFormatLabels[format])}
          </a>
        </li>
      ))}
    </ul>
  )
}

import { statusOf } from '@/components/steering/marks'
import { StatusMark } from '@/components/ui/status-mark'
import type { Words } from '@/lib/platform/words'
import { shownLightLabels } from '@/lib/steering/labels'
import { shownLights } from '@/lib/steering/lights/model'
import type { PortfolioRow } from '@/lib/steering/portfolio/model'
import { formatNumber } from '@/lib/values/format'

/** How many units have which light in the newest publication. */
export function PortfolioLights({ t, row }: { t: Words; row: PortfolioRow }) {
  if (!row.published) return <span className="text-muted italic">{t('portfolio.notPublished')}</span>
  const { lights } = row.published.figures
  return (
    <ul className="list-none">
      {shownLights.map((light) => (
        <li key={light}>
          <StatusMark
            status={statusOf[light]}
            word={`${formatNumber(lights[light], t.locale)} ${t(shownLightLabels[light])}`}
          />
        </li>
      ))}
    </ul>
  )
}

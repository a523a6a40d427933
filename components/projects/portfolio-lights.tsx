import { statusOf } from '@/components/steering/marks'
import { StatusMark } from '@/components/ui/status-mark'
import type { Words } from '@/lib/platform/words'
import { lightWords } from '@/lib/steering/labels'
import { countedLights } from '@/lib/steering/lights/model'
import type { PortfolioRow } from '@/lib/steering/portfolio/model'
import { formatNumber } from '@/lib/values/format'

/** How many units have which light in the newest publication; where no lights are used, how many have reported. */
export function PortfolioLights({ t, row }: { t: Words; row: PortfolioRow }) {
  if (!row.published) return <span className="text-muted italic">{t('portfolio.notPublished')}</span>
  const { lights, usesLights } = row.published.figures
  return (
    <ul className="list-none">
      {countedLights(usesLights, lights).map((light) => (
        <li key={light}>
          <StatusMark
            status={statusOf[light]}
            word={`${formatNumber(lights[light], t.locale)} ${t(lightWords(usesLights)[light])}`}
          />
        </li>
      ))}
    </ul>
  )
}

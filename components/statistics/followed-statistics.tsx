import { ChosenFigures } from '@/components/statistics/chosen-figures'
import { SeriesFacts, SeriesMark } from '@/components/statistics/series-facts'
import { CountyTables, SeriesChart } from '@/components/statistics/series-figures'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import { indicatorAddress } from '@/lib/projects/addresses'
import { followAddress, seriesAddress } from '@/lib/statistics/addresses'
import type { Areas, ChosenFigure, FollowedSeries, StatisticsService } from '@/lib/statistics/model'
import { titleIn } from '@/lib/statistics/model'

type Props = {
  t: Words
  project: string
  indicatorId: string
  series: readonly FollowedSeries[]
  areas: Areas
  chosen: readonly ChosenFigure[]
  /** Services that are switched on */
  on: readonly StatisticsService[]
  mayFollow: boolean
}

/** Official statistics followed beside an indicator. Nothing here is the project's own unless somebody has chosen it. */
export function FollowedStatistics({ t, project, indicatorId, series, areas, chosen, on, mayFollow }: Props) {
  return (
    <Section
      id="statistics"
      title={t('statistics.title')}
      intro={t('statistics.intro')}
      actions={mayFollow && <ButtonLink href={followAddress(project, indicatorId)}>{t('statistics.find')}</ButtonLink>}
    >
      {on.length === 0 && (
        <Notice kind="info" word={t('ui.notice.info')}>
          <p>{t('statistics.off')}</p>
        </Notice>
      )}
      {series.length === 0 && <p className="unknown">{t('statistics.none')}</p>}
      {series.map((one) => (
        <Section
          key={one.id}
          id={`series-${one.id}`}
          level={3}
          title={titleIn(one, t.locale)}
          actions={<SeriesMark t={t} series={one} />}
        >
          <SeriesFacts t={t} series={one} areas={areas} isOn={on.length === 0 || on.includes(one.service)} />
          <SeriesChart t={t} series={one} areas={areas} />
          {one.figures.length > 0 && (
            <Disclosure summary={t('statistics.showCounties')}>
              <CountyTables t={t} series={one} areas={areas} />
            </Disclosure>
          )}
          <p>
            <a href={seriesAddress(project, indicatorId, one.id)}>
              {t(mayFollow ? 'statistics.open' : 'statistics.openReader')}
            </a>
          </p>
        </Section>
      ))}
      <ChosenFigures t={t} chosen={chosen} indicator={indicatorAddress(project, indicatorId)} withdraw={null} />
    </Section>
  )
}

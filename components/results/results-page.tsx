import { AboutProject } from '@/components/results/about-project'
import { PublicIndicators } from '@/components/results/public-indicators'
import { PublicLights } from '@/components/results/public-lights'
import { PublicModels } from '@/components/results/public-models'
import { PageHeading } from '@/components/ui/page-heading'
import type { Words } from '@/lib/platform/words'
import { periodText } from '@/lib/steering/figure-texts/model'
import type { PublicResults } from '@/lib/steering/results/model'
import { formatDate } from '@/lib/values/format'

/** What every part of the page is drawn from. */
export type ResultsProps = { t: Words; results: PublicResults }

/** The results of a project for everybody. */
export function ResultsPage({ t, results }: ResultsProps) {
  const { project, periodKey, publishedAt } = results
  const lead = t('results.lead', {
    organisation: project.organisationName,
    period: periodText(periodKey),
    date: formatDate(publishedAt, t.locale),
  })
  return (
    <div className="board">
      <PageHeading title={t('results.title', { project: project.name })} intro={lead} />
      <AboutProject t={t} results={results} />
      <PublicIndicators t={t} results={results} />
      <PublicLights t={t} results={results} />
      <PublicModels t={t} results={results} />
      <p className="board-quiet">{t('results.trace')}</p>
    </div>
  )
}

import { periodName } from '@/components/rounds/period-name'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import { steeringAddress } from '@/lib/projects/addresses'
import type { MyWork } from '@/lib/status-reports/my-work/model'

/** The newest published review of each project: where those who write nothing begin. */
export function PublishedReviews({ t, published }: { t: Words; published: MyWork['published'] }) {
  if (published.length === 0) return null
  return (
    <Section id="published" title={t('statusReports.work.published')}>
      <ul className="grid gap-2">
        {published.map(({ projectKey, projectName, periodKey }) => (
          <li key={projectKey}>
            <a href={steeringAddress(projectKey, periodKey)}>
              {t('statusReports.work.publishedLink', { project: projectName, period: periodName(periodKey) })}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

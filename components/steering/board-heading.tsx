import { VersionChoice } from '@/components/steering/version-choice'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { FilterBar } from '@/components/ui/filter-bar'
import { PageHeading } from '@/components/ui/page-heading'
import { Select } from '@/components/ui/select'
import type { Words } from '@/lib/platform/words'
import { steeringAddress } from '@/lib/projects/addresses'
import { periodText } from '@/lib/steering/figure-texts/model'
import { filesAddress } from '@/lib/steering/files/addresses'
import type { PublishedPeriod } from '@/lib/steering/model'
import { type DashboardView, viewQuery } from '@/lib/steering/schema'
import { formatDateTime } from '@/lib/values/format'

type Props = {
  t: Words
  /** The project's page, for those who may open it */
  home: string | undefined
  published: readonly PublishedPeriod[]
  /** Every publication of the period that is shown */
  versions: readonly PublishedPeriod[]
  shown: PublishedPeriod
  view: DashboardView
}

/** What is shown, when it was published, and with what it is compared. */
export function BoardHeading({ t, home, published, versions, shown, view }: Props) {
  const title = t('steering.title', { period: periodText(shown.periodKey) })
  const earlier = published.filter((one) => one.lastDay < shown.lastDay)
  const hrefOf = (version: number | null) =>
    steeringAddress(shown.projectKey, shown.periodKey) + viewQuery({ ...view, version })
  const date = formatDateTime(shown.publishedAt, t.locale)
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[
          { label: t('projects.list.title'), href: '/projects' },
          { label: shown.projectName, href: home },
          { label: title },
        ]}
      />
      <PageHeading
        title={title}
        intro={[t('steering.published', { date, version: shown.version }), t('steering.frozen')].join(' ')}
        actions={
          <>
            {earlier.length > 1 && (
              <FilterBar label={t('steering.compare.form')} apply={t('steering.compare.apply')}>
                {view.group !== 'area' && <input type="hidden" name="group" value={view.group} />}
                {view.version !== null && <input type="hidden" name="version" value={view.version} />}
                <Select
                  id="compare"
                  name="compare"
                  label={t('steering.compare.label')}
                  defaultValue={view.compare ?? ''}
                  empty={t('steering.compare.previous')}
                  options={earlier.map((one) => ({ value: one.periodKey, label: periodText(one.periodKey) }))}
                />
              </FilterBar>
            )}
            <ButtonLink href={filesAddress(shown.projectKey, shown.periodKey, view.version)}>
              {t('review.files.link')}
            </ButtonLink>
          </>
        }
      />
      <VersionChoice t={t} versions={versions} shown={shown} hrefOf={hrefOf} />
    </>
  )
}

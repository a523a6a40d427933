import { statisticsReasons } from '@/components/statistics/words'
import { StepForm } from '@/components/status-reports/step-form'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import { optionsAddress, seriesAddress } from '@/lib/statistics/addresses'
import { serviceLabels } from '@/lib/statistics/labels'
import { choicesKey, type FollowedSeries, titleIn } from '@/lib/statistics/model'
import type { Found } from '@/lib/statistics/search/model'
import { formatDate } from '@/lib/values/format'

type Props = {
  t: Words
  project: string
  indicatorId: string
  found: readonly Found[]
  followed: readonly FollowedSeries[]
  action: FormAction
}

/** What a search found, each with its service and producer; what is followed already leads to its page. */
export function SearchResults({ t, project, indicatorId, found, followed, action }: Props) {
  const isFollowed = (one: Found) =>
    followed.find(({ id, service, code, choices }) =>
      one.seriesId === null
        ? service === one.service && code === one.code && choicesKey(choices) === ''
        : id === one.seriesId,
    )
  const optionsOf = ({ service, code }: Found) =>
    `${optionsAddress(project, indicatorId)}?${new URLSearchParams({ service, code })}`
  return (
    <DataTable
      caption={t('statistics.search.results')}
      hideCaption
      columns={['title', 'service', 'producer', 'updated', 'follow'].map((key) => ({
        key,
        header: t(`statistics.column.${key}`),
      }))}
      rows={found.map((one) => {
        const title = titleIn(one, t.locale)
        const known = isFollowed(one)
        return {
          key: `${one.service} ${one.code} ${one.choices}`,
          cells: [
            { text: title, note: [one.code, one.choices].filter(Boolean).join(', ') },
            t(serviceLabels[one.service]),
            one.producer ?? { text: t('statistics.notTold'), unknown: true },
            one.dataUpdatedOn
              ? formatDate(one.dataUpdatedOn, t.locale)
              : { text: t('statistics.notTold'), unknown: true },
            known ? (
              <a key="open" href={seriesAddress(project, indicatorId, known.id)}>
                {t('statistics.followed')}
              </a>
            ) : (
              <div key="follow" className="actions">
                <StepForm
                  action={action}
                  values={{ project, indicatorId, ...wanted(one) }}
                  label={t('statistics.follow')}
                  fullLabel={t('statistics.followNamed', { title })}
                  kind="secondary"
                  small
                  reasons={statisticsReasons(t)}
                  notice={t('ui.notice.danger')}
                />
                {one.seriesId === null && (
                  <ButtonLink
                    small
                    kind="quiet"
                    href={optionsOf(one)}
                    aria-label={t('statistics.options.ofNamed', { title })}
                  >
                    {t('statistics.options.of')}
                  </ButtonLink>
                )}
              </div>
            ),
          ],
        }
      })}
      empty={
        <EmptyState title={t('statistics.search.count', { count: 0 })}>{t('statistics.search.noneHelp')}</EmptyState>
      }
    />
  )
}

function wanted({ seriesId, service, code }: Found): Record<string, string> {
  return seriesId === null ? { service, code } : { seriesId }
}

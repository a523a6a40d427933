import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import type { Words } from '@/lib/platform/words'
import { steeringAddress } from '@/lib/projects/addresses'
import { periodText } from '@/lib/steering/figure-texts/model'
import type { PublishedPeriod } from '@/lib/steering/model'

/** A period that is not published and one that does not exist look the same here. */
export function NotPublished({ t, period, newest }: { t: Words; period: string; newest: PublishedPeriod | null }) {
  return (
    <>
      <PageHeading title={t('projects.nav.steering')} />
      <EmptyState
        title={newest ? t('steering.notYet.title', { period: periodText(period) }) : t('steering.none.title')}
        actions={
          newest && (
            <ButtonLink href={steeringAddress(newest.projectKey, newest.periodKey)}>
              {t('steering.notYet.newest', { period: periodText(newest.periodKey) })}
            </ButtonLink>
          )
        }
      >
        {t(newest ? 'steering.notYet.text' : 'steering.none.text')}
      </EmptyState>
    </>
  )
}

import { periodName } from '@/components/rounds/period-name'
import { Actions } from '@/components/ui/actions'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import type { Words } from '@/lib/platform/words'
import { projectAddress, roundAddress, steeringAddress } from '@/lib/projects/addresses'
import type { Round } from '@/lib/rounds/model'
import { filesAddress } from '@/lib/steering/files/addresses'
import { formatDateTime } from '@/lib/values/format'

type Props = { t: Words; project: { key: string; name: string }; round: Round }

/** Which period is about to be published; when it has been, that it is done and what comes next. */
export function PublishHeading({ t, project, round }: Props) {
  const period = periodName(round.periodKey)
  const published = round.publishedAt && formatDateTime(round.publishedAt, t.locale)
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[
          { label: project.name, href: projectAddress(project.key) },
          { label: t('rounds.crumb', { period }), href: roundAddress(project.key, round.periodKey) },
          { label: t('calendar.publish.crumb') },
        ]}
      />
      <PageHeading title={t('calendar.publish.title', { period })} intro={t('rounds.publish.help')} />
      {published && (
        <Notice kind="success" word={t('rounds.publishedAt', { time: published, version: round.version })}>
          <p>{t('rounds.publish.next')}</p>
          <Actions>
            <ButtonLink href={steeringAddress(project.key, round.periodKey)}>{t('rounds.toSteering')}</ButtonLink>
            <ButtonLink href={filesAddress(project.key, round.periodKey, null)}>{t('review.files.link')}</ButtonLink>
          </Actions>
        </Notice>
      )}
    </>
  )
}

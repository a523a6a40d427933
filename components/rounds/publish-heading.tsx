import { periodName } from '@/components/rounds/period-name'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import type { Words } from '@/lib/platform/words'
import { projectAddress, roundAddress, steeringAddress } from '@/lib/projects/addresses'
import type { Round } from '@/lib/rounds/model'
import { formatDateTime } from '@/lib/values/format'

type Props = { t: Words; project: { key: string; name: string }; round: Round }

/** Which period is about to be published, and whether it has been before. */
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
      <PageHeading
        title={t('calendar.publish.title', { period })}
        mark={published && <span>{t('rounds.publishedAt', { time: published, version: round.version })}</span>}
        intro={t('rounds.publish.help')}
        actions={
          published && (
            <ButtonLink href={steeringAddress(project.key, round.periodKey)}>{t('rounds.toSteering')}</ButtonLink>
          )
        }
      />
    </>
  )
}

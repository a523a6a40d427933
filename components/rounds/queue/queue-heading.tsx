import { periodName } from '@/components/rounds/period-name'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import type { Words } from '@/lib/platform/words'
import { projectAddress, roundAddress } from '@/lib/projects/addresses'
import { queueAddress } from '@/lib/rounds/queue/addresses'

type Props = {
  t: Words
  project: { key: string; name: string }
  period: string
  /** The step within the queue, when there is one */
  step?: { crumb: string; title: string; intro: string }
}

/** The way to the queue and what it is for. */
export function QueueHeading({ t, project, period, step }: Props) {
  const name = periodName(period)
  const crumb = t('reviewQueue.crumb')
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[
          { label: project.name, href: projectAddress(project.key) },
          { label: t('rounds.crumb', { period: name }), href: roundAddress(project.key, period) },
          ...(step
            ? [{ label: crumb, href: queueAddress(project.key, period) }, { label: step.crumb }]
            : [{ label: crumb }]),
        ]}
      />
      <PageHeading
        title={step?.title ?? t('reviewQueue.title', { period: name })}
        intro={step?.intro ?? t('reviewQueue.intro')}
      />
    </>
  )
}

import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { DecisionFilter, kindFrom } from '@/components/meetings/decision-filter'
import { DecisionList } from '@/components/meetings/decision-list'
import { OpenPoints } from '@/components/meetings/open-points'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { listOpenActionPoints } from '@/lib/meetings/action-points/queries'
import { listDecisions } from '@/lib/meetings/decisions/queries'
import { rightToWriteMeetings } from '@/lib/meetings/permissions'
import { now } from '@/lib/platform/clock'
import { meetingsAddress, projectAddress } from '@/lib/projects/addresses'
import { dateInHelsinki } from '@/lib/values/calendar'
import { projectHere } from '../../here'
import { mark } from '../actions'

type Props = { params: Promise<{ project: string }>; searchParams: Promise<{ concerns?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('decisions.all.title') }
}

export default async function DecisionsPage({ params, searchParams }: Props) {
  const [{ project: key }, { concerns }, t] = await Promise.all([params, searchParams, requestWords()])
  const { viewer, project } = await projectHere(key)
  const kind = kindFrom(concerns)
  const decisions = await listDecisions(viewer, project.id, kind)
  const points = await listOpenActionPoints(viewer, project.id)
  const crumbs = [
    { label: project.name, href: projectAddress(key) },
    { label: t('meetings.title'), href: meetingsAddress(key) },
    { label: t('decisions.all.title') },
  ]
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading title={t('decisions.all.title')} intro={t('decisions.all.intro')} />
      <Section id="decisions" title={t('decisions.all.count', { count: decisions.length })}>
        <DecisionFilter t={t} projectKey={key} kind={kind} />
        {decisions.length > 0 ? (
          <DecisionList t={t} projectKey={key} decisions={decisions} />
        ) : (
          <EmptyState title={t(kind ? 'decisions.all.noneOfKind' : 'decisions.all.none')} />
        )}
      </Section>
      <OpenPoints
        t={t}
        projectKey={key}
        points={points}
        today={dateInHelsinki(now())}
        mark={rightToWriteMeetings(viewer, project.id) ? mark : null}
      />
    </>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { NewPeriodForm } from '@/components/rounds/new-period-form'
import { newPeriodWords, suggestPeriod } from '@/components/rounds/new-period-words'
import { PeriodList } from '@/components/rounds/period-list'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { can } from '@/lib/access/model'
import { projectAddress } from '@/lib/projects/addresses'
import { projectHere } from '../here'
import { addPeriod } from './actions'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('rounds.list.title') }
}

export default async function RoundsPage({ params }: Props) {
  const [{ viewer, project }, t] = await Promise.all([projectHere((await params).project), requestWords()])
  if (!can(viewer, 'report.read', project.id)) notFound()
  const manages = can(viewer, 'period.manage', project.id)
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[{ label: project.name, href: projectAddress(project.key) }, { label: t('rounds.list.title') }]}
      />
      <PageHeading title={t('rounds.list.title')} intro={t('rounds.list.intro')} />
      <PeriodList t={t} project={project} />
      {manages && (
        <Section id="new-period" title={t('rounds.new.title')} intro={t('rounds.new.help')}>
          <NewPeriodForm
            action={addPeriod}
            values={{ projectId: project.id, project: project.key }}
            suggested={suggestPeriod(project.periods)}
            words={newPeriodWords(t)}
          />
        </Section>
      )}
    </>
  )
}

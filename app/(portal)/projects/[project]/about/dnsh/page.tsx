import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { AboutHeading } from '@/components/projects/about-heading'
import { DnshList } from '@/components/projects/dnsh-list'
import { projectFormWords } from '@/components/projects/form-words'
import { dnshErrors, dnshFields } from '@/components/projects/paper-fields'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import { now } from '@/lib/platform/clock'
import { dateInHelsinki } from '@/lib/values/calendar'
import { projectHere } from '../../here'
import { addAssessment } from '../actions'
import { aboutHere } from '../load'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('projects.dnsh.title') }
}

export default async function DnshPage({ params }: Props) {
  const [{ project: key }, t] = await Promise.all([params, requestWords()])
  const { project, overview, place } = await aboutHere(key)
  return (
    <>
      <AboutHeading t={t} project={project} title={t('projects.dnsh.title')} intro={t('projects.dnsh.intro')} />
      <DnshList t={t} project={key} rows={overview.dnsh} today={dateInHelsinki(now())} />
      <Section id="add" title={t('projects.dnsh.add')} intro={t('projects.dnsh.addHelp')}>
        <RecordForm
          id="dnsh"
          action={addAssessment}
          values={place}
          fields={dnshFields(t, overview.documents)}
          count={overview.dnsh.length}
          send={t('projects.dnsh.send')}
          words={projectFormWords(t, dnshErrors)}
        />
      </Section>
    </>
  )
}

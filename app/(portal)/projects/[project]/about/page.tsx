import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { AboutHeading } from '@/components/projects/about-heading'
import { basicErrors, basicFields, retentionErrors, retentionFields } from '@/components/projects/basic-fields'
import { projectFormWords } from '@/components/projects/form-words'
import { ButtonLink } from '@/components/ui/button'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import { aboutAddress } from '@/lib/projects/addresses'
import { projectHere } from '../here'
import { saveBasics, saveRetention } from './actions'
import { aboutHere } from './load'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('projects.edit') }
}

export default async function AboutPage({ params }: Props) {
  const [{ project: key }, t] = await Promise.all([params, requestWords()])
  const { project, overview, place } = await aboutHere(key)
  const values = { ...place, version: overview.version }
  const settings = <ButtonLink href={aboutAddress(key, 'settings')}>{t('projects.settings.open')}</ButtonLink>
  return (
    <>
      <AboutHeading t={t} project={project} title={t('projects.edit')} actions={settings} />
      <Section id="basics" title={t('projects.about')}>
        <RecordForm
          id="basics"
          action={saveBasics}
          values={values}
          fields={basicFields(t, overview)}
          send={t('projects.form.save')}
          words={projectFormWords(t, basicErrors)}
        />
      </Section>
      <Section id="retention" title={t('projects.retention.title')} intro={t('projects.retention.intro')}>
        <RecordForm
          id="retention"
          action={saveRetention}
          values={values}
          fields={retentionFields(t, overview)}
          send={t('projects.form.save')}
          words={projectFormWords(t, retentionErrors)}
          kind="secondary"
        />
      </Section>
    </>
  )
}

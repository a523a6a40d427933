import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { AboutHeading } from '@/components/projects/about-heading'
import { DeclarationList } from '@/components/projects/declaration-list'
import { projectFormWords } from '@/components/projects/form-words'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import { projectHere } from '../../here'
import { sign } from '../actions'
import { aboutHere } from '../load'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('projects.declaration.title') }
}

export default async function DeclarationPage({ params }: Props) {
  const [{ project: key }, t] = await Promise.all([params, requestWords()])
  const { viewer, project, overview, place } = await aboutHere(key, 'declaration.sign')
  const sure = t('projects.declaration.sure', { name: viewer.name })
  return (
    <>
      <AboutHeading t={t} project={project} title={t('projects.declaration.title')} />
      <Section id="sign" title={t('projects.declaration.sign')} intro={t('projects.declaration.signHelp')}>
        <blockquote className="mb-6 max-w-text border-l-4 border-edge pl-4">
          <p className="whitespace-pre-line">
            {t('projects.declaration.text', { project: project.name, programme: project.programme.name })}
          </p>
        </blockquote>
        <RecordForm
          id="declaration"
          action={sign}
          values={{ ...place, locale: t.locale }}
          fields={[{ as: 'tick', name: 'sure', label: sure }]}
          send={t('projects.declaration.send')}
          words={projectFormWords(t, ['projects.error.sure'])}
        />
      </Section>
      <Section id="earlier" title={t('projects.declaration.all')}>
        <DeclarationList t={t} rows={overview.declarations} />
      </Section>
    </>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AboutHeading } from '@/components/projects/about-heading'
import { projectFormWords } from '@/components/projects/form-words'
import { settingsErrors, settingsFields } from '@/components/projects/settings-fields'
import { ResultsSetting } from '@/components/results/results-setting'
import { RecordForm } from '@/components/ui/record-form'
import { findResultsState } from '@/lib/projects/results/queries'
import { findSettings } from '@/lib/projects/settings/queries'
import { saveResults, saveSettings } from '../actions'
import { aboutHere } from '../load'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('projects.settings.title') }
}

export default async function ProjectSettingsPage({ params }: Props) {
  const [{ project: key }, t] = await Promise.all([params, requestWords()])
  const { viewer, project, place } = await aboutHere(key)
  const [ways, results] = await Promise.all([findSettings(viewer, project.id), findResultsState(viewer, project.id)])
  if (!ways || !results) notFound()
  return (
    <>
      <AboutHeading t={t} project={project} title={t('projects.settings.title')} intro={t('projects.settings.intro')} />
      <RecordForm
        id="settings"
        action={saveSettings}
        values={{ ...place, version: ways.version }}
        fields={settingsFields(t, ways)}
        send={t('projects.form.save')}
        words={projectFormWords(t, settingsErrors)}
      />
      <ResultsSetting t={t} place={place} state={results} save={saveResults} />
    </>
  )
}

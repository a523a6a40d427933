import type { Metadata } from 'next'
import { VersionDesk, VersionHeading } from '@/components/final-report/templates/version-desk'
import { templateCrumbs, versionTitle } from '@/components/final-report/templates/words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { describe, discard, shiftPlace, shiftPrompt } from '../actions'
import { loadVersion } from '../load'

type Props = { params: Promise<{ version: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t, version } = await loadVersion((await params).version)
  return { title: versionTitle(t, version) }
}

export default async function TemplateVersionPage({ params }: Props) {
  const { t, version } = await loadVersion((await params).version)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={templateCrumbs(t, version)} />
      <VersionHeading t={t} version={version} />
      <VersionDesk t={t} version={version} actions={{ describe, discard, shiftPlace, shiftPrompt }} />
    </>
  )
}

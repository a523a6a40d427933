import type { Metadata } from 'next'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { VersionDesk, VersionHeading } from '@/components/final-report/templates/version-desk'
import { templateCrumbs, versionTitle } from '@/components/final-report/templates/words'
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
      <AdminCrumbs t={t} crumbs={templateCrumbs(t, version)} />
      <VersionHeading t={t} version={version} />
      <VersionDesk t={t} version={version} actions={{ describe, discard, shiftPlace, shiftPrompt }} />
    </>
  )
}

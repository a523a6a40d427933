import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { finalReportCrumbs } from '@/components/final-report/crumbs'
import { ImportDone } from '@/components/final-report/import/import-done'
import { ImportPreview } from '@/components/final-report/import/import-preview'
import { TakeImport } from '@/components/final-report/import/take-import'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { importAddress } from '@/lib/final-report/addresses'
import { planStoredImport } from '@/lib/final-report/import/taking/queries'
import { remove, take } from '../actions'
import { loadForImport } from '../load'

type Props = { params: Promise<{ project: string; import: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('reportImport.title') }
}

export default async function ImportPreviewPage({ params }: Props) {
  const { project: key, import: id } = await params
  const { viewer, project, t, report } = await loadForImport(key)
  const found = await planStoredImport(viewer, project.id, report, { id, newId: randomUUID })
  if (!found) notFound()
  const { open, plan } = found
  const shown = { t, report, projectKey: project.key }
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={finalReportCrumbs(
          t,
          project,
          { label: t('reportImport.title'), href: importAddress(project.key) },
          { label: open.name },
        )}
      />
      <PageHeading
        title={t(plan ? 'reportImport.preview.title' : 'reportImport.done.title', { name: open.name })}
        intro={plan ? t('reportImport.preview.intro') : undefined}
        actions={plan && <ButtonLink href="#take">{t('reportImport.take.title')}</ButtonLink>}
      />
      {plan ? (
        <>
          <ImportPreview {...shown} plan={plan} />
          <TakeImport {...shown} plan={plan} open={open} take={take} remove={remove} />
        </>
      ) : (
        <ImportDone {...shown} taken={open} />
      )}
    </>
  )
}

import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { AboutHeading } from '@/components/projects/about-heading'
import { DocumentFileForm } from '@/components/projects/document-file-form'
import { DocumentTable } from '@/components/projects/document-table'
import { projectFormWords } from '@/components/projects/form-words'
import { documentErrors, linkedDocumentFields } from '@/components/projects/paper-fields'
import { RemoveButton } from '@/components/projects/remove-button'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import { projectHere } from '../../here'
import { addLinkedDocument, takeDocument } from '../actions'
import { aboutHere } from '../load'

type Props = {
  params: Promise<{ project: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('projects.document.title') }
}

export default async function DocumentsPage({ params, searchParams }: Props) {
  const [{ project: key }, given, t] = await Promise.all([params, searchParams, requestWords()])
  const { project, overview, place } = await aboutHere(key)
  return (
    <>
      <AboutHeading t={t} project={project} title={t('projects.document.title')} />
      <DocumentTable
        t={t}
        project={key}
        documents={overview.documents}
        remove={(row) => (
          <RemoveButton t={t} action={takeDocument} values={{ ...place, documentId: row.id }} name={row.label} />
        )}
      />
      <Section id="file" title={t('projects.document.addFile')}>
        <DocumentFileForm t={t} place={place} given={given} />
      </Section>
      <Section id="link" title={t('projects.document.addLink')}>
        <RecordForm
          id="document"
          action={addLinkedDocument}
          values={place}
          fields={linkedDocumentFields(t)}
          count={overview.documents.length}
          send={t('projects.document.sendLink')}
          words={projectFormWords(t, documentErrors)}
          kind="secondary"
        />
      </Section>
    </>
  )
}

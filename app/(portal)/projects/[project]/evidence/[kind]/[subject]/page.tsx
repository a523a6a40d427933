import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { KeepForms } from '@/components/evidence/keep-forms'
import { Reached } from '@/components/evidence/reached'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { evidenceOverviewAddress } from '@/lib/evidence/addresses'
import { evidenceSubjectLabels } from '@/lib/evidence/labels'
import { rightToKeep, rightToMarkReached } from '@/lib/evidence/permissions'
import { projectAddress } from '@/lib/projects/addresses'
import { targetText } from '@/lib/steering/figure-texts/model'
import { addLink, mark, remove, unmark } from './actions'
import { evidenceHere, type Params, subjectHere } from './load'

type Props = { params: Promise<Params>; searchParams: Promise<{ file?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project, kind, subject } = await params
  const { heading } = await subjectHere(project, kind, subject)
  return { title: (await requestWords())('evidence.of', { title: heading.title }) }
}

export default async function SubjectPage({ params, searchParams }: Props) {
  const [{ project: key, kind, subject }, { file }, t] = await Promise.all([params, searchParams, requestWords()])
  const { viewer, project, heading } = await subjectHere(key, kind, subject)
  const { rows, texts } = await evidenceHere(viewer, heading)
  const mayKeep = rightToKeep(viewer, heading) !== null
  const mayMark = rightToMarkReached(viewer, project.id) !== null
  const lastFile = typeof file === 'string' ? file : null
  const shared = { t, projectKey: key }
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[
          { label: project.name, href: projectAddress(key) },
          { label: t('evidence.title'), href: evidenceOverviewAddress(key) },
          { label: t(evidenceSubjectLabels[heading.kind]) },
        ]}
      />
      <PageHeading
        title={heading.title}
        intro={[t(evidenceSubjectLabels[heading.kind]), heading.target ? targetText(t, heading.target) : heading.figure]
          .filter(Boolean)
          .join(': ')}
      />
      {heading.kind === 'target' && (
        <Reached {...shared} target={heading} pieces={rows.length} mayMark={mayMark} mark={mark} unmark={unmark} />
      )}
      <KeepForms
        {...shared}
        subject={{ kind: heading.kind, id: heading.id }}
        {...{ rows, texts, mayKeep, lastFile, addLink, remove }}
      />
    </>
  )
}

import { SectionComments } from '@/components/comments/section-comments'
import { PickedSources } from '@/components/final-report/picked-sources'
import { SectionForms } from '@/components/final-report/workspace/section-forms'
import { listWritersOf } from '@/lib/final-report/arrangement/queries'
import { findSectionComments } from '@/lib/final-report/comments/queries'
import { headingText } from '@/lib/final-report/document/model'
import { isWritable } from '@/lib/final-report/model'
import { canEditReport } from '@/lib/final-report/permissions'
import { loadSection, originsOf, type SectionParams } from '../load'
import { add, assign, move, remove } from './arrange/actions'
import { moveSectionComment, replySectionComment, startSectionComment } from './comments/actions'

type Props = { params: SectionParams; startAt: string | string[] | undefined }

/** What is said of a section, and whose it is. */
export async function SectionAside({ params, startAt }: Props) {
  const { viewer, project, t, report, data, node } = await loadSection(params)
  const place = { organisationId: project.organisationId, projectId: project.id }
  return (
    <>
      <PickedSources origins={await originsOf(viewer, node)} t={t} />
      <SectionComments
        t={t}
        projectKey={project.key}
        section={{ id: node.id, title: headingText(node) }}
        comments={await findSectionComments(viewer, node.id)}
        actions={{ start: startSectionComment, reply: replySectionComment, move: moveSectionComment }}
        startAt={startAt}
      />
      {canEditReport(viewer, project.id) && isWritable[report.state] && (
        <SectionForms
          {...{ t, report, node }}
          projectKey={project.key}
          writers={await listWritersOf(viewer, place)}
          models={data.toimintamallit}
          actions={{ assign, move, remove, add }}
        />
      )}
    </>
  )
}

import { SectionComments } from '@/components/comments/section-comments'
import { SectionFindings } from '@/components/final-report/check/section-findings'
import { PickedSources } from '@/components/final-report/picked-sources'
import { SectionForms } from '@/components/final-report/workspace/section-forms'
import { listWritersOf } from '@/lib/final-report/arrangement/queries'
import { findSectionComments } from '@/lib/final-report/comments/queries'
import { headingText } from '@/lib/final-report/document/model'
import { isWritable } from '@/lib/final-report/model'
import { canEditReport } from '@/lib/final-report/permissions'
import { checkOf, loadSection, originsOf, type SectionParams } from '../load'
import { add, assign, move, remove } from './arrange/actions'
import { moveSectionComment, replySectionComment, startSectionComment } from './comments/actions'

type Props = { params: SectionParams; startAt: string | string[] | undefined }

/** What the check finds in a section, what is said of it, and whose it is. */
export async function SectionAside({ params, startAt }: Props) {
  const loaded = await loadSection(params)
  const { viewer, project, t, report, data, node } = loaded
  const place = { organisationId: project.organisationId, projectId: project.id }
  const writes = canEditReport(viewer, project.id) && isWritable[report.state]
  const check = await checkOf(loaded)
  return (
    <>
      {check && <SectionFindings {...{ t, check, writes }} projectKey={project.key} sectionId={node.id} />}
      <PickedSources origins={await originsOf(viewer, node)} t={t} />
      <SectionComments
        t={t}
        projectKey={project.key}
        section={{ id: node.id, title: headingText(node) }}
        comments={await findSectionComments(viewer, node.id)}
        actions={{ start: startSectionComment, reply: replySectionComment, move: moveSectionComment }}
        startAt={startAt}
      />
      {writes && (
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

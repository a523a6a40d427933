import { SectionComments } from '@/components/comments/section-comments'
import { SectionFindings } from '@/components/final-report/check/section-findings'
import { PickedSources } from '@/components/final-report/picked-sources'
import { SectionForms } from '@/components/final-report/workspace/section-forms'
import { listWritersOf } from '@/lib/final-report/arrangement/queries'
import { findSectionComments } from '@/lib/final-report/comments/queries'
import { headingText } from '@/lib/final-report/document/model'
import { isWritable } from '@/lib/final-report/model'
import { add, assign, move, remove } from '../final-report/[section]/arrange/actions'
import {
  moveSectionComment,
  replySectionComment,
  startSectionComment,
} from '../final-report/[section]/comments/actions'
import { checkOf, type LoadedSection, originsOf } from './load'

type Props = { loaded: LoadedSection; startAt: string | string[] | undefined }

/** What the check finds in a section, what is said of it, and whose it is. */
export async function SectionAside({ loaded, startAt }: Props) {
  const { viewer, project, place, may, t, report, data, node } = loaded
  const { id: projectId, organisationId } = project
  const writes = may('write') && isWritable[report.state]
  const check = await checkOf(loaded)
  return (
    <>
      {check && <SectionFindings {...{ t, check, writes, place }} sectionId={node.id} />}
      <PickedSources origins={await originsOf(loaded)} t={t} />
      {may('discuss') && (
        <SectionComments
          {...{ t, place, startAt }}
          section={{ id: node.id, title: headingText(node) }}
          comments={await findSectionComments(viewer, node.id)}
          actions={{ start: startSectionComment, reply: replySectionComment, move: moveSectionComment }}
        />
      )}
      {writes && (
        <SectionForms
          {...{ t, place, report, node }}
          writers={await listWritersOf(viewer, { projectId, organisationId }, place.kind)}
          models={data.toimintamallit}
          actions={{ assign, move, remove, add }}
        />
      )}
    </>
  )
}

import { projectsOf } from '@/app/(portal)/projects-here'
import { putAway } from '@/app/(portal)/settings/actions'
import { requestWords } from '@/app/locale'
import { Guides } from '@/components/guides/guides'
import { type GuidePage, guidesFor } from '@/lib/access/guides/model'
import { findGuidesSeen } from '@/lib/access/guides/queries'
import { requireViewer } from '@/lib/access/session'

/** The guides of the viewer's roles that belong on a page. */
export async function GuidesHere({ page }: { page: GuidePage }) {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  const guides = guidesFor(viewer.held, await findGuidesSeen(viewer), page)
  if (guides.length === 0) return null
  return <Guides t={t} guides={guides} held={viewer.held} projects={await projectsOf(viewer)} putAway={putAway} />
}

import { refuse } from '@/app/api/typed-body'
import { requestWords } from '@/app/locale'
import { shownAnswer } from '@/components/search/answer'
import { pagesFor } from '@/components/search/pages'
import { currentViewer } from '@/lib/access/session'
import { listProjects } from '@/lib/projects/queries'
import { search } from '@/lib/search/queries'
import { readQuery } from '@/lib/search/schema'

/** What the dialog of the search shows: the same as the page /search. */
export async function GET(request: Request): Promise<Response> {
  const [viewer, t] = await Promise.all([currentViewer(), requestWords()])
  if (!viewer) return refuse('SIGNED_OUT')
  const query = readQuery(new URL(request.url).searchParams.get('q'))
  const projects = await listProjects(viewer)
  const answer = await search(viewer, query, (terms) => pagesFor(t, viewer, projects, terms))
  return Response.json(shownAnswer(t, answer))
}

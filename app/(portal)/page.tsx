import { redirect } from 'next/navigation'
import { requireViewer } from '@/lib/access/session'

/** Everybody begins where their work is. */
export default async function HomePage() {
  const viewer = await requireViewer()
  const works = viewer.held.some((h) => h.role === 'coordinator' || h.role === 'director')
  redirect(works ? '/my-work' : '/projects')
}

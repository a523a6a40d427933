import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requestWords } from '@/app/locale'
import { requireViewer } from '@/lib/access/session'
import { isWritten } from '@/lib/final-report/templates/model'
import { findVersion } from '@/lib/final-report/templates/queries'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

// The page and its title ask for the same version.
const find = cache(findVersion)

/** The version of the address; "not found" for those who keep no templates, and for another county's. */
export async function loadVersion(id: string) {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  const version = uuid.test(id) ? await find(viewer, id) : null
  if (!version) notFound()
  return { viewer, t, version }
}

/** The same for the pages on which a version is written: what is the programme's or published has none. */
export async function loadDraft(id: string) {
  const loaded = await loadVersion(id)
  if (!isWritten(loaded.version)) notFound()
  return loaded
}

export type Query = Promise<Record<string, string | string[] | undefined>>

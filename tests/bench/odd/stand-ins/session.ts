// In the place of lib/access/session: whoever is set in `here` is looking.
import type { Viewer } from '@/lib/access/model'
import { here } from '../here'

export const currentViewer = async (): Promise<Viewer | null> => here.viewer

export async function requireViewer(): Promise<Viewer> {
  if (!here.viewer) throw new Error('nobody is looking')
  return here.viewer
}

const never = async (): Promise<never> => {
  throw new Error('nobody signs in or out here')
}
export const [keepSession, dropSession, requestOrigin] = [never, never, never]

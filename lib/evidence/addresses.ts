import type { EvidenceSubject } from '@/lib/evidence/model'
import { projectAddress } from '@/lib/projects/addresses'

/** Evidence of a whole project. */
export const evidenceOverviewAddress = (projectKey: string): string => `${projectAddress(projectKey)}/evidence`

/** The page where the evidence of one thing is seen, added and removed. */
export function evidenceAddress(projectKey: string, { kind, id }: EvidenceSubject): string {
  return `${evidenceOverviewAddress(projectKey)}/${kind}/${id}`
}

/** The file behind a piece of evidence; `shown` asks for it as a picture of a page. */
export function evidenceFileAddress(evidenceId: string, { shown = false } = {}): string {
  return `/api/evidence/${evidenceId}${shown ? '?show=1' : ''}`
}

/** The same file as it stands in a publication, for everybody who may read the publication. */
export function publishedFileAddress(code: string, evidenceId: string): string {
  return `/api/publications/${code}/evidence/${evidenceId}`
}

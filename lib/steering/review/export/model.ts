import type { Looks } from '@/lib/projects/looks/model'
import type { Review } from '@/lib/steering/review/model'

/** What a file is drawn from. The moment is that of the publication: the same publication gives the same bytes. */
export type DrawnReview = { review: Review; looks: Looks; publishedAt: Date }

/** One kind of file and how it is drawn. `replaced`: characters that no font could show, by code point. */
export type ReviewDrawing = {
  /** As the audit log names it: `pdf/ua-1`, `pptx` */
  format: string
  extension: 'pdf' | 'pptx'
  draw(drawn: DrawnReview): Promise<{ bytes: Uint8Array; pages: number; replaced: string[] }>
}

export type ExportedReview = { bytes: Uint8Array; sha256: string; name: string; pages: number; replaced: string[] }

const names = { fi: 'katsaus', sv: 'oversikt' } as const

/** `kkk2-2025-Q3-katsaus-v1.pdf`: safe on every system, and sorts by period. */
export function reviewFileName(
  { projectKey, periodKey, version }: { projectKey: string; periodKey: string; version: number },
  locale: Review['locale'],
  extension: ReviewDrawing['extension'],
): string {
  const safe = (text: string) => text.replace(/[^\w.-]+/g, '-')
  return `${safe(projectKey)}-${safe(periodKey)}-${names[locale]}-v${version}.${extension}`
}

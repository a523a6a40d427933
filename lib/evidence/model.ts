import type { TargetRow } from '@/lib/indicators/model'

/** todenneaineisto: a file or a link that shows something to be true. */
export type EvidenceRow = {
  id: string
  label: string
  url: string | null
  file: { name: string; mediaType: string; size: number } | null
  createdAt: string
}

/** What evidence can be kept of, beside the status reports, which keep their own while they are written. */
export const evidenceSubjects = ['target', 'measurement', 'action', 'purchase', 'decision', 'toimintamalli'] as const
export type EvidenceSubjectKind = (typeof evidenceSubjects)[number]

export type EvidenceSubject = { kind: EvidenceSubjectKind; id: string }

/** Column of the evidence that points at its subject. */
export const subjectColumns = {
  target: 'targetId',
  measurement: 'measurementId',
  action: 'actionId',
  purchase: 'purchaseId',
  decision: 'decisionId',
  toimintamalli: 'toimintamalliId',
} as const satisfies Record<EvidenceSubjectKind, string>

export type KeptEvidence = EvidenceRow & {
  note: string | null
  /** Who added it: the name only for those who may know names; both null when it came with imported data */
  addedBy: { name: string | null; role: string | null } | null
  /** It stands in a publication and can no longer be taken away */
  isPublished: boolean
}

/** A target with what its sentence needs. */
export type TargetFigure = Pick<
  TargetRow,
  'role' | 'operator' | 'operatorText' | 'asWritten' | 'text' | 'number' | 'unit' | 'time'
>

/** A thing that evidence is kept of, as pages name it. */
export type SubjectHeading = {
  kind: EvidenceSubjectKind
  id: string
  projectId: string
  organisationId: string
  /** What it is: the name of the indicator, purchase, action … */
  title: string
  /** The value or amount that the evidence is to show; null when the title, or `target`, says it all */
  figure: string | null
  unitId: string | null
  /** The viewer reports for the unit */
  isOwnUnit: boolean
  /** Of a target: when it was marked reached; undefined for everything else */
  target?: TargetFigure
  reached?: { on: string; note: string | null } | null
}

/** Files whose content can be shown on the page itself. */
export function previewOf(mediaType: string): 'image' | 'text' | null {
  if (mediaType === 'image/png' || mediaType === 'image/jpeg') return 'image'
  return mediaType === 'text/plain' || mediaType === 'text/csv' ? 'text' : null
}

/** The beginning of a text file for a preview: at most 20 lines of 200 characters. */
export function textPreview(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 20_000)).replace(/^\uFEFF/, '')
  const lines = text.split(/\r?\n/)
  const shown = lines.slice(0, 20).map((line) => (line.length > 200 ? `${line.slice(0, 199)}…` : line))
  return lines.length > 20 ? [...shown, '…'].join('\n') : shown.join('\n')
}

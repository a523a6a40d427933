/** todenneaineisto: a file or a link that shows something to be true. */
export type EvidenceRow = {
  id: string
  label: string
  url: string | null
  file: { name: string; mediaType: string; size: number } | null
  createdAt: string
}
